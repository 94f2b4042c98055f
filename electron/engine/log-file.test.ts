import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { logFileIn } from './log-file.ts'

it('adds warnings and errors as JSON lines, for this user only', () => {
  const dir = temporaryFolder()
  const path = join(dir, 'loopready.log')
  writeFileSync(path, '{"event":"before"}\n', { mode: 0o600 })
  const aloud: string[] = []
  const log = logFileIn(dir, (line) => aloud.push(line))
  log('info', 'nothing to see')
  log('warn', 'disk slow', { ms: 900 })
  log('error', 'disk\nfull')
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { event: 'before' },
    { level: 'warn', event: 'disk slow', ms: 900, at: expect.stringMatching(/^\d{4}-.*Z$/) },
    { level: 'error', event: 'disk\nfull' },
  ])
  expect(aloud).toEqual(lines.slice(1))
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

it('starts a new file when the old one is large, and keeps that', () => {
  const dir = temporaryFolder()
  const path = join(dir, 'loopready.log')
  writeFileSync(path, 'x'.repeat(1_000_001))
  logFileIn(dir)('warn', 'new')
  expect(readFileSync(path, 'utf8')).toContain('new')
  expect(statSync(`${path}.old`).size).toBe(1_000_001)
})

it('starts a new file while it runs, so that what fails again and again fills no disk', () => {
  const dir = temporaryFolder()
  const log = logFileIn(dir)
  for (let n = 0; n < 60; n += 1) log('error', 'x'.repeat(100_000))
  for (const name of ['loopready.log', 'loopready.log.old'])
    expect(statSync(join(dir, name)).size).toBeLessThan(1_200_000)
  expect(readdirSync(dir)).toHaveLength(2)
})

it('does not fail where nothing can be written', () => {
  const dir = join(temporaryFolder(), 'nowhere')
  expect(() => logFileIn(dir)('error', 'lost')).not.toThrow()
  expect(existsSync(dir)).toBe(false)
})
