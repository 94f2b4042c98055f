import { describe, expect, it } from 'vitest'
import type { CheckUp } from '#contract/diagnostics.ts'
import { checkUpFindings } from './check-up-words.ts'

const well: CheckUp = {
  checkedAt: '2026-11-24T09:00:00Z' as CheckUp['checkedAt'],
  faults: [],
  backups: { count: 3, newestAt: '2026-11-24T08:00:00Z' as CheckUp['checkedAt'], failure: null },
  encryption: 'off',
  space: { data: 1e6, backups: 3e6, recordings: 0, rest: 1e5, free: 20e9 },
  networkDrive: null,
  brokenPlaybooks: 0,
  versions: { app: '1.0.0', schema: 150, sqlite: '3.50.0', node: 'v24', system: 'linux x64' },
  log: [],
  text: '',
}
const failure = { at: well.checkedAt, message: 'The disk is full.' }
const wrong = (found: Partial<CheckUp>) =>
  checkUpFindings({ ...well, ...found }).flatMap(({ key, isWrong }) => (isWrong ? [key] : []))

describe('the result of a check-up', () => {
  it('is all well where nothing is wrong', () => {
    expect(wrong({})).toEqual([])
    expect(checkUpFindings(well).map(({ text }) => text)).toContain('20.0 GB free on the disk.')
  })

  it.each<readonly [string, Partial<CheckUp>]>([
    ['file', { faults: ['row 1 missing from index'] }],
    ['backups', { backups: { count: 0, newestAt: null, failure: null } }],
    ['backup-failed', { backups: { ...well.backups, failure } }],
    ['encryption', { encryption: 'no-key' }],
    ['encryption', { encryption: 'unknown' }],
    ['space', { space: { ...well.space, free: 499_000_000 } }],
    ['drive', { networkDrive: 'nfs4' }],
    ['playbooks', { brokenPlaybooks: 2 }],
  ])('says what to do about the %s', (key, found) => {
    expect(wrong(found)).toEqual([key])
  })
})
