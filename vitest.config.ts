import { defineConfig } from 'vitest/config'

/** Unit tests run in plain Node: nothing in them needs Electron or a browser. One project per part of the product. */
const project = (name: string) => ({
  test: { name, environment: 'node' as const, include: [`${name}/**/*.test.ts`] },
})

export default defineConfig({
  // Its own choice is one core less than there are: on two, half of the machine.
  test: { maxWorkers: '100%', projects: [project('shared'), project('electron'), project('renderer')] },
})
