import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'
import type { Instant, StudyDay } from '#contract/units.ts'
import { dropOldBackups, isBackupDue } from '../backups/automatic.ts'
import { makeBackup } from '../backups/make.ts'
import { withStory } from '../stories/story-under-test.ts'
import { readable } from './database.ts'
import { openDatabase } from './open.ts'

/** A data folder with a profile and a session, closed. */
async function filled(): Promise<string> {
  const { ask, engine, dataDir } = openEngine()
  await ask('profile.save', aProfile)
  await ask('sessions.log', { category: 'coding', duration: '1h' })
  await engine.close()
  return dataDir
}

describe('a clock that is set back a year', () => {
  it('loses nothing, and the timer goes on and says so', async () => {
    const { ask, time, engine, dataDir } = openEngine({ now: '2026-10-01T10:00:00Z' })
    await ask('profile.save', aProfile)
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    await ask('timer.start', { category: 'coding' })
    time.set('2025-10-01T10:00:00Z')
    const { timer } = await ask('timer.get', {})
    expect(timer).toMatchObject({ state: 'running', clockSetBack: true })
    await ask('timer.seen', { idleS: 0 })
    await engine.close()
    const again = openEngine({ dataDir, now: '2025-10-01T10:05:00Z' })
    expect((await again.ask('timer.get', {})).timer).toMatchObject({ clockSetBack: true })
    expect((await again.ask('sessions.outline', {})).sessions).toBe(1)
    await again.ask('profile.save', { ...aProfile, startDate: '2025-09-01' })
    await again.ask('sessions.log', { category: 'coding', duration: '30m', acceptOverlap: true })
    expect((await again.ask('sessions.outline', {})).sessions).toBe(2)
    await again.ask('timer.discard', {})
    expect((await again.ask('history.undo', {})).label).toMatch(/timer/i)
  })

  it('makes one backup a day all the same, and removes none of those that there are', async () => {
    const dataDir = await filled()
    const folder = path.join(dataDir, 'backups')
    const connection = openDatabase(dataDir)
    onTestFinished(() => void connection.close())
    const work = { progress: () => {}, checkCancel: () => {} }
    const make = (at: string) => makeBackup(dataDir, folder, 'daily', at as Instant, work)
    const isDue = (day: string) => isBackupDue(dataDir, readable(connection), day as StudyDay)
    await make('2026-10-01T10:00:00Z')
    const { ask } = openEngine({ dataDir, now: '2025-10-01T10:00:00Z' })
    await ask('profile.save', { ...aProfile, name: 'Bob', startDate: '2025-09-01' })
    expect(isDue('2025-10-01')).toBe(true)
    await make('2025-10-01T10:00:00Z')
    expect(isDue('2025-10-01')).toBe(false)
    expect((await ask('backups.list', {})).backups).toHaveLength(2)
  })

  it('drops by the dates of the backups and never the one just made, nor those made by hand', async () => {
    const dataDir = await filled()
    const folder = path.join(dataDir, 'backups')
    const work = { progress: () => {}, checkCancel: () => {} }
    const make = (kind: 'daily' | 'manual', at: string) =>
      makeBackup(dataDir, folder, kind, at as Instant, work)
    for (let day = 1; day <= 9; day += 1) await make('daily', `2026-10-0${day}T10:00:00Z`)
    await make('manual', '2026-10-09T11:00:00Z')
    const made = await make('daily', '2025-10-01T10:00:00Z')
    dropOldBackups(dataDir, made)
    const left = readdirSync(folder)
    expect(left).toContain(made.id)
    expect(left.filter((name) => name.includes('manual'))).toHaveLength(1)
    // The last seven days that have one, by their names, are all there still.
    for (let day = 3; day <= 9; day += 1)
      expect(left).toContain(`loopready-2026100${day}T100000Z-daily.sqlite`)
  })

  it('leaves what was due on its day: it is due later by this clock, and by the right one again', async () => {
    const { ask, time, story } = await withStory()
    await ask('profile.save', aProfile)
    await ask('stories.setStatus', { id: story.id, status: 'ready' })
    await ask('rehearsals.save', {
      story: story.id,
      format: '2min',
      startedAt: '2026-10-01T09:50:00Z',
      parts: [{ part: 'action', ms: 60_000 }],
    })
    const due = await ask('rehearsals.due', {})
    expect(due.stories).toHaveLength(1)
    time.set('2025-10-01T10:00:00Z')
    const early = await ask('rehearsals.due', {})
    expect(early.stories).toMatchObject([{ state: 'later' }])
    time.set('2026-10-01T10:00:00Z')
    expect(await ask('rehearsals.due', {})).toEqual(due)
  })
})
