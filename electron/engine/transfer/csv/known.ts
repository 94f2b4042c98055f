import type { Count } from '#contract/sessions.ts'
import { plainNote } from '#domain/transfer-names.ts'
import type { WrittenRow } from '#domain/transfer-row.ts'
import { countsOf, type SessionRow } from '../../sessions/store.ts'
import type { ReadableDb } from '../../store/database.ts'
import { rowId } from '../row-id.ts'
import { stagedLine, type StagedRow, type StagedSession } from '../staging.ts'
import type { Placed } from './place.ts'

type Recognised = Pick<StagedRow, 'status' | 'reason' | 'session'>
type Category = Readonly<{ playbook: string; category: string }>
type Stored = SessionRow & Readonly<{ deleted_at: string | null }>

/**
 * Tells what is here already: by the id that the file gives, else by the id that the same row got in an import before
 * (whatever was done to the session since), else by start, duration, category and note. Rows without a time of day
 * may be alike and yet be two sessions: as many as are here are taken for them, in the order of the file.
 */
export function recogniser(
  db: ReadableDb,
): (row: WrittenRow, placed: Placed, category: Category) => Recognised {
  const alike = new Map<string, number>()

  return (row, placed, { playbook, category }) => {
    const parts = [...momentParts(row, placed), plainNote(row.category), plainNote(row.note)]
    const key = rowId(0, ...parts)
    const ordinal = placed.isTimeless ? (alike.get(key) ?? 0) : 0
    if (placed.isTimeless) alike.set(key, ordinal + 1)
    const sortedBy =
      row.start.offset === ''
        ? Date.parse(`${placed.date}T${placed.isTimeless ? '00:00:00' : placed.time}Z`)
        : Date.parse(placed.startedAt)
    const made = rowId(sortedBy, ...parts, String(ordinal))
    const session: StagedSession = {
      id: row.id === '' ? made : row.id,
      playbook,
      category,
      study_day: placed.studyDay,
      started_at: placed.startedAt,
      time_zone: placed.timeZone,
      duration_s: placed.durationS,
      note: row.note,
      counts: row.counts,
      date: placed.date,
      time: placed.time,
    }
    const duplicate = (reason: string): Recognised => ({ status: 'duplicate', reason, session })
    const line = stagedLine(db, session.id)
    if (line !== undefined) return duplicate(`It is the same as line ${line}.`)
    const stored = storedRow(db, session.id)
    if (stored?.deleted_at) return duplicate('It is in the trash.')
    if (stored && row.id !== '' && !isSame(db, stored, session))
      return { status: 'changed', reason: 'It is here with other content.', session }
    if (stored) return duplicate('It is here already.')
    return alikeHere(db, session, placed.isTimeless) > ordinal
      ? duplicate('A session with the same start, duration, category and note is here already.')
      : { status: 'new', reason: null, session }
  }
}

/** The start and the length as the file has them, so that reading it in another time zone gives the same id. */
function momentParts(row: WrittenRow, placed: Placed): readonly string[] {
  const length = String(placed.durationS)
  if (placed.isTimeless) return ['day', placed.date, length]
  return row.start.offset === ''
    ? ['wall', placed.date, placed.time, length]
    : ['instant', placed.startedAt, length]
}

function storedRow(db: ReadableDb, id: string): Stored | undefined {
  return db.get<Stored>(
    `SELECT id, playbook, category, study_day, started_at, time_zone, duration_s, note, deleted_at
     FROM session WHERE id = @id`,
    { id },
  )
}

function isSame(db: ReadableDb, stored: Stored, session: StagedSession): boolean {
  const { counts, date: _, time: __, ...row } = session
  const isSameRow = Object.entries(row).every(
    ([name, value]) => stored[name as keyof SessionRow] === value,
  )
  return isSameRow && inOrder(countsOf(db, [stored]).get(stored.id) ?? []) === inOrder(counts)
}

function inOrder(counts: readonly Count[]): string {
  return counts
    .map(({ kind, n }) => `${kind}=${n}`)
    .toSorted()
    .join()
}

/** How many sessions are here that say the same. */
function alikeHere(db: ReadableDb, session: StagedSession, isTimeless: boolean): number {
  const here = db.all<Pick<SessionRow, 'note'>>(
    `SELECT note FROM session
     WHERE deleted_at IS NULL AND ${isTimeless ? 'study_day = @moment' : 'started_at = @moment'}
       AND duration_s = @duration AND playbook = @playbook AND category = @category`,
    {
      moment: isTimeless ? session.study_day : session.started_at,
      duration: session.duration_s,
      playbook: session.playbook,
      category: session.category,
    },
  )
  const note = plainNote(session.note)
  return here.filter((other) => plainNote(other.note) === note).length
}
