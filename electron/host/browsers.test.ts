import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findAppBrowsers, isProgram, openBrowser } from './browsers.ts'
import type { Machine } from './browsers.ts'

const machine = (platform: NodeJS.Platform, programs: readonly string[]): Machine => ({
  platform,
  env: {
    PATH: '/usr/local/bin:relative:/usr/bin',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
  },
  home: '/Users/ada',
  isProgram: (path) => programs.includes(path),
})

describe('the search for browsers', () => {
  it('looks where each platform installs them', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const own = '/Users/ada/Applications/Brave Browser.app/Contents/MacOS/Brave Browser'
    expect(findAppBrowsers(machine('win32', [edge]))).toEqual([
      { name: 'Microsoft Edge', path: edge },
    ])
    expect(findAppBrowsers(machine('darwin', [own]))).toEqual([
      { name: 'Brave Browser', path: own },
    ])
    expect(findAppBrowsers(machine('linux', ['/usr/bin/chromium']))).toEqual([
      { name: 'Chromium', path: '/usr/bin/chromium' },
    ])
  })

  it('prefers Chrome, and the first of the path', () => {
    const programs = ['/usr/bin/brave', '/usr/bin/google-chrome', '/usr/local/bin/google-chrome']
    const found = findAppBrowsers(machine('linux', programs))
    expect(found.map(({ path }) => path)).toEqual([
      '/usr/local/bin/google-chrome',
      '/usr/bin/brave',
    ])
  })

  it('finds none where there is none, and none in a relative folder', () => {
    expect(findAppBrowsers(machine('linux', ['relative/chromium']))).toEqual([])
    expect(findAppBrowsers(machine('win32', []))).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('opening', () => {
  let dir = ''
  let asked = 0
  const newUrl = () => `http://127.0.0.1:1/open/${(asked += 1)}`
  const noDefault = () => Promise.reject(new Error('there is no default browser'))
  const here = (): Machine => ({ platform: 'linux', env: { PATH: dir }, home: dir, isProgram })
  const open = (openDefault: Parameters<typeof openBrowser>[3] = noDefault) =>
    openBrowser(newUrl, '/data/browser', here(), openDefault)

  beforeEach(() => {
    asked = 0
    dir = mkdtempSync(join(tmpdir(), 'loopready-browsers-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  /** A program that notes its arguments and then does what the line says. */
  function program(name: string, line: string): () => string {
    const [path, note] = [join(dir, name), join(dir, `${name}.txt`)]
    writeFileSync(path, `#!/bin/sh\necho "$@" > ${note}\n${line}\n`)
    chmodSync(path, 0o755)
    return () => (existsSync(note) ? readFileSync(note, 'utf8').trim() : '')
  }

  it('shows an app window with a profile of its own', async () => {
    const noted = program('chromium', 'exit 0')
    expect(await open()).toBe('Chromium')
    expect(noted()).toContain('--app=http://127.0.0.1:1/open/1 --user-data-dir=/data/browser ')
  })

  it('leaves a browser that runs alone', async () => {
    program('chromium', 'exec /bin/sleep 3')
    expect(await open()).toBe('Chromium')
  })

  it('goes on to the next browser, with a fresh address, when one cannot start', async () => {
    program('google-chrome', 'exit 1')
    const noted = program('chromium', 'exit 0')
    expect(await open()).toBe('Chromium')
    expect(noted()).toContain('/open/2')
  })

  it('gives a snap its usual profile, because it cannot read hidden folders', async () => {
    const noted = program('chromium', 'exit 0 # exec /snap/bin/chromium')
    expect(await open()).toBe('Chromium')
    expect(noted()).toBe('--app=http://127.0.0.1:1/open/1')
  })

  it('goes on to the default browser when there is none with app windows', async () => {
    const opened: string[] = []
    const name = await open(async (url) => {
      opened.push(url)
      return spawn('/bin/sh', ['-c', 'exit 0'])
    })
    expect(name).toBe('your browser')
    expect(opened).toEqual(['http://127.0.0.1:1/open/1'])
  })

  it('says so when nothing could be opened', async () => {
    expect(await open()).toBeNull()
    expect(await open(async () => spawn('/bin/sh', ['-c', 'exit 3']))).toBeNull()
    expect(await open(async () => spawn(join(dir, 'nothing')))).toBeNull()
  })
})
