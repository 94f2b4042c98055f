import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Recovery } from '#contract/backups.ts'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { databaseFile } from '../store/file.ts'
import { noticeFile, recoveryOf } from './notice.ts'

const steps = ['nothing', 'file aside', 'log aside', 'new file', 'notice'] as const

/** A data folder as a kill leaves it after a step of the swap: the new file holds a profile. */
async function killedAfter(step: (typeof steps)[number]) {
  const { ask, engine, dataDir: saved } = openEngine()
  await ask('profile.save', aProfile)
  await engine.close()
  const dataDir = temporaryFolder()
  const file = databaseFile(dataDir)
  const ready = path.join(dataDir, 'recovering', 'ready')
  const aside = path.join(dataDir, 'damaged', '20261001T100000Z')
  for (const folder of [ready, aside]) mkdirSync(folder, { recursive: true })
  writeFileSync(file, 'damaged')
  writeFileSync(`${file}-wal`, 'its log')
  renameSync(databaseFile(saved), databaseFile(ready))
  const notice = { at: '2026-10-01T10:00:00Z', setAside: aside, found: [], backup: null }
  writeFileSync(noticeFile(ready), JSON.stringify(notice satisfies Record<keyof Recovery, unknown>))
  const done = steps.indexOf(step)
  if (done >= 1) renameSync(file, databaseFile(aside))
  if (done >= 2) renameSync(`${file}-wal`, `${databaseFile(aside)}-wal`)
  if (done >= 3) renameSync(databaseFile(ready), file)
  if (done >= 4) renameSync(noticeFile(ready), noticeFile(dataDir))
  return { dataDir, aside: databaseFile(aside), notice }
}

describe('a recovery that was killed on its last steps', () => {
  it.each(steps)('goes on at the next start after: %s', async (step) => {
    const { dataDir, aside, notice } = await killedAfter(step)
    const { ask } = openEngine({ dataDir })
    expect((await ask('profile.get', {})).profile?.name).toBe('Ada')
    expect(recoveryOf(dataDir)).toEqual(notice)
    expect(readFileSync(aside, 'utf8')).toBe('damaged')
    expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('its log')
    expect(existsSync(path.join(dataDir, 'recovering'))).toBe(false)
  })
})
