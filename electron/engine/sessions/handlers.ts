import type { ParsedInputOf } from '#contract/index.ts'
import type { Seconds } from '#contract/units.ts'
import { parseDuration } from '#domain/duration.ts'
import type { HandlersFor, ReadContext, WriteContext } from '../handlers.ts'
import { wallClockAt, wallClockNow, wallClockOfInstant, type WallClock } from '../local-time.ts'
import { planCategories } from '../profile/plan-category.ts'
import { requireProfile } from '../profile/store.ts'
import { checkAll, refuse } from '../refusal.ts'
import {
  findRow,
  listRows,
  overlappingRows,
  sessionsOf,
  trashRows,
  writeRow,
  type SessionRow,
} from './store.ts'
import { sumsByDay } from './sums.ts'

type Typed = ParsedInputOf<'sessions.log'>

export const sessionHandlers: HandlersFor<'sessions'> = {
  'sessions.log': (context, input) => save(context, input, undefined),

  'sessions.edit': (context, { id, ...input }) => save(context, input, requireRow(context, id)),

  'sessions.remove': ({ db, clock }, { ids }) => {
    const removed = trashRows(db, ids, wallClockNow(clock, 0).startedAt)
    if (removed === 0) refuse(gone)
    return { removed }
  },

  'sessions.get': (context, { id }) => one(context, requireRow(context, id)),

  'sessions.outline': ({ db }) => {
    const days = sumsByDay(db)
    return {
      days,
      sessions: days.reduce((sum, day) => sum + day.sessions, 0),
      seconds: days.reduce((sum, day) => sum + day.seconds, 0) as Seconds,
    }
  },

  'sessions.page': (context, { offset, limit }) =>
    sessionsOf(context.db, listRows(context.db, offset, limit), planCategories(context)),
}

const gone = {
  code: 'not-found',
  message: 'This session is no longer there.',
  hint: 'It may have been deleted elsewhere; look in the list, or undo.',
} as const

function requireRow({ db }: Pick<ReadContext, 'db'>, id: string): SessionRow {
  return findRow(db, id) ?? refuse(gone)
}

function one(context: ReadContext, row: SessionRow) {
  const [session] = sessionsOf(context.db, [row], planCategories(context))
  return session ?? refuse(gone)
}

function save(context: WriteContext, input: Typed, before: SessionRow | undefined) {
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
  const overlaps = overlappingRows(db, row, before?.id ?? null)
  const [first] = overlaps
  const hasMoved = row.started_at !== before?.started_at || row.duration_s !== before.duration_s
  if (first && hasMoved && !input.acceptOverlap)
    refuse({
      code: 'overlap',
      field: 'time',
      message: `This overlaps the session of ${describe(first)}.`,
      hint: 'Change the start or the duration, or log it all the same.',
    })
  writeRow(db, row, mergedCounts(input.counts), now.startedAt)
  return {
    session: one(context, row),
    overlaps: sessionsOf(db, overlaps, planCategories(context)),
  }
}

/** What is not typed is now, or as it was; an untouched start keeps its seconds and its zone. */
function startOf(
  input: Typed,
  now: WallClock,
  dayStartsAt: number,
  before: SessionRow | undefined,
): Pick<WallClock, 'startedAt' | 'timeZone' | 'studyDay'> {
  const was = before && wallClockOfInstant(before.started_at, before.time_zone)
  const date = input.date ?? was?.date ?? now.date
  const time = input.time ?? was?.time ?? now.time
  if (before && was && date === was.date && time === was.time)
    return {
      startedAt: before.started_at,
      timeZone: before.time_zone,
      studyDay: before.study_day,
    }
  if (!before && date === now.date && time === now.time) return now
  if (date > now.date)
    refuse({
      code: 'invalid-input',
      field: 'date',
      message: `${date} is in the future.`,
      hint: `Today is ${now.date}. Log a session once it has begun.`,
    })
  const start = wallClockAt(date, time, now.timeZone, dayStartsAt)
  if (start.startedAt > now.startedAt)
    refuse({
      code: 'invalid-input',
      field: 'time',
      message: `${time} is in the future.`,
      hint: `It is ${now.time} now. Log a session once it has begun.`,
    })
  return start
}

function categoryOf(
  { library }: WriteContext,
  level: string,
  category: string,
  before: SessionRow | undefined,
): Pick<SessionRow, 'playbook' | 'category'> {
  if (library.categoryOf(level, category)) return { playbook: level, category }
  // A session that was logged at another level may keep its category when it is edited.
  if (before?.category === category) return { playbook: before.playbook, category }
  const slugs = library.get(level)?.plan.categories.map((known) => known.slug) ?? []
  return refuse({
    code: 'invalid-input',
    field: 'category',
    message: `${level} has no category “${category}”.`,
    hint: `Choose one of ${slugs.join(', ')}.`,
  })
}

function durationOf(text: string): Seconds {
  const parsed = parseDuration(text)
  return parsed.ok
    ? parsed.seconds
    : refuse({ code: 'invalid-input', field: 'duration', message: parsed.message })
}

/** The same kind given twice adds up. */
function mergedCounts(counts: Typed['counts']): Typed['counts'] {
  const sums = new Map<Typed['counts'][number]['kind'], number>()
  for (const { kind, n } of counts) sums.set(kind, (sums.get(kind) ?? 0) + n)
  return [...sums].map(([kind, n]) => ({ kind, n }))
}

function describe(row: SessionRow): string {
  const { date, time } = wallClockOfInstant(row.started_at, row.time_zone)
  return `${date} ${time} (${Math.round(row.duration_s / 60)} min)`
}
