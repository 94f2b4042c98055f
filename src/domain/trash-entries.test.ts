import { describe, expect, it } from 'vitest'
import type { OutputOf } from '#contract/index.ts'
import type { Instant } from '#contract/units.ts'
import { trashEntries } from './trash-entries.ts'

// Only what the list reads of what the engine tells.
const trash = (parts: object) =>
  ({
    total: 0,
    days: 30,
    sessions: [],
    stories: [],
    evidence: [],
    rehearsals: [],
    mocks: [],
    questions: [],
    checklistItems: [],
    ...parts,
  }) as OutputOf<'trash.list'>
const at = (hour: number) => `2026-11-24T${String(hour).padStart(2, '0')}:00:00Z` as Instant
const session = (id: string, hour: number) => ({ session: { id }, deletedAt: at(hour) })
const question = (id: string, hour: number) => ({
  question: { id, text: `Why ${id}?` },
  deletedAt: at(hour),
})
const idsOf = ({ entries }: ReturnType<typeof trashEntries>) => entries.map(({ id }) => id)

describe('the list of the trash', () => {
  it('names every kind of thing, what went last first', () => {
    const found = trashEntries(
      trash({
        total: 1,
        sessions: [session('s', 4)],
        stories: [{ story: { id: 'story', title: ' ' }, deletedAt: at(7) }],
        evidence: [
          {
            evidence: {
              id: 'e',
              metric: 'Latency',
              baseline: 850,
              achieved: 285,
              target: null,
              unit: 'ms',
              period: '',
            },
            deletedAt: at(6),
          },
        ],
        rehearsals: [
          {
            rehearsal: { id: 'r', studyDay: '2026-11-20', note: 'slow' },
            title: 'Checkout',
            deletedAt: at(5),
          },
        ],
        mocks: [
          {
            mock: { id: 'm', type: 'bar-raiser', date: '2026-11-21', interviewer: 'Grace' },
            deletedAt: at(3),
          },
        ],
        questions: [question('q', 2)],
        checklistItems: [{ item: 'c', level: 'L6', text: 'I lead a guild.', deletedAt: at(1) }],
      }),
      50,
      500,
    )
    expect(found).toMatchObject({ total: 7, areAll: true })
    expect(
      found.entries.map((entry) =>
        entry.session === null ? `${entry.kind}: ${entry.name} | ${entry.detail}` : 'a session',
      ),
    ).toEqual([
      'Story: Untitled story | ',
      'Figure: Latency | from 850 to 285 ms',
      'Rehearsal: Checkout, 20 Nov 2026 | slow',
      'a session',
      'Mock interview: Bar raiser, 21 Nov 2026 | with Grace',
      'Question: Why q? | ',
      'Checklist item: I lead a guild. | L6',
    ])
  })

  it('keeps back what is older than the sessions that were asked for, until all are there', () => {
    const some = { total: 3, questions: [question('new', 9), question('old', 1)] }
    const first = trashEntries(trash({ ...some, sessions: [session('a', 8)] }), 1, 500)
    expect([idsOf(first), first.total, first.areAll]).toEqual([['new', 'a'], 5, false])
    const sessions = [session('a', 8), session('b', 5), session('c', 0)]
    expect(idsOf(trashEntries(trash({ ...some, sessions }), 500, 500))).toEqual([
      'new',
      'a',
      'b',
      'old',
      'c',
    ])
  })

  it('keeps nothing back once no more can be asked for', () => {
    const many = trash({ total: 3, sessions: [session('a', 8)], questions: [question('old', 1)] })
    expect(idsOf(trashEntries(many, 1, 1))).toEqual(['a', 'old'])
  })
})
