import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mergeConfig, resolveConfig } from 'electron-vite'
import { build } from 'vite'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Builds one part of the desktop app as `npm run build` does, into a folder of its own inside the project, so that what
 * stays outside the bundle is found from there. The caller removes it with `remove`.
 */
export async function buildPart(
  part: 'main' | 'preload' | 'renderer',
): Promise<Readonly<{ folder: string; remove: () => void }>> {
  const results = join(projectRoot, 'test-results')
  mkdirSync(results, { recursive: true })
  const folder = mkdtempSync(join(results, `${part}-`))
  const { config } = await resolveConfig(
    { root: projectRoot, logLevel: 'error' },
    'build',
    'production',
  )
  const settings = config?.[part]
  if (settings === undefined) throw new Error(`electron.vite.config.ts has no ${part}`)
  await build(
    mergeConfig(settings, { configFile: false, logLevel: 'error', build: { outDir: folder } }),
  )
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
