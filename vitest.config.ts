import { defineConfig } from 'vitest/config'

/** Unit tests run in plain Node: nothing in them needs Electron or a browser. One project per part of the product. */
const project = (name: string) => ({
  // On a busy machine of two cores, what is slow must not be taken for what hangs.
  test: { name, environment: 'node' as const, include: [`${name}/**/*.test.ts`], testTimeout: 20_000 },
})

export default defineConfig({
  test: {
    // Its own choice is one core less than there are: on two, half of the machine.
    maxWorkers: '100%',
    projects: [project('shared'), project('electron'), project('renderer')],
  },
})
