import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/days.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'
import { sameTimeDaysLater, wallClockAt } from '../local-time.ts'

async function opened(now = '2026-11-24T09:00:00Z', zone = 'Europe/Berlin') {
  const setup = openEngine({ now, zone })
  await setup.ask('profile.save', aProfile)
  return {
    ...setup,
    log: async (date: string, time: string) =>
      (
        await setup.ask('sessions.log', {
          category: 'coding',
          duration: '30m',
          date,
          time,
          counts: [{ kind: 'coding-hard', n: 2 }],
          note: `${date} ${time}`,
          acceptOverlap: true,
        })
      ).session,
    all: async () => setup.ask('sessions.page', { offset: 0, limit: 500 }),
  }
}

describe('moving many sessions by days', () => {
  it('keeps the time on the wall over a change of the clocks, and the counts and the note', async () => {
    const { ask, log, all } = await opened()
    // The clocks of Berlin went back on 25 October.
    const before = [await log('2026-10-24', '09:00'), await log('2026-10-26', '22:15')]
    await ask('sessions.change', { ids: before.map(({ id }) => id), moveByDays: -1 })
    const moved = (await all()).toReversed()
    expect(moved.map(({ date, time }) => [date, time])).toEqual([
      ['2026-10-23', '09:00'],
      ['2026-10-25', '22:15'],
    ])
    expect(moved.map(({ startedAt }) => startedAt)).toEqual([
      '2026-10-23T07:00:00Z',
      '2026-10-25T21:15:00Z',
    ])
    expect(moved.map(({ counts, note }) => [counts, note])).toEqual(
      before.map(({ counts, note }) => [counts, note]),
    )
    await ask('history.undo', {})
    expect((await all()).toReversed()).toEqual(before)
  })

  it('moves the study day along, whatever hour it begins at', async () => {
    const { ask, log, all } = await opened()
    await ask('profile.save', { ...aProfile, dayStartsAt: 4 })
    const { id, studyDay } = await log('2026-11-20', '02:00')
    expect(studyDay).toBe('2026-11-19')
    await ask('profile.save', { ...aProfile, dayStartsAt: 0 })
    await ask('sessions.change', { ids: [id], moveByDays: -7 })
    expect(await all()).toMatchObject([{ date: '2026-11-13', studyDay: '2026-11-12' }])
  })

  it('keeps each in the zone in which it was logged', async () => {
    const { ask, time, log, all } = await opened()
    const berlin = await log('2026-10-30', '09:00')
    time.set('2026-11-24T09:00:00Z', 'America/New_York')
    // New York's clocks went back on 1 November.
    const newYork = await log('2026-11-02', '09:00')
    await ask('sessions.change', { ids: [berlin.id, newYork.id], moveByDays: -3 })
    expect((await all()).map((row) => [row.timeZone, row.date, row.time, row.startedAt])).toEqual([
      ['America/New_York', '2026-10-30', '09:00', '2026-10-30T13:00:00Z'],
      ['Europe/Berlin', '2026-10-27', '09:00', '2026-10-27T08:00:00Z'],
    ])
  })

  it('changes none when one of them is in the trash', async () => {
    const { ask, refusal, log, all } = await opened()
    const [one, two] = [await log('2026-11-20', '09:00'), await log('2026-11-21', '09:00')]
    await ask('sessions.remove', { ids: [two.id] })
    const ids = [one.id, two.id]
    expect((await refusal('sessions.change', { ids, category: 'stories' })).code).toBe('not-found')
    expect(await all()).toEqual([one])
  })

  it('changes a session once that is named twice', async () => {
    const { ask, log, all } = await opened()
    const { id } = await log('2026-11-20', '09:00')
    const changed = await ask('sessions.change', { ids: [id, id], moveByDays: -1 })
    expect(changed).toEqual({ changed: 1 })
    expect(await all()).toMatchObject([{ date: '2026-11-19' }])
  })
})

describe('the same time on another day', () => {
  it('is the same as writing that date and time, in any zone, over any change of the clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'),
        fc.integer({ min: 0, max: 1400 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: -800, max: 800 }),
        (zone, day, minute, days) => {
          const two = (value: number) => String(value).padStart(2, '0')
          const date = addDays(wallClockAt('2024-01-01', '00:00', 'UTC', 0).date, day)
          const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
          const start = wallClockAt(date, time, zone, 0)
          // A time that this day skipped was moved when it was logged: from there it goes on.
          expect(sameTimeDaysLater(start.startedAt, zone, days)).toBe(
            wallClockAt(addDays(start.date, days), start.time, zone, 0).startedAt,
          )
        },
      ),
    )
  })

  it('keeps the seconds', () => {
    expect(sameTimeDaysLater('2026-10-24T07:00:37Z', 'Europe/Berlin', 2)).toBe(
      '2026-10-26T08:00:37Z',
    )
  })
})
