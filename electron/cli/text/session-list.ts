import type { Session } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatCount, formatLongDay } from '#domain/readable.ts'
import { asSeconds } from '#domain/units.ts'
import { shortNames } from '../counts.ts'
import type { Paint } from '../verb.ts'
import { lettersOf } from './letters.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'

/** The end of an id by which a person names a session or another thing: UUIDv7 ends in chance, and begins with the time. */
export function handleOf({ id }: Pick<Session, 'id'>): string {
  return id.slice(-6)
}

/** Sessions by day, each with its handle; `noteText` says what is shown of a note. */
export function sessionsByDay(
  sessions: readonly Session[],
  paint: Paint,
  noteText: (session: Session) => string = startOfNote,
): readonly string[] {
  const lines = table(
    sessions.map((session) => columnsOf(session, paint, noteText)),
    ['left', 'left', 'right', 'left', 'left'],
  )
  const days = Map.groupBy(
    sessions.map((session, index) => ({ ...session, line: lines[index] ?? '' })),
    ({ studyDay }) => studyDay,
  )
  return Array.from(days, ([day, sessionsOfDay]) => {
    const sum = asSeconds(sessionsOfDay.reduce((total, { durationS }) => total + durationS, 0))
    const heading = `${paint('bold', formatLongDay(day))}  ${paint('dim', formatDuration(sum))}`
    return [heading, ...sessionsOfDay.map(({ line }) => `  ${line}`)].join('\n')
  })
}

/** `3 sessions`. */
export function sessionCount(count: number): string {
  return formatCount(count, { one: 'session', many: 'sessions' })
}

function columnsOf(
  session: Session,
  paint: Paint,
  noteText: (session: Session) => string,
): string[] {
  const { time, durationS, category, counts } = session
  const counted = counts.map(({ kind, n }) => `${n} ${shortNames[kind]}`)
  const about = [...counted, noteText(session)].filter((part) => part !== '').join(', ')
  return [paint('dim', handleOf(session)), time, formatDuration(durationS), category, about]
}

/** As much of a note as goes on a line. */
function startOfNote({ note }: Session): string {
  const letters = lettersOf(printable(note))
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('')
}
