import { defineConfig } from 'playwright/test'
import { SETTINGS } from './e2e/playwright-settings.ts'

/** Whole-app tests: real windows of the built app. */
export default defineConfig({
  testDir: 'e2e/specs',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './electron/runtime/prepare-e2e.ts',
  ...SETTINGS,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
})
