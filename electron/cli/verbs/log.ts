import { complain } from '../complaint.ts'
import { readCounts, shortNames } from '../counts.ts'
import { logLine } from '../quick-add.ts'
import { loggedText, warnOfOverlap } from '../text/session-text.ts'
import { valueWithCategory } from '../typed-category.ts'
import { defineVerb, type Terminal } from '../verb.ts'

/** Logs a study session. */
export const log = defineVerb({
  name: 'log',
  operands: '<duration> <category>',
  takes: [1, 200],
  summary: 'Log a study session',
  details: `Durations: 90 (minutes), 1h30, 1:30, 90m, 1.5h. "loopready categories" lists the categories.
Kinds for --count: ${Object.entries(shortNames)
    .map(([kind, short]) => (kind === short ? kind : `${short} (${kind})`))
    .join(', ')}.
A session that overlaps another is logged with a warning, unless --no-overlap is given.

One argument with spaces in it is read as "loopready add" reads it.

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
    const [line = ''] = operands
    if (operands.length === 1) return logWhole(terminal, line, given)
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
    if (!result.ok && operands.length > 2) await hintAtAdd(terminal, operands)
    const logged = await valueWithCategory(terminal, result, category)
    warnOfOverlap(terminal, logged.overlaps)
    terminal.print(
      given.json ? JSON.stringify(logged, null, 2) : await loggedText(terminal, logged.session),
    )
  },
})

/** "log 50m coding 1 hard" is a line as "add" reads it. Where the whole of it is one, that is what to say. */
async function hintAtAdd(terminal: Terminal, operands: readonly string[]): Promise<void> {
  const line = operands.join(' ')
  const read = await terminal.engine().call('sessions.parse', { text: line })
  if (read.ok && read.value.session !== null)
    complain(
      `"log" reads <duration> <category>. For the whole line write: loopready add "${line.replaceAll('"', '\\"')}". Counts beside "log" are written --count hard=1.`,
    )
}

/** `log "1h coding"`: the whole session is one line, so nothing of it may stand beside it. */
async function logWhole(
  terminal: Terminal,
  line: string,
  given: Parameters<typeof logLine>[2] &
    Readonly<Record<'date' | 'time' | 'note', string | undefined> & { count: readonly string[] }>,
): Promise<void> {
  if (!/\s/.test(line.trim()))
    complain('"log" needs <duration> <category>. "loopready log --help" says more.')
  const { date, time, note, count } = given
  const beside = Object.entries({ date, time, note, count: count[0] }).find(
    ([, value]) => value !== undefined,
  )
  if (beside)
    complain(`--${beside[0]}: Write it into the line, or write duration and category apart.`)
  await logLine(terminal, line, given)
}
