import { defineConfig } from 'playwright/test'
import type { Looks } from '../fixtures/axe.ts'
import type { HostOptions } from '../fixtures/inspector-app.ts'
import { SETTINGS } from '../playwright-settings.ts'

/**
 * Specs of the window: all that need no real window, process or package of Electron. Typing during a large sync does: here
 * one process stands between page and main, and is busy being the server too.
 */
const WINDOW_SPECS = [
  'axe',
  'cases',
  'connect',
  'convert',
  'demo',
  'identity',
  'keyboard',
  'known',
  'layout',
  'links',
  'messaging',
  'overview',
  'passport',
  'privacy',
  'raw',
  'resolve',
  'resolve-providers',
  'search',
  'states',
  'sync-faults',
  'vault',
].map((name) => `specs/${name}.spec.ts`)

/**
 * The window in the Chromium of the system, newer than the one of the Electron that is to be had here: the same specs on
 * the same main, which runs on a stand-in for Electron.
 */
export default defineConfig<object, HostOptions>({
  testDir: '..',
  outputDir: '../../test-results/browser',
  globalSetup: './prepare.ts',
  ...SETTINGS,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
  projects: [
    // What `npm test` runs: the border of the page, the main screens in light and dark, the app without a mouse.
    {
      name: 'core',
      testMatch: ['browser/*.spec.ts', 'specs/axe.spec.ts', 'specs/keyboard.spec.ts'],
      grep: /@core/,
      metadata: { looks: 'light and dark' satisfies Looks },
      use: { host: 'chromium' },
    },
    { name: 'window', testMatch: ['browser/*.spec.ts', ...WINDOW_SPECS], use: { host: 'chromium' } },
  ],
})
