import { defineConfig } from 'playwright/test'

/** Whole-app tests: real windows of the built app. */
export default defineConfig({
  testDir: 'e2e/specs',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './electron/runtime/prepare-e2e.ts',
  // One at a time: each test is a whole Electron with its own database and simulator.
  workers: 1,
  fullyParallel: false,
  // A test that needs a second try is a fault to be found.
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
})
