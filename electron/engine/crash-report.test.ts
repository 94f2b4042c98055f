import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { leaveCrashReport, leaveReport } from './crash-report.ts'

describe('the report of a crash', () => {
  it('says what stopped, when and where, for this user alone, without any text', () => {
    const dataDir = temporaryFolder()
    const now = new Date('2026-11-24T09:00:00Z')
    const name = leaveCrashReport(dataDir, 'engine', new TypeError('the secret note'), now)
    expect(name).toBe('crash-20261124T090000Z-engine.txt')
    const file = path.join(dataDir, 'crashes', name ?? '')
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^Part: engine\nKind: TypeError\nCode: none$/m)
    expect(text).toContain('electron/engine/crash-report.test.ts')
    expect(text).not.toContain('secret')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('of a page names its screen and the places in its code', () => {
    const dataDir = temporaryFolder()
    const failure = { kind: 'TypeError', screen: '/stories', frames: ['draw (story-Cx1.js:1:204)'] }
    const name = leaveReport(dataDir, 'page', failure, new Date('2026-11-24T09:00:00Z'))
    const text = readFileSync(path.join(dataDir, 'crashes', name ?? ''), 'utf8')
    expect(text).toMatch(/^Part: page\nKind: TypeError\nScreen: \/stories\n/m)
    expect(text).toMatch(/Where:\n {2}draw \(story-Cx1\.js:1:204\)\n$/)
  })

  it('is one of ten at most', () => {
    const dataDir = temporaryFolder()
    for (let n = 10; n < 25; n += 1)
      leaveCrashReport(dataDir, 'main', 'x', new Date(`2026-11-24T09:00:${n}Z`))
    const names = readdirSync(path.join(dataDir, 'crashes'))
    expect(names).toHaveLength(10)
    expect(names.toSorted()[0]).toBe('crash-20261124T090015Z-main.txt')
  })

  it('is kept with the clock set back, whatever reports there are', () => {
    const dataDir = temporaryFolder()
    for (let n = 10; n < 20; n += 1)
      leaveCrashReport(dataDir, 'main', 'x', new Date(`2026-11-24T09:00:${n}Z`))
    const name = leaveCrashReport(dataDir, 'main', 'x', new Date('2025-11-24T09:00:00Z'))
    const names = readdirSync(path.join(dataDir, 'crashes'))
    expect(names).toHaveLength(10)
    expect(names).toContain(name)
  })

  it('of the same second and part as another is one of its own', () => {
    const dataDir = temporaryFolder()
    const now = new Date('2026-11-24T09:00:00Z')
    const names = ['A', 'B', 'C'].map((kind) => leaveReport(dataDir, 'page', { kind }, now))
    const kinds = names.map(
      (name) =>
        /^Kind: (.)$/m.exec(readFileSync(path.join(dataDir, 'crashes', name ?? ''), 'utf8'))?.[1],
    )
    expect(kinds).toEqual(['A', 'B', 'C'])
  })

  it('that cannot be written is none, and hides nothing', () => {
    const dataDir = temporaryFolder()
    writeFileSync(path.join(dataDir, 'crashes'), '')
    expect(leaveCrashReport(dataDir, 'main', new Error('x'))).toBeNull()
    mkdirSync(path.join(dataDir, 'more'))
    expect(readdirSync(dataDir)).toEqual(['crashes', 'more'])
  })
})
