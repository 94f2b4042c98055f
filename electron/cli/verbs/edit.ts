import type { InputOf } from '#contract/index.ts'
import type { Session } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'
import { totalCounts } from '#domain/counts.ts'
import { complain } from '../complaint.ts'
import { readCounts } from '../counts.ts'
import { described, warnOfOverlap } from '../text/session-text.ts'
import { valueWithCategory } from '../typed-category.ts'
import { sessionHelp, sessionNamed } from '../typed-session.ts'
import { defineVerb } from '../verb.ts'

/** Changes a session: what is given takes the place of what was there, the rest stays. */
export const edit = defineVerb({
  name: 'edit',
  operands: '<session>',
  takes: [1, 1],
  summary: 'Change a session',
  details: `${sessionHelp}
What is not given stays as it is. --count medium=3 sets that count and leaves the others; medium=0 takes it away.

Examples
  loopready edit last --duration 1h45
  loopready edit 3fa9c1 --category stories --time 19:30 --count mock=1`,
  options: {
    duration: { type: 'text', value: 'DURATION', help: 'How long it lasted.' },
    category: { type: 'text', value: 'CATEGORY', help: 'Its category.' },
    date: { type: 'text', value: 'YYYY-MM-DD', help: 'The day it started.' },
    time: { type: 'text', value: 'HH:MM', help: 'The time it started.' },
    note: { type: 'text', value: 'TEXT', help: 'Its note; --note= takes it away.' },
    count: {
      type: 'list',
      value: 'KIND=N',
      help: 'Something counted, such as medium=3; may be repeated.',
    },
    'no-overlap': { type: 'flag', help: 'Refuse a change that makes it overlap another session.' },
    json: { type: 'flag', help: 'Print JSON: the session, and those it overlaps.' },
  },
  run: async (terminal, given, operands) => {
    const { json, 'no-overlap': noOverlap, count, ...texts } = given
    const isChange = count.length > 0 || Object.values(texts).some((text) => text !== undefined)
    if (!isChange)
      complain('Say what to change: --duration, --category, --date, --time, --note or --count.')
    const before = await sessionNamed(terminal, operands[0] ?? '')
    const category = (given.category ?? before.category).toLowerCase()
    const input: InputOf<'sessions.edit'> = {
      id: before.id,
      category,
      duration: given.duration ?? formatDuration(before.durationS),
      note: given.note ?? before.note,
      counts: changedCounts(before, readCounts(count)),
      acceptOverlap: !noOverlap,
      ...(given.date === undefined ? {} : { date: given.date }),
      ...(given.time === undefined ? {} : { time: given.time }),
    }
    const result = await terminal.engine().call('sessions.edit', input)
    const edited = await valueWithCategory(terminal, result, category)
    warnOfOverlap(terminal, edited.overlaps, 'changed')
    terminal.print(
      json ? JSON.stringify(edited, null, 2) : `Changed: it is ${described(edited.session)} now.`,
    )
  },
})

function changedCounts({ counts }: Session, given: Session['counts']): Session['counts'] {
  const changed = new Set(given.map(({ kind }) => kind))
  const kept = counts.filter(({ kind }) => !changed.has(kind))
  const all = totalCounts([...kept, ...given])
  return Array.from(all, ([kind, n]) => ({ kind, n })).filter(({ n }) => n > 0)
}
