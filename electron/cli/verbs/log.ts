import type { Session } from '#contract/sessions.ts'
import { formatDuration, formatHours } from '#domain/duration.ts'
import { meant } from '../command-line.ts'
import { complain, explained, valueOf } from '../complaint.ts'
import { readCounts, shortNames } from '../counts.ts'
import { defineVerb, type Terminal } from '../verb.ts'

/** Logs a study session. */
export const log = defineVerb({
  name: 'log',
  operands: '<duration> <category>',
  takes: [2, 8],
  summary: 'Log a study session',
  details: `Durations: 90 (minutes), 1h30, 1:30, 90m, 1.5h. "loopready categories" lists the categories.
Kinds for --count: ${Object.entries(shortNames)
    .map(([kind, short]) => (kind === short ? kind : `${short} (${kind})`))
    .join(', ')}.
A session that overlaps another is logged with a warning, unless --no-overlap is given.

Examples
  loopready log 90m system-design --count design=1
  loopready log 1h30 coding --date 2026-11-20 --time 19:30 --count medium=3 --count hard=1 --note "Graphs"`,
  options: {
    date: { type: 'text', value: 'YYYY-MM-DD', help: 'The day it started; without it today.' },
    time: { type: 'text', value: 'HH:MM', help: 'The time it started; without it now.' },
    note: { type: 'text', value: 'TEXT', help: 'A note.' },
    count: {
      type: 'list',
      value: 'KIND=N',
      help: 'Something counted, such as medium=3; may be repeated.',
    },
    'no-overlap': { type: 'flag', help: 'Refuse a session that overlaps another.' },
    json: { type: 'flag', help: 'Print JSON: the session, and those it overlaps.' },
  },
  run: async (terminal, given, operands) => {
    // "log 1h 30m coding" is three words: the category is the last one, and the engine judges the rest.
    const duration = operands.slice(0, -1).join(' ')
    const category = (operands.at(-1) ?? '').toLowerCase()
    const result = await terminal.engine().call('sessions.log', {
      duration,
      category,
      counts: readCounts(given.count),
      acceptOverlap: !given['no-overlap'],
      ...(given.date === undefined ? {} : { date: given.date }),
      ...(given.time === undefined ? {} : { time: given.time }),
      ...(given.note === undefined ? {} : { note: given.note }),
    })
    if (!result.ok) {
      const { others = [], ...first } = result.error
      const isCategory = [first, ...others].some(({ field }) => field === 'category')
      const about = isCategory ? await aboutCategory(terminal, category) : undefined
      const told = <E extends { field?: string }>(error: E) =>
        error.field === 'category' ? { ...error, ...about } : error
      return complain(explained({ ...told(first), others: others.map(told) }))
    }
    const { session, overlaps } = result.value
    const [first] = overlaps
    if (first)
      terminal.warn(`warning: this overlaps ${described(first)}; it was logged all the same.`)
    terminal.print(
      given.json
        ? JSON.stringify({ session, overlaps }, null, 2)
        : `Logged ${described(session)}.${await standing(terminal, session)}`,
    )
  },
})

function described({ durationS, category, date, time }: Session): string {
  return `${formatDuration(durationS)} of ${category} on ${date} at ${time}`
}

/** Where the session's category stands now, as a sentence. */
async function standing({ engine }: Terminal, { planCategory }: Session): Promise<string> {
  const { allocation } = valueOf(await engine().call('plan.status', {}))
  const row = allocation.find(({ category }) => category === planCategory)
  return row
    ? ` ${row.category}: ${formatHours(row.actualHours)} of ${formatHours(row.plannedHours)}.`
    : ''
}

/** What to say about a category that is none; also where what was typed is not even the name of one. */
async function aboutCategory({ engine }: Terminal, typed: string) {
  const { profile } = valueOf(await engine().call('profile.get', {}))
  if (!profile) return undefined
  const { plan } = valueOf(await engine().call('playbooks.get', { id: profile.level }))
  const slugs = plan.categories.map(({ slug }) => slug)
  return {
    message: `${profile.level} has no category "${typed}".${meant(typed, slugs)}`,
    hint: `Choose one of ${slugs.join(', ')}.`,
  }
}
