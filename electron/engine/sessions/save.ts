import type { OutputOf } from '#contract/index.ts'
import type { Count } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatDay } from '#domain/readable.ts'
import type { ReadContext, WriteContext } from '../handlers.ts'
import { wallClockNow, wallClockOfInstant } from '../local-time.ts'
import { planCategories } from '../profile/plan-category.ts'
import { requireProfile } from '../profile/store.ts'
import { checkAll, refuse } from '../refusal.ts'
import { findRow, overlappingRows, sessionsOf, writeRow, type SessionRow } from './store.ts'
import { categoryOf, durationOf, mergedCounts, startOf, type Typed } from './typed.ts'

/** Logs what was typed as a new session, or in place of `before`. Says everything that is wrong at once. */
export function save(
  context: WriteContext,
  input: Typed,
  before: SessionRow | undefined,
): OutputOf<'sessions.log'> {
  const { db, clock, newId } = context
  const profile = requireProfile(db)
  const now = wallClockNow(clock, profile.dayStartsAt)
  const [category, start, duration_s] = checkAll(
    () => categoryOf(context, profile.level, input.category, before),
    () => startOf(input, now, profile.dayStartsAt, before),
    () => durationOf(input.duration),
  )
  const row: SessionRow = {
    id: before?.id ?? newId(),
    ...category,
    study_day: start.studyDay,
    started_at: start.startedAt,
    time_zone: start.timeZone,
    duration_s,
    note: input.note,
  }
  const hasMoved = row.started_at !== before?.started_at || row.duration_s !== before.duration_s
  return saveRow(context, row, mergedCounts(input.counts), input.acceptOverlap || !hasMoved)
}

/** Writes a row; refuses with `overlap` when it runs at the same time as another, unless that was accepted. */
export function saveRow(
  context: WriteContext,
  row: SessionRow,
  counts: readonly Count[],
  acceptOverlap: boolean,
): OutputOf<'sessions.log'> {
  const { db, clock } = context
  const overlaps = overlappingRows(db, row, row.id)
  const [first] = overlaps
  if (first && !acceptOverlap)
    refuse({
      code: 'overlap',
      field: 'time',
      message: `This overlaps the session of ${describe(first)}.`,
      hint: 'Change the start or the duration, or log it all the same.',
    })
  writeRow(db, row, counts, wallClockNow(clock, 0).startedAt)
  return {
    session: sessionOf(context, row),
    overlaps: sessionsOf(db, overlaps, planCategories(context)),
  }
}

export const gone = {
  code: 'not-found',
  message: 'This session is no longer there.',
  hint: 'It may have been deleted elsewhere; look in the list, or undo.',
} as const

/** A session that is not in the trash; refuses with `not-found`. */
export function requireRow({ db }: Pick<ReadContext, 'db'>, id: string): SessionRow {
  return findRow(db, id) ?? refuse(gone)
}

/** A stored row as the contract's session. */
export function sessionOf(context: ReadContext, row: SessionRow): OutputOf<'sessions.get'> {
  const [session] = sessionsOf(context.db, [row], planCategories(context))
  return session ?? refuse(gone)
}

function describe(row: SessionRow): string {
  const { date, time } = wallClockOfInstant(row.started_at, row.time_zone)
  return `${formatDay(date)}, ${time} (${formatDuration(row.duration_s)})`
}
