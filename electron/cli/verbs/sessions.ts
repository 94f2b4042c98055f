import type { Session } from '#contract/sessions.ts'
import { asSeconds } from '#domain/units.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatLongDay } from '#domain/readable.ts'
import { complain, valueOf } from '../complaint.ts'
import { shortNames } from '../counts.ts'
import { lettersOf } from '../text/letters.ts'
import { printable } from '../text/printable.ts'
import { table } from '../text/table.ts'
import { defineVerb, type Paint, type Terminal } from '../verb.ts'

const shownInText = 30
const pageSize = 500

/** Lists logged sessions. */
export const sessions = defineVerb({
  name: 'sessions',
  operands: '',
  takes: [0, 0],
  summary: 'List the sessions, newest first',
  options: {
    limit: {
      type: 'text',
      value: 'N',
      help: `How many at most; without it ${shownInText}, or all with --json.`,
    },
    json: { type: 'flag', help: 'Print JSON: an array of sessions.' },
  },
  run: async (terminal, { limit, json }) => {
    const most = limit === undefined ? (json ? Infinity : shownInText) : numberFrom(limit)
    const listed = await newest(terminal, most)
    if (json) {
      terminal.print(JSON.stringify(listed, null, 2))
      return
    }
    const outline = valueOf(await terminal.engine().call('sessions.outline', {}))
    const lines = byDay(listed).map((day) => dayText(terminal.paint, day))
    const total = `${count(outline.sessions)}, ${formatDuration(outline.seconds)} in all.`
    const isCut = listed.length < outline.sessions
    const rest = isCut
      ? ` These are the newest ${listed.length}; --limit ${outline.sessions} shows all.`
      : ''
    terminal.print(outline.sessions === 0 ? nothing : [...lines, total + rest].join('\n\n'))
  },
})

const nothing = 'No sessions yet. Log one with: loopready log 90m <category>'

function numberFrom(typed: string): number {
  return /^[1-9]\d{0,8}$/.test(typed)
    ? Number(typed)
    : complain(`--limit: "${typed}" is not a whole number above 0.`)
}

/** The newest sessions. Another process may log in between, which moves the pages: no session is listed twice. */
async function newest({ engine }: Terminal, most: number): Promise<Session[]> {
  const found = new Map<string, Session>()
  for (let offset = 0; offset < most; offset += pageSize) {
    const page = valueOf(
      await engine().call('sessions.page', { offset, limit: Math.min(pageSize, most - offset) }),
    )
    for (const session of page) found.set(session.id, session)
    if (page.length < pageSize) break
  }
  return [...found.values()]
}

function byDay(listed: readonly Session[]): Session[][] {
  return [...Map.groupBy(listed, ({ studyDay }) => studyDay).values()]
}

function dayText(paint: Paint, day: readonly Session[]): string {
  const [first] = day
  if (!first) return ''
  const sum = asSeconds(day.reduce((total, { durationS }) => total + durationS, 0))
  return [
    `${paint('bold', formatLongDay(first.studyDay))}  ${paint('dim', formatDuration(sum))}`,
    ...table(
      day.map((session) => [
        session.time,
        formatDuration(session.durationS),
        printable(session.category),
        [...session.counts.map(({ kind, n }) => `${n} ${shortNames[kind]}`), start(session.note)]
          .filter(Boolean)
          .join(', '),
      ]),
      ['left', 'right', 'left', 'left'],
    ).map((line) => `  ${line}`),
  ].join('\n')
}

/** As much of a note as goes on a line. */
function start(note: string): string {
  const letters = lettersOf(printable(note))
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('')
}

function count(n: number): string {
  return n === 1 ? '1 session' : `${n} sessions`
}
