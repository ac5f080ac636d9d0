import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { jsonTables } from './electron/runtime/json-tables.ts'
import { rendererFence } from './electron/runtime/renderer-fence.ts'
import { calls, events } from './shared/ipc/contract.ts'
import { channelsOf } from './shared/ipc/define.ts'

const at = (file: string): string => path.join(import.meta.dirname, file)

// Targets fit the oldest Electron this is developed on (33: Node 20, Chromium 130); the product's own is newer.
const NODE = 'node20'
const CHROMIUM = 'chrome130'

// The contract's names are injected where importing it would bring zod: into what runs before the window opens, and into
// every window.
const CHANNELS = JSON.stringify(channelsOf(calls))

/** How the three parts of the app are built into out/. Only better-sqlite3, a native module, stays outside the bundles. */
export default defineConfig({
  main: {
    plugins: [jsonTables()],
    define: { __CHANNELS__: CHANNELS },
    build: {
      outDir: at('out/main'),
      target: NODE,
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          'cache-worker': at('electron/cache/worker.ts'),
          'notebook-worker': at('electron/notebook/worker.ts'),
          'simulator-worker': at('electron/postpress/simulator/worker.ts'),
        },
        // Read and compiled at every start: without comments, but with its names, which errors in the log carry.
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    define: {
      __CHANNELS__: CHANNELS,
      __EVENTS__: JSON.stringify(Object.keys(events)),
    },
    build: {
      outDir: at('out/preload'),
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), rendererFence(at('electron'))],
    build: {
      outDir: at('out/renderer'),
      target: CHROMIUM,
      minify: true,
      // The page's policy allows no inline script and no data: font, so every asset is a file.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      // Read from disk in two pieces, for the first screen and for everything else: more would only add requests.
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})
