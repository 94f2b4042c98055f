import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

async function opened(now: string, zone = 'Europe/Berlin') {
  const setup = openEngine({ now, zone })
  await setup.ask('profile.save', aProfile)
  return {
    ...setup,
    log: async (typed: Readonly<{ duration?: string; date?: string; time?: string }> = {}) =>
      setup.ask('sessions.log', {
        category: 'coding',
        duration: '1h',
        counts: [{ kind: 'coding-hard', n: 1 }],
        acceptOverlap: true,
        ...typed,
      }),
    status: async () => setup.ask('plan.status', {}),
  }
}

describe('the streak in the status', () => {
  it('counts days in a row, and is switched off in the profile', async () => {
    const { ask, log, status } = await opened('2026-11-24T09:00:00Z')
    for (const date of ['2026-11-21', '2026-11-22', '2026-11-23']) await log({ date })
    expect((await status()).streak).toEqual({
      currentDays: 3,
      longestDays: 3,
      longestFrom: '2026-11-21',
      longestTo: '2026-11-23',
      studiedToday: false,
      currentWeeks: 0,
      longestWeeks: 0,
    })
    await ask('profile.save', { ...aProfile, streaks: false })
    expect((await status()).streak).toBeNull()
  })

  it('forgets what is in the trash', async () => {
    const { ask, log, status } = await opened('2026-11-24T09:00:00Z')
    await log({ date: '2026-11-22' })
    const { session } = await log({ date: '2026-11-23' })
    await ask('sessions.remove', { ids: [session.id] })
    expect((await status()).streak).toMatchObject({ currentDays: 0, longestDays: 1 })
  })

  it('holds weeks against the weekly hours, from the weekday that weeks begin on', async () => {
    const { ask, log, status } = await opened('2026-11-24T09:00:00Z')
    // A Sunday and the Saturday after it: two weeks of Monday, one week of Sunday.
    for (const date of ['2026-11-15', '2026-11-21']) await log({ date, duration: '10h' })
    expect(await status()).toMatchObject({ streak: { currentWeeks: 0, longestWeeks: 0 } })
    await ask('profile.save', { ...aProfile, weekStartsOn: 7 })
    const { streak, weeks } = await status()
    expect(streak).toMatchObject({ currentWeeks: 1, longestWeeks: 1 })
    expect(weeks).toHaveLength(12)
    expect(weeks.slice(-2)).toEqual([
      { start: '2026-11-15', hours: 20, reached: true },
      { start: '2026-11-22', hours: 0, reached: false },
    ])
    await ask('profile.save', { ...aProfile, weeklyHours: 10, weekStartsOn: 1 })
    expect((await status()).streak).toMatchObject({ currentWeeks: 2, longestWeeks: 2 })
  })

  it('is not broken by a change of the clocks, in either direction', async () => {
    const spring = await opened('2026-03-30T10:00:00Z')
    for (const [date, time] of [
      ['2026-03-28', '23:59'],
      ['2026-03-29', '02:30'],
      ['2026-03-30', '00:00'],
    ] as const)
      await spring.log({ date, time })
    expect((await spring.status()).streak).toMatchObject({ currentDays: 3, longestDays: 3 })

    const autumn = await opened('2026-10-26T10:00:00Z')
    for (const [date, time] of [
      ['2026-10-24', '23:59'],
      ['2026-10-25', '23:59'],
      ['2026-10-26', '00:00'],
    ] as const)
      await autumn.log({ date, time })
    expect((await autumn.status()).streak).toMatchObject({ currentDays: 3, longestDays: 3 })
  })

  it('counts the day that the wall showed, however far somebody travels', async () => {
    const { time, log, status } = await opened('2026-06-10T21:30:00Z', 'Asia/Tokyo')
    // The 11th in Tokyo already; then west, to where it is the 11th still, and home.
    await log()
    time.set('2026-06-11T20:00:00Z', 'America/Los_Angeles')
    await log()
    expect((await status()).streak).toMatchObject({ currentDays: 1, studiedToday: true })
    time.set('2026-06-12T19:00:00Z', 'America/Los_Angeles')
    await log()
    time.set('2026-06-13T10:00:00Z', 'Europe/Berlin')
    await log()
    const before = (await status()).streak
    expect(before).toMatchObject({ currentDays: 3, longestFrom: '2026-06-11' })
    time.set('2026-06-13T11:00:00Z', 'Asia/Kolkata')
    expect((await status()).streak).toEqual(before)
  })

  it('keeps a day that runs past midnight whole', async () => {
    const { ask, log, status } = await opened('2026-11-24T01:30:00Z')
    await ask('profile.save', { ...aProfile, dayStartsAt: 4 })
    await log({ date: '2026-11-24', time: '01:00' })
    await log({ date: '2026-11-22', time: '20:00' })
    expect(await status()).toMatchObject({
      today: '2026-11-23',
      streak: { currentDays: 2, studiedToday: true },
    })
  })
})

/** The calendar date that a clock in a zone shows, worked out by another way than the engine's. */
function dateIn(zone: string, instantMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instantMs)
}
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

describe('streaks, weeks and totals, wherever and whenever sessions were logged', () => {
  it('agree with counting dates on a calendar, in any zone, over changes of the clocks, for any week start', async () => {
    // Around the changes of the clocks of Europe, America and Lord Howe, and over the date line.
    const stretch = fc.record({
      zone: fc.constantFrom(
        'Europe/Berlin',
        'America/New_York',
        'Australia/Lord_Howe',
        'Pacific/Kiritimati',
        'Pacific/Pago_Pago',
        'Asia/Kolkata',
      ),
      hoursLater: fc.integer({ min: 1, max: 40 }),
      minutes: fc.integer({ min: 1, max: 600 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('2026-03-05T00:30:00Z', '2026-03-27T22:30:00Z', '2026-10-23T23:30:00Z'),
        fc.array(stretch, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 12 }),
        async (begin, stretches, weekStartsOn, weeklyHours) => {
          const { engine, ask, time, log, status } = await opened(begin)
          await ask('profile.save', { ...aProfile, weekStartsOn, weeklyHours })
          let now = Date.parse(begin)
          const logged: { day: number; seconds: number }[] = []
          for (const { zone, hoursLater, minutes } of stretches) {
            now += hoursLater * 3_600_000
            time.set(new Date(now).toISOString(), zone)
            await log({ duration: `${minutes}m` })
            logged.push({ day: dayNumber(dateIn(zone, now)), seconds: minutes * 60 })
          }
          const zone = stretches.at(-1)?.zone ?? 'UTC'
          const today = dayNumber(dateIn(zone, now))
          const found = await status()

          const days = new Set(logged.map(({ day }) => day))
          const runTo = (last: number) => {
            let length = 0
            while (days.has(last - length)) length += 1
            return length
          }
          expect(found.streak?.longestDays).toBe(Math.max(...[...days].map(runTo)))
          // What lies beyond today was logged west of it: the last run reaches today or yesterday all the same.
          const last = Math.max(...days)
          expect(found.streak?.currentDays).toBe(last >= today - 1 ? runTo(last) : 0)

          // 1970-01-01 was a Thursday, the fourth weekday.
          const weekOf = (day: number) => Math.floor((day + 3 - (weekStartsOn - 1)) / 7)
          const hoursOf = (week: number) =>
            logged.reduce((sum, one) => sum + (weekOf(one.day) === week ? one.seconds : 0), 0) /
            3600
          found.weeks.forEach(({ start, hours, reached }) => {
            const week = weekOf(dayNumber(start))
            expect(weekOf(dayNumber(start) - 1)).toBe(week - 1)
            expect(hours).toBeCloseTo(hoursOf(week), 9)
            expect(reached).toBe(hoursOf(week) >= weeklyHours)
          })
          const coding = found.milestones.find(({ id }) => id === 'coding-problems')
          expect(coding?.actual).toBe(stretches.length)
          expect(found.totals.studyDays).toBe(days.size)
          await engine.close()
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)
})

describe('totals towards a milestone', () => {
  it('hold every count once, across zones, changes of the clocks and week starts', async () => {
    const { ask, time, log, status } = await opened('2026-03-28T22:30:00Z')
    await log()
    time.set('2026-03-29T00:59:00Z')
    await log()
    time.set('2026-03-29T01:01:00Z')
    await log()
    time.set('2026-03-29T02:00:00Z', 'Pacific/Kiritimati')
    await log()
    time.set('2026-03-29T02:30:00Z', 'Pacific/Pago_Pago')
    await log()
    const figures = async () => {
      const { counts, milestones, totals } = await status()
      return {
        counts,
        coding: milestones.find(({ id }) => id === 'coding-problems')?.actual,
        sessions: totals.sessions,
        seconds: totals.seconds,
      }
    }
    const expected = {
      counts: [{ kind: 'coding-hard', total: 5 }],
      coding: 5,
      sessions: 5,
      seconds: 18_000,
    }
    for (const zone of ['UTC', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia']) {
      time.set('2026-04-06T12:00:00Z', zone)
      expect(await figures()).toEqual(expected)
    }
    await ask('profile.save', { ...aProfile, weekStartsOn: 6, dayStartsAt: 5 })
    expect(await figures()).toEqual(expected)
  })
})
