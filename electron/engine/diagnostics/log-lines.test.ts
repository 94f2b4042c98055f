import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { logFileIn } from '../log-file.ts'
import { logLines } from './log-lines.ts'

/** A data folder with a log of so many warnings. */
function logged(warnings: number) {
  const dataDir = temporaryFolder()
  const log = logFileIn(dataDir)
  for (let n = 1; n <= warnings; n += 1) log('warn', `warning ${n}`, { place: '/home/ada' })
  return { dataDir, log, file: path.join(dataDir, 'loopready.log') }
}

describe('the newest lines of the log', () => {
  it('are twenty at most, the newest last, without their data', () => {
    const { dataDir } = logged(30)
    const lines = logLines(dataDir)
    expect(lines).toHaveLength(20)
    expect(lines.at(-1)).toMatch(/Z warn warning 30$/)
    expect(lines.join()).not.toContain('ada')
  })

  it('are shown around one that is torn, which is told as such', () => {
    const { dataDir, log, file } = logged(1)
    appendFileSync(file, '{"at":"2026-11-24T09:00:00Z","level":"err\n')
    log('error', 'disk full')
    expect(logLines(dataDir)).toEqual([
      expect.stringMatching(/warning 1$/),
      'a line that cannot be read',
      expect.stringMatching(/disk full$/),
    ])
  })

  it('are those that were put aside, where the log has just begun anew', () => {
    const { dataDir, log, file } = logged(3)
    renameSync(file, `${file}.old`)
    expect(logLines(dataDir)).toHaveLength(3)
    log('error', 'disk full')
    expect(logLines(dataDir).map((line) => line.split(' ').slice(2).join(' '))).toEqual([
      'warning 1',
      'warning 2',
      'warning 3',
      'disk full',
    ])
  })

  it('are none where nothing was logged, and not none where the log cannot be read', () => {
    expect(logLines(temporaryFolder())).toEqual([])
    const dataDir = temporaryFolder()
    mkdirSync(path.join(dataDir, 'loopready.log'))
    expect(logLines(dataDir)).toEqual(['the log cannot be read'])
  })

  it('are in the check-up, which says that there were none only where there were none', async () => {
    const { ask, dataDir } = openEngine()
    const text = async () => (await ask('diagnostics.check', {})).text
    expect(await text()).toContain('no warnings or errors')
    writeFileSync(path.join(dataDir, 'loopready.log'), '{"at":"2026-1')
    expect(await text()).not.toContain('no warnings or errors')
  })
})
