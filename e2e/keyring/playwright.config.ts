import { defineConfig } from 'playwright/test'
import { SETTINGS } from '../playwright-settings.ts'

/** The vault against a real gnome-keyring: apart from the whole-app tests, because it needs one (Linux). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/keyring',
  globalSetup: '../../electron/runtime/prepare-e2e.ts',
  ...SETTINGS,
  expect: { timeout: 15_000 },
  reporter: [['list']],
})
