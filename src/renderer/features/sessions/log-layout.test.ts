import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/days.ts'
import { asSeconds, asStudyDay } from '#domain/units.ts'
import { layoutOf, stretchesHolding, type LogRow } from './log-layout.ts'

const days = [
  { day: asStudyDay('2026-11-24'), sessions: 2, seconds: asSeconds(5400) },
  { day: asStudyDay('2026-11-22'), sessions: 1, seconds: asSeconds(1800) },
  { day: asStudyDay('2026-11-20'), sessions: 3, seconds: asSeconds(9000) },
]

function written(row: LogRow | undefined): string {
  if (row === undefined) return 'none'
  return row.kind === 'day' ? row.day.day : `${row.offset}${row.isLastOfDay ? '.' : ''}`
}

describe('layoutOf', () => {
  it('puts each day above its sessions and counts those through', () => {
    const layout = layoutOf(days)
    expect(layout.rows).toBe(9)
    expect(layout.sessions).toBe(6)
    expect(Array.from({ length: 10 }, (_, index) => written(layout.rowAt(index)))).toEqual([
      '2026-11-24',
      '0',
      '1.',
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
    expect([0, 1, 2, 3, 4, 5, 8].map(layout.headingOf)).toEqual([0, 0, 0, 3, 3, 5, 5])
  })

  it('goes to a day, or to the next older one that has sessions', () => {
    const layout = layoutOf(days)
    expect(layout.headingOfDay('2026-11-22')).toBe(3)
    expect(layout.headingOfDay('2026-11-23')).toBe(3)
    expect(layout.headingOfDay('2026-12-31')).toBe(0)
    expect(layout.headingOfDay('2020-01-01')).toBe(5)
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
      fc.property(anyDays, (sessionsPerDay) => {
        const layout = layoutOf(
          sessionsPerDay.map((sessions, index) => ({
            day: addDays(asStudyDay('2026-11-24'), -index),
            sessions,
            seconds: asSeconds(0),
          })),
        )
        for (let offset = 0; offset < layout.sessions; offset += 1) {
          const index = layout.rowOfSession(offset)
          const row = layout.rowAt(index)
          expect(row).toMatchObject({ kind: 'session', offset })
          expect(layout.keyAt(index)).toBe(offset)
          expect(layout.rowAt(layout.headingOf(index))).toMatchObject({
            kind: 'day',
            day: row?.day,
          })
        }
      }),
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
