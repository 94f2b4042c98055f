import { execFileSync } from 'node:child_process'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPart } from '../../tests/support/build.ts'
import { assetsDir, temporaryFolder } from '../../tests/support/engine.ts'

let built: Awaited<ReturnType<typeof buildPart>>
beforeAll(async () => {
  built = await buildPart('main')
}, 60_000)
afterAll(() => built.remove())

/** The packages that the built files import. */
function importedPackages(): string[] {
  const names = readdirSync(built.folder).flatMap((file) => {
    const code = readFileSync(join(built.folder, file), 'utf8')
    const imports = code.matchAll(/^(?:import|export)\b[^'"\n]*["']([^"']+)["'];?$/gm)
    return [...imports].map((match) => match[1] ?? '')
  })
  const isPackage = (name: string) =>
    !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name)
  return [...new Set(names.filter(isPackage))].toSorted()
}

describe('the built main process', () => {
  it('has its entries under the names that threads are started by', () => {
    // Whoever starts a thread names the bundle's file; a name without an entry would only fail in the packaged app.
    const started = globSync('electron/engine/**/*.ts', { cwd: assetsDir })
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) => [
        ...readFileSync(join(assetsDir, file), 'utf8').matchAll(/'(?:\.\/)?(\w+-thread\.js)'/g),
      ])
      .map(([, name]) => name)
    expect(started.length).toBeGreaterThan(2)
    expect(readdirSync(built.folder)).toEqual(expect.arrayContaining(['index.js', ...started]))
  })

  it('imports only what is packaged beside it', () => {
    expect(importedPackages()).toEqual(['better-sqlite3', 'electron', 'pdfkit'])
    const { dependencies } = JSON.parse(readFileSync(join(assetsDir, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(['better-sqlite3', 'pdfkit']))
  })

  it('starts, logs a session, saves a report and ends, on its own threads', () => {
    const dataDir = temporaryFolder()
    const report = join(temporaryFolder(), 'report.pdf')
    const driver = fileURLToPath(
      new URL('../../tests/support/drive-desktop-bundle.ts', import.meta.url),
    )
    const output = execFileSync(process.execPath, [driver, built.folder, dataDir, report], {
      cwd: assetsDir,
      env: { ...process.env, LOOPREADY_NOW: '2026-11-24T09:00:00Z' },
      encoding: 'utf8',
      timeout: 60_000,
    })
    const happened: unknown = JSON.parse(output)
    expect(happened).toMatchObject({
      errors: [],
      exitCode: 0,
      session: { ok: true, value: { session: { durationS: 5400 } } },
      status: { ok: true, value: { totals: { sessions: 1, seconds: 5400 } } },
      report: { ok: true, value: { fileName: 'report.pdf' } },
      url: 'app://loopready/',
      preload: join(assetsDir, 'out', 'preload', 'index.cjs'),
      userData: join(dataDir, 'desktop'),
      schemes: ['app'],
      switches: expect.arrayContaining([
        'enable-sandbox',
        'disable-background-networking',
      ]) as unknown,
    })
    expect(readFileSync(report, 'latin1').slice(0, 5)).toBe('%PDF-')
    expect(readdirSync(dataDir)).toEqual(
      expect.arrayContaining(['loopready.sqlite', 'window.json', 'desktop']),
    )
  }, 90_000)
})
