import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '#domain/days.ts'
import { asSeconds, asStudyDay } from '#domain/units.ts'
import { layoutOf, stretchesHolding, type LogRow } from './log-layout.ts'

/** A Tuesday, and the Sunday and the Friday of the week before. */
const days = [
  { day: asStudyDay('2026-11-24'), sessions: 2, seconds: asSeconds(5400) },
  { day: asStudyDay('2026-11-22'), sessions: 1, seconds: asSeconds(1800) },
  { day: asStudyDay('2026-11-20'), sessions: 3, seconds: asSeconds(9000) },
]

function written(row: LogRow | undefined): string {
  if (row === undefined) return 'none'
  if (row.kind === 'week')
    return `week ${row.week.start}: ${row.week.sessions} in ${row.week.seconds} s`
  return row.kind === 'day' ? row.day.day : `${row.offset}${row.isLastOfDay ? '.' : ''}`
}

describe('layoutOf', () => {
  it('puts each week above its days and each day above its sessions, and counts those through', () => {
    const layout = layoutOf(days)
    expect(layout.rows).toBe(11)
    expect(layout.sessions).toBe(6)
    expect(Array.from({ length: 12 }, (_, index) => written(layout.rowAt(index)))).toEqual([
      'week 2026-11-23: 2 in 5400 s',
      '2026-11-24',
      '0',
      '1.',
      'week 2026-11-16: 4 in 10800 s',
      '2026-11-22',
      '2.',
      '2026-11-20',
      '3',
      '4',
      '5.',
      'none',
    ])
  })

  it('finds the heading that a row stands under', () => {
    const layout = layoutOf(days)
    expect([0, 1, 2, 3, 4, 5, 6, 7, 10].map(layout.headingOf)).toEqual([0, 1, 1, 1, 4, 5, 5, 7, 7])
  })

  it('goes to a day, or to the next older one that has sessions', () => {
    const layout = layoutOf(days)
    expect(layout.headingOfDay('2026-11-22')).toBe(5)
    expect(layout.headingOfDay('2026-11-23')).toBe(5)
    expect(layout.headingOfDay('2026-12-31')).toBe(1)
    expect(layout.headingOfDay('2020-01-01')).toBe(7)
  })

  it('cuts weeks where they begin', () => {
    const layout = layoutOf(days, 7)
    expect(Array.from({ length: layout.rows }, (_, index) => written(layout.rowAt(index)))).toEqual(
      [
        'week 2026-11-22: 3 in 7200 s',
        '2026-11-24',
        '0',
        '1.',
        '2026-11-22',
        '2.',
        'week 2026-11-15: 3 in 9000 s',
        '2026-11-20',
        '3',
        '4',
        '5.',
      ],
    )
  })

  it('knows which sessions are of a day', () => {
    const layout = layoutOf(days)
    expect(layout.sessionsOfDay('2026-11-20')).toEqual({ offset: 3, sessions: 3 })
    expect(layout.sessionsOfDay('2026-11-21')).toBeNull()
    expect(layout.sessionsOfDay('2020-01-01')).toBeNull()
  })

  it('tells all rows apart', () => {
    const layout = layoutOf(days)
    const keys = Array.from({ length: layout.rows }, (_, index) => layout.keyAt(index))
    expect(new Set(keys).size).toBe(layout.rows)
  })

  it('has no rows without days', () => {
    const layout = layoutOf([])
    expect(layout.rows).toBe(0)
    expect(layout.rowAt(0)).toBeUndefined()
  })

  it('leads from every session to its row and back', () => {
    const anyDays = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(
        anyDays,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        (sessionsPerDay, weekStartsOn, step) => {
          const all = sessionsPerDay.map((sessions, index) => ({
            day: addDays(asStudyDay('2026-11-24'), -index * step),
            sessions,
            seconds: asSeconds(sessions * 60),
          }))
          const layout = layoutOf(all, weekStartsOn)
          const rows = Array.from({ length: layout.rows }, (_, index) => layout.rowAt(index))
          const keys = rows.map((_, index) => layout.keyAt(index))
          expect(new Set(keys).size).toBe(layout.rows)
          const weeks = rows.flatMap((row) => (row?.kind === 'week' ? [row.week] : []))
          expect(new Set(weeks.map(({ start }) => start)).size).toBe(weeks.length)
          expect(weeks.every(({ start }) => weekdayOf(start) === weekStartsOn)).toBe(true)
          expect(weeks.reduce((sum, week) => sum + week.seconds, 0)).toBe(layout.sessions * 60)
          expect(weeks.reduce((sum, week) => sum + week.sessions, 0)).toBe(layout.sessions)
          for (let offset = 0; offset < layout.sessions; offset += 1) {
            const index = layout.rowOfSession(offset)
            const row = layout.rowAt(index)
            expect(row).toMatchObject({ kind: 'session', offset })
            expect(layout.keyAt(index)).toBe(offset)
            expect(layout.rowAt(layout.headingOf(index))).toMatchObject({
              kind: 'day',
              day: row?.kind === 'session' ? row.day : null,
            })
          }
        },
      ),
    )
  })
})

describe('stretchesHolding', () => {
  it('gives each stretch that is needed once, in order', () => {
    expect(stretchesHolding([0, 99], 100)).toEqual([0])
    expect(stretchesHolding([205, 95, 201, 0], 100)).toEqual([0, 200])
    expect(stretchesHolding([], 100)).toEqual([])
  })
})
