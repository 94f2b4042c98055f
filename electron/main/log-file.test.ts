import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { logFile } from './log-file.ts'

const at = () => new Date('2026-11-24T09:00:00Z')

describe('the log', () => {
  it('adds one line of JSON per event, in order, and says warnings aloud', async () => {
    const path = join(temporaryFolder(), 'loopready.log')
    writeFileSync(path, 'an older line\n')
    const aloud: string[] = []
    const log = logFile(path, at, (line) => aloud.push(line))
    log('info', 'started', { version: '0.1.0' })
    log('warn', 'no tray')
    await expect
      .poll(() => readFileSync(path, 'utf8').trim().split('\n'))
      .toEqual([
        'an older line',
        '{"at":"2026-11-24T09:00:00.000Z","level":"info","event":"started","version":"0.1.0"}',
        '{"at":"2026-11-24T09:00:00.000Z","level":"warn","event":"no tray"}',
      ])
    expect(aloud).toHaveLength(1)
  })

  it('is put aside when it has grown large', async () => {
    const path = join(temporaryFolder(), 'loopready.log')
    writeFileSync(path, 'x'.repeat(1_000_001))
    logFile(path, at)('info', 'started')
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8').length).toBeLessThan(200)
    expect(readFileSync(`${path}.old`, 'utf8')).toHaveLength(1_000_001)
  })

  it('never throws, whatever the disk does', () => {
    const log = logFile(join(temporaryFolder(), 'missing', 'loopready.log'), at, () => {})
    expect(() => log('error', 'the disk is full')).not.toThrow()
  })
})
