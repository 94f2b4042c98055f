import { describe, expect, it } from 'vitest'
import type { CheckUp } from '#contract/diagnostics.ts'
import { checkUpText } from './text.ts'

const well: Omit<CheckUp, 'text'> = {
  checkedAt: '2026-11-24T09:00:00Z' as CheckUp['checkedAt'],
  faults: [],
  backups: { count: 0, newestAt: null, failure: null },
  encryption: 'off',
  space: { data: 1e6, backups: 0, recordings: 0, rest: 0, free: null },
  networkDrive: null,
  brokenPlaybooks: 0,
  versions: { app: '1.0.0', schema: 190, sqlite: '3.50.0', node: 'v24', system: 'linux x64' },
  log: [],
}

describe('the text of a check-up', () => {
  it('tells of a backup that failed, without the words that may name a folder', () => {
    expect(checkUpText(well)).not.toContain('FAILED')
    const failure = { at: well.checkedAt, message: 'Backups cannot be written to /home/ada/b.' }
    const text = checkUpText({ ...well, backups: { ...well.backups, failure } })
    expect(text).toContain('The last daily backup FAILED on 2026-11-24T09:00:00Z')
    expect(text).not.toContain('/home')
  })

  it('warns of a network drive, and says nothing of it where there is none', () => {
    expect(checkUpText(well)).not.toContain('network drive')
    expect(checkUpText({ ...well, networkDrive: 'nfs4' })).toContain(
      'The data folder is on a network drive (nfs4), where it is not safe',
    )
  })
})
