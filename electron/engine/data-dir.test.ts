import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataDirOf, makeDataDir } from './data-dir.ts'
import type { Place } from './data-dir.ts'
import { Refusal } from './refusal.ts'

const linux: Place = { platform: 'linux', home: '/home/ada', cwd: '/srv' }
const mac: Place = { platform: 'darwin', home: '/Users/ada', cwd: '/srv' }
const windows: Place = { platform: 'win32', home: 'C:\\Users\\ada', cwd: 'D:\\work' }

describe('dataDirOf', () => {
  it('prefers the flag to the variable, and the variable to the default', () => {
    const env = { LOOPREADY_DATA_DIR: '/from-variable' }
    expect(dataDirOf({ dataDir: '/from-flag' }, env, linux)).toBe('/from-flag')
    expect(dataDirOf({}, env, linux)).toBe('/from-variable')
    expect(dataDirOf({ dataDir: undefined }, {}, linux)).toBe('/home/ada/.local/share/loopready')
  })

  it('resolves a relative folder from the working folder', () => {
    expect(dataDirOf({ dataDir: 'data' }, {}, linux)).toBe('/srv/data')
    expect(dataDirOf({}, { LOOPREADY_DATA_DIR: '../d' }, linux)).toBe('/d')
    expect(dataDirOf({ dataDir: 'data' }, {}, windows)).toBe('D:\\work\\data')
  })

  it('follows each platform', () => {
    expect(dataDirOf({}, { XDG_DATA_HOME: '/data' }, linux)).toBe('/data/loopready')
    expect(dataDirOf({}, {}, mac)).toBe('/Users/ada/Library/Application Support/Loopready')
    expect(dataDirOf({}, { APPDATA: 'C:\\Roaming' }, windows)).toBe('C:\\Roaming\\Loopready')
    expect(dataDirOf({}, {}, windows)).toBe('C:\\Users\\ada\\AppData\\Roaming\\Loopready')
  })

  it('ignores a relative XDG_DATA_HOME and an empty variable', () => {
    expect(dataDirOf({}, { XDG_DATA_HOME: 'data', LOOPREADY_DATA_DIR: ' ' }, linux)).toBe(
      '/home/ada/.local/share/loopready',
    )
  })

  it('refuses an empty flag', () => {
    expect(() => dataDirOf({ dataDir: '' }, {}, linux)).toThrow(Refusal)
  })
})

describe('makeDataDir', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'loopready-data-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  it('makes a folder, with those above it, that only this user can read', () => {
    const made = join(dir, 'a', 'b')
    makeDataDir(made)
    expect(statSync(made).isDirectory()).toBe(true)
    if (process.platform !== 'win32') {
      expect(statSync(made).mode & 0o777).toBe(0o700)
      expect(statSync(join(dir, 'a')).mode & 0o777).toBe(0o700)
    }
  })

  it('leaves a folder that is there alone', () => {
    makeDataDir(dir)
    expect(statSync(dir).isDirectory()).toBe(true)
  })

  it('says so when a file stands in its place', () => {
    const file = join(dir, 'file')
    writeFileSync(file, '')
    expect(() => makeDataDir(file)).toThrow(/there is a file in its place/)
    expect(() => makeDataDir(join(file, 'below'))).toThrow(Refusal)
  })
})
