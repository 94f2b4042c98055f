import type { OutputOf } from '#contract/index.ts'
import type { Session } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatCount, formatLongDay } from '#domain/readable.ts'
import { asSeconds } from '#domain/units.ts'
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
    terminal.print(outline.sessions === 0 ? nothing : text(listed, outline, terminal.paint))
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

function text(
  listed: readonly Session[],
  outline: OutputOf<'sessions.outline'>,
  paint: Paint,
): string {
  const lines = table(listed.map(columnsOf), ['left', 'right', 'left', 'left'])
  const days = Map.groupBy(
    listed.map((session, index) => ({ ...session, line: lines[index] ?? '' })),
    ({ studyDay }) => studyDay,
  )
  const blocks = Array.from(days, ([day, sessionsOfDay]) => {
    const sum = asSeconds(sessionsOfDay.reduce((total, { durationS }) => total + durationS, 0))
    const heading = `${paint('bold', formatLongDay(day))}  ${paint('dim', formatDuration(sum))}`
    return [heading, ...sessionsOfDay.map(({ line }) => `  ${line}`)].join('\n')
  })
  const total = `${formatCount(outline.sessions, words)}, ${formatDuration(outline.seconds)} in all.`
  const isCut = listed.length < outline.sessions
  const rest = `The newest ${listed.length} are shown; --limit ${outline.sessions} shows all.`
  return [...blocks, isCut ? `${total} ${rest}` : total].join('\n\n')
}

const words = { one: 'session', many: 'sessions' }

function columnsOf({ time, durationS, category, counts, note }: Session): string[] {
  const counted = counts.map(({ kind, n }) => `${n} ${shortNames[kind]}`)
  const about = [...counted, start(note)].filter((part) => part !== '').join(', ')
  return [time, formatDuration(durationS), category, about]
}

/** As much of a note as goes on a line. */
function start(note: string): string {
  const letters = lettersOf(printable(note))
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('')
}
