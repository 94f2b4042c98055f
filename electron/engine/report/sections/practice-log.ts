import { formatDuration } from '#domain/duration.ts'
import { decimals, formatCount, formatDay } from '#domain/readable.ts'
import { asStudyDay } from '#domain/units.ts'
import type { Session } from '#contract/sessions.ts'
import type { ReportData, Section, TableRow } from '../model.ts'
import { countText } from './milestones.ts'

/** A note of more characters is shortened: the log tells what was done, and the app keeps the whole note. */
const longestNote = 280
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The latest sessions, newest first. */
export function practiceLogSection({ sessions, status }: ReportData): Section {
  const names = new Map(status.allocation.map((row) => [row.category, row.name]))
  const elsewhere = new Map(
    status.unmapped.map((row) => [
      `${row.playbook} ${row.category}`,
      `${row.name} (${row.playbook})`,
    ]),
  )
  const nameOf = (session: Session) =>
    (session.planCategory === null
      ? elsewhere.get(`${session.playbook} ${session.category}`)
      : names.get(session.planCategory)) ?? session.category
  return {
    id: 'practice-log',
    title: 'Practice log',
    lead:
      sessions.length === 0
        ? 'No data yet: nothing is logged.'
        : sessions.length < status.totals.sessions
          ? `The latest ${formatCount(sessions.length, { one: 'session', many: 'sessions' })} of ${decimals(status.totals.sessions, 0)}, newest first.`
          : 'All sessions, newest first.',
    newPage: false,
    blocks:
      sessions.length === 0
        ? []
        : [
            {
              kind: 'table',
              summary: 'Sessions with their day, start, category, duration, counts and note.',
              columns: [
                { head: 'Day', align: 'left', weight: 0 },
                { head: 'Start', align: 'left', weight: 0 },
                { head: 'Category', align: 'left', weight: 2.2 },
                { head: 'Note and counts', align: 'left', weight: 5 },
                { head: 'Duration', align: 'right', weight: 0 },
              ],
              rows: sessions.map((session) => rowOf(session, nameOf(session))),
            },
          ],
  }
}

function rowOf(session: Session, category: string): TableRow {
  const counts = session.counts.map(countText).join(', ')
  const note = shortened(session.note)
  return {
    kind: 'row',
    cells: [
      { text: formatDay(asStudyDay(session.studyDay)) },
      { text: session.time },
      { text: category, lines: 2 },
      { text: note, ...(counts === '' ? {} : { detail: counts }) },
      { text: formatDuration(session.durationS) },
    ],
  }
}

function shortened(note: string): string {
  const line = note.replaceAll(/\s+/g, ' ').trim()
  // A character is rarely more than four units; no need to look at the whole of a very long note.
  const letters = graphemes.segment(line.slice(0, 4 * longestNote))
  const kept = Array.from(letters, ({ segment }) => segment)
    .slice(0, longestNote)
    .join('')
  return kept.length === line.length ? line : `${kept.trimEnd()}…`
}
