import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { assetsDir } from '../../tests/support/engine.ts'
import { trayIconPath } from './tray.ts'

const read = (path: string) => readFileSync(join(assetsDir, path), 'utf8')
const config = parse(read('electron-builder.yml')) as Readonly<Record<string, unknown>>

describe('the packaged app', () => {
  it('has its fuses set against being used as Node or loading other code', () => {
    expect(config['electronFuses']).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('has every fuse decided that the packager knows', () => {
    const known = [
      ...read('node_modules/@electron/fuses/dist/config.d.ts').matchAll(/^ {4}(\w+) = \d+/gm),
    ].map(([, name = '']) => name.charAt(0).toLowerCase() + name.slice(1))
    expect(known).toContain('runAsNode')
    expect(Object.keys(config['electronFuses'] as object).toSorted()).toEqual(known.toSorted())
  })

  it('is an archive whose integrity can be checked, with only native code outside', () => {
    expect(config).toMatchObject({ asar: true, asarUnpack: ['node_modules/better-sqlite3/**'] })
    expect(config).not.toHaveProperty('disableAsarIntegrity')
  })

  it('ships the built app, the playbooks, the fonts of the report and the icons', () => {
    expect(config['files']).toEqual(expect.arrayContaining(['out/**', 'package.json']))
    expect(config['extraResources']).toEqual([
      { from: 'data', to: 'data' },
      { from: 'resources/fonts', to: 'resources/fonts' },
      { from: 'resources/icons', to: 'resources/icons', filter: ['*.png'] },
    ])
  })

  it('carries no package twice, and all that what stays outside the bundle rests on', () => {
    const pattern = (config['files'] as readonly string[]).find((file) => file.includes('zod'))
    const leftOut = /\{(.+)\}/.exec(pattern ?? '')?.[1]?.split(',') ?? []
    const outside = ['better-sqlite3', 'chrono-node', 'pdfkit']
    const { dependencies } = packageIn(assetsDir)
    expect(Object.keys(dependencies).filter((name) => !leftOut.includes(name))).toEqual(outside)
    const needed = outside.flatMap((name) => foldersOf(name, assetsDir))
    for (const name of leftOut) {
      expect(existsSync(join(assetsDir, 'node_modules', name))).toBe(true)
      expect(needed).not.toContainEqual(
        expect.stringContaining(join(assetsDir, 'node_modules', name)),
      )
    }
  })

  it('takes in nothing else: a list of a system of its own would start from the whole project', () => {
    const systems = [config['linux'], config['mac'], config['win']]
    for (const system of systems) expect(system).not.toHaveProperty('files')
  })

  it('is built for the three systems, and compiles nothing for it', () => {
    expect(config).toMatchObject({
      npmRebuild: false,
      linux: { target: ['AppImage', 'deb'] },
      mac: { target: ['dmg'] },
      win: { target: ['nsis'] },
    })
  })

  it('says on macOS why it may ask for the microphone', () => {
    expect(config).toMatchObject({
      mac: {
        extendInfo: {
          NSMicrophoneUsageDescription: expect.stringMatching(/stays on this/) as string,
        },
      },
    })
  })

  it('keeps the data when it is uninstalled', () => {
    expect(config).toMatchObject({ nsis: { deleteAppDataOnUninstall: false } })
  })

  it('has its icons, the one of the app 512 pixels wide', () => {
    const icon = readFileSync(join(assetsDir, 'resources/icons/icon.png'))
    // Width and height stand in a PNG at the bytes 16 and 20.
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([512, 512])
    for (const platform of ['darwin', 'linux', 'win32'] as const)
      expect(existsSync(trayIconPath(assetsDir, platform))).toBe(true)
  })

  it('starts at the bundle that is built', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({ main: 'out/main/index.js' })
  })
})

describe('the checks on every push', () => {
  const workflow = read('.github/workflows/ci.yml')
  const nightly = read('.github/workflows/nightly.yml')

  it.each([
    ['on every push', workflow],
    ['every night', nightly],
  ])('%s use actions pinned by commit, and may change nothing', (_, workflow) => {
    expect(parse(workflow)).toMatchObject({ permissions: { contents: 'read' } })
    const used = [...workflow.matchAll(/uses:\s*(\S+)/g)].map((match) => match[1])
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/)
  })

  it('look for known holes in what is shipped, by the policy', () => {
    for (const text of [workflow, nightly])
      expect(text).toContain('run: npm audit --omit=dev --audit-level=high')
  })

  it('run each benchmark, so that none breaks unseen', () => {
    for (const file of readdirSync(join(assetsDir, 'bench')))
      expect(workflow).toContain(`npx node bench/${file} `)
  })

  it('at night kill 500 times, and try 10,000 calls and 10,000 files', () => {
    expect(nightly).toContain("LOOPREADY_FAULT_CYCLES: '500'")
    expect(nightly).toContain("LOOPREADY_FUZZ_CASES: '10000'")
    for (const what of ['calls', 'imports'])
      expect(existsSync(join(assetsDir, `tests/faults/fuzz-${what}.test.ts`))).toBe(true)
  })

  it('run on the three systems and may change nothing', () => {
    expect(parse(workflow)).toMatchObject({
      permissions: { contents: 'read' },
      jobs: {
        test: { strategy: { matrix: { os: ['ubuntu-latest', 'macos-latest', 'windows-latest'] } } },
      },
    })
    expect(workflow).toContain('npx install-electron')
    expect(workflow).toContain('git diff --exit-code')
  })
})

function packageIn(folder: string) {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> }
  return { dependencies }
}

/** Where a package and all that it needs stand, found from a folder as Node finds them. */
function foldersOf(name: string, from: string): readonly string[] {
  const folder = join(from, 'node_modules', name)
  if (!existsSync(folder)) return foldersOf(name, dirname(from))
  const { dependencies } = packageIn(folder)
  return [folder, ...Object.keys(dependencies).flatMap((needed) => foldersOf(needed, folder))]
}
