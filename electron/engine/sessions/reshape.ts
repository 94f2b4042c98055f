import type { Count } from '#contract/sessions.ts'
import type { Seconds, StudyDay } from '#contract/units.ts'
import { addDays } from '#domain/days.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatDay } from '#domain/readable.ts'
import type { HandlersFor, WriteContext } from '../handlers.ts'
import { instantAfter, sameTimeDaysLater, wallClockNow, wallClockOfInstant } from '../local-time.ts'
import { requireProfile } from '../profile/store.ts'
import { refuse } from '../refusal.ts'
import { moveToTrash } from '../trash/move.ts'
import { gone, requireRow, saveRow, sessionOf } from './save.ts'
import { countsOf, findRows, placeRows, writeRow, type SessionRow } from './store.ts'
import { categoryOf, durationOf, mergedCounts, startOf } from './typed.ts'

type Handlers = HandlersFor<'sessions'>

const longest = 86_400

export const changeHandler: Handlers['sessions.change'] = (context, input) => {
  const { ids, category, moveByDays = 0 } = input
  const { level } = requireProfile(context.db)
  const rows = findRows(context.db, ids)
  if (rows.length < new Set(ids).size) refuse(gone)
  const now = nowText(context)
  const placed = rows.map((row) => ({
    ...movedBy(row, moveByDays, now),
    ...(category === undefined ? {} : categoryOf(context, level, category, row)),
  }))
  placeRows(context.db, placed, now)
  return { changed: rows.length }
}

export const duplicateHandler: Handlers['sessions.duplicate'] = (context, input) => {
  const row = requireRow(context, input.id)
  const { dayStartsAt } = requireProfile(context.db)
  const start = startOf(input, wallClockNow(context.clock, dayStartsAt), dayStartsAt, undefined)
  const copy: SessionRow = {
    ...row,
    id: context.newId(),
    study_day: start.studyDay,
    started_at: start.startedAt,
    time_zone: start.timeZone,
  }
  return saveRow(context, copy, countsFor(context, row), input.acceptOverlap)
}

export const splitHandler: Handlers['sessions.split'] = (context, { id, first: typed }) => {
  const row = requireRow(context, id)
  const length = durationOf(typed)
  if (length >= row.duration_s)
    refuse({
      code: 'invalid-input',
      field: 'first',
      message: `The first part must be shorter than the session, which lasts ${formatDuration(row.duration_s)}.`,
    })
  const first = { ...row, duration_s: length }
  const second: SessionRow = {
    ...row,
    ...startingAt(context, instantAfter(row.started_at, length), row.time_zone),
    id: context.newId(),
    duration_s: (row.duration_s - length) as Seconds,
    note: '',
  }
  writeRow(context.db, first, countsFor(context, row), nowText(context))
  writeRow(context.db, second, [], nowText(context))
  return { first: sessionOf(context, first), second: sessionOf(context, second) }
}

export const mergeHandler: Handlers['sessions.merge'] = (context, { ids, category }) => {
  const { level } = requireProfile(context.db)
  const rows = [...new Set(ids)]
    .map((id) => requireRow(context, id))
    .toSorted((a, b) => (a.started_at < b.started_at ? -1 : 1))
  const [first, ...rest] = rows
  if (!first || rest.length === 0)
    refuse({ code: 'invalid-input', field: 'ids', message: 'Choose at least two sessions.' })
  const isOne = rows.every(
    (row) => row.playbook === first.playbook && row.category === first.category,
  )
  if (!isOne && category === undefined)
    refuse({
      code: 'invalid-input',
      field: 'category',
      message: 'These sessions are of different categories.',
      hint: 'Choose the category of the merged session.',
    })
  const length = rows.reduce((sum, row) => sum + row.duration_s, 0)
  if (length > longest)
    refuse({
      code: 'invalid-input',
      field: 'ids',
      message: `Together they last ${Math.round(length / 3600)} h; a session can last 24 h at most.`,
    })
  const place = category === undefined ? {} : categoryOf(context, level, category, first)
  const merged: SessionRow = {
    ...first,
    ...place,
    duration_s: length as Seconds,
    note: rows.flatMap((row) => (row.note === '' ? [] : [row.note])).join('\n'),
  }
  const counts = mergedCounts(rows.flatMap((row) => countsFor(context, row)))
  moveToTrash(
    context.db,
    'session',
    rest.map((row) => row.id),
    wallClockNow(context.clock, 0).startedAt,
  )
  writeRow(context.db, merged, counts, nowText(context))
  return { session: sessionOf(context, merged) }
}

function movedBy(row: SessionRow, days: number, now: string): SessionRow {
  if (days === 0) return row
  const startedAt = sameTimeDaysLater(row.started_at, row.time_zone, days)
  if (startedAt > now) {
    const { date, time } = wallClockOfInstant(row.started_at, row.time_zone)
    refuse({
      code: 'invalid-input',
      field: 'moveByDays',
      message: `The session of ${formatDay(date)}, ${time} would move into the future.`,
    })
  }
  // The study day moves along: whatever hour the day began at when it was logged still holds.
  return { ...row, started_at: startedAt, study_day: addDays(row.study_day, days) }
}

/** The second part of a session is on the study day that its own start falls on. */
function startingAt(
  context: WriteContext,
  startedAt: SessionRow['started_at'],
  timeZone: string,
): Pick<SessionRow, 'started_at' | 'study_day'> {
  const { dayStartsAt } = requireProfile(context.db)
  const { date, time } = wallClockOfInstant(startedAt, timeZone)
  const isBeforeDawn = Number(time.slice(0, 2)) < dayStartsAt
  const studyDay: StudyDay = isBeforeDawn ? addDays(date, -1) : date
  return { started_at: startedAt, study_day: studyDay }
}

function countsFor(context: WriteContext, row: SessionRow): Count[] {
  return countsOf(context.db, [row]).get(row.id) ?? []
}

function nowText(context: WriteContext): string {
  return wallClockNow(context.clock, 0).startedAt
}
