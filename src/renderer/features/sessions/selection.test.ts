import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Session } from '#contract/sessions.ts'
import { asSeconds } from '#domain/units.ts'
import { selectedAtMost, stepOf, toggled, viewOf, withSessions, type Stretch } from './selection.ts'

const aSession = (id: string, part: Partial<Session> = {}) =>
  ({
    id,
    playbook: 'L6',
    category: 'coding',
    startedAt: '2026-11-23T09:00:00Z',
    durationS: asSeconds(3600),
    ...part,
  }) as Session

describe('the selection', () => {
  it('takes a session in and out again', () => {
    const one = toggled(new Map(), aSession('a'))
    expect([...one.keys()]).toEqual(['a'])
    expect(toggled(one, aSession('a')).size).toBe(0)
  })

  it('stops at what can be changed at once', () => {
    const many = Array.from({ length: selectedAtMost + 5 }, (_, n) => aSession(`${n}`))
    expect(withSessions(new Map(), many).size).toBe(selectedAtMost)
  })

  it('sums up, finds the earliest, and tells whether categories differ', () => {
    const early = aSession('b', {
      startedAt: '2026-11-22T23:00:00Z' as Session['startedAt'],
      category: 'stories',
    })
    const view = viewOf(withSessions(new Map(), [aSession('a'), early]))
    expect(view).toMatchObject({
      ids: ['a', 'b'],
      seconds: 7200,
      categoriesDiffer: true,
      canMerge: true,
    })
    expect(view.earliest?.id).toBe('b')
    expect(viewOf(withSessions(new Map(), [early])).canMerge).toBe(false)
  })
})

describe('a step with Shift', () => {
  it('leaves exactly what lies between the anchor and the new place, wherever it came from', () => {
    const place = fc.integer({ min: 0, max: 30 })
    const places = ({ first, last }: Stretch) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index)
    fc.assert(
      fc.property(place, place, place, (anchor, from, to) => {
        const chosen = new Set(
          places({ first: Math.min(anchor, from), last: Math.max(anchor, from) }),
        )
        const { added, removed } = stepOf(anchor, from, to)
        for (const offset of removed === null ? [] : places(removed)) chosen.delete(offset)
        for (const offset of places(added)) chosen.add(offset)
        expect([...chosen].toSorted((a, b) => a - b)).toEqual(
          places({ first: Math.min(anchor, to), last: Math.max(anchor, to) }),
        )
      }),
    )
  })
})
