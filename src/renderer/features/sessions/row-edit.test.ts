import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Session } from '#contract/sessions.ts'
import { parseDuration } from '#domain/duration.ts'
import { asSeconds, asStudyDay } from '#domain/units.ts'
import { isChanged, rowFields, rowInput, textOf, typedFrom } from './row-edit.ts'

const session: Session = {
  id: '01900000-0000-7000-8000-000000000001',
  playbook: 'L6',
  category: 'coding',
  planCategory: 'coding',
  studyDay: asStudyDay('2026-11-24'),
  startedAt: '2026-11-24T09:00:37Z' as Session['startedAt'],
  timeZone: 'UTC',
  date: asStudyDay('2026-11-24'),
  time: '09:00',
  durationS: asSeconds(5417),
  counts: [{ kind: 'coding-hard', n: 2 }],
  note: 'Heaps',
}

describe('a row that is edited in place', () => {
  it('leaves the start out while it is untouched, and sends both parts of it once one is', () => {
    expect(rowInput(session, { note: 'Graphs' })).not.toHaveProperty('time')
    expect(rowInput(session, { time: '08:30' })).toMatchObject({
      date: '2026-11-24',
      time: '08:30',
    })
  })

  it('keeps the counts, and what was changed elsewhere in the fields that were not touched', () => {
    const changedElsewhere = { ...session, note: 'From the terminal' }
    expect(rowInput(changedElsewhere, { duration: '2h' })).toEqual({
      category: 'coding',
      duration: '2h',
      counts: session.counts,
      note: 'From the terminal',
    })
  })

  it('is unchanged when the same was typed again', () => {
    expect(isChanged(session, {})).toBe(false)
    expect(isChanged(session, textOf(session))).toBe(false)
    expect(isChanged(session, { note: '' })).toBe(true)
  })

  it('never changes a duration that was not touched, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), (durationS) => {
        const { duration } = rowInput({ ...session, durationS: asSeconds(durationS) }, {})
        expect(parseDuration(duration)).toEqual({ ok: true, seconds: durationS })
      }),
    )
  })

  it('takes back from the store exactly what was typed, and nothing that is not text of a field', () => {
    const typed = fc.dictionary(
      fc.uuid(),
      fc.record(
        Object.fromEntries(rowFields.map((field) => [field, fc.string({ unit: 'binary' })])),
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(typed, (rows) => {
        const stored: unknown = JSON.parse(JSON.stringify(rows))
        expect(Object.fromEntries(typedFrom(stored))).toEqual({ ...rows })
      }),
    )
    expect(typedFrom(null).size).toBe(0)
    expect(typedFrom('x').size).toBe(0)
    expect([...typedFrom({ a: { note: 1, other: 'x', time: '09:00' }, b: 3 })]).toEqual([
      ['a', { time: '09:00' }],
    ])
  })
})
