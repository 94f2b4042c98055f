import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/**
 * What stays outside the bundle, and so must be in `dependencies`: native code that is loaded by its place on disk,
 * and a library that reads its own files. (chrono-node too: it is required where the first line is read.)
 */
const EXTERNAL = ['better-sqlite3', 'pdfkit']

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          'engine-thread': at('electron/engine/thread/thread.ts'),
          'report-thread': at('electron/engine/report/thread.ts'),
          'backups-thread': at('electron/engine/backups/thread.ts'),
          'lock-thread': at('electron/engine/lock/thread.ts'),
          'transfer-thread': at('electron/engine/transfer/thread.ts'),
        },
        external: EXTERNAL,
        output: {
          format: 'es',
          // Fixed names, and shared parts beside the entries: threads are started by a name relative to the file that
          // starts them, whichever file that code ends up in.
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: 'node24',
      // A sandboxed preload can require nothing but Electron, and only as CommonJS; ".cjs" says so against the
      // package's "type": "module".
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // The same files are served to the installed browser by the browser shell, so the target is not the newest
      // Chromium but one that is a year older.
      target: 'chrome140',
      minify: true,
      // Inlined files would need a looser Content Security Policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('src/renderer/index.html') },
    },
  },
})
