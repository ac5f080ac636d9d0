import { defineConfig } from 'playwright/test'

/** The vault against a real gnome-keyring: apart from the whole-app tests, because it needs one (Linux). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/keyring',
  globalSetup: '../../electron/runtime/prepare-e2e.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
})
