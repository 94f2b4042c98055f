import type { ParsedInputOf } from '#contract/index.ts'
import type { Seconds } from '#contract/units.ts'
import { parseDuration } from '#domain/duration.ts'
import type { WriteContext } from '../handlers.ts'
import { wallClockAt, wallClockOfInstant, type WallClock } from '../local-time.ts'
import { refuse } from '../refusal.ts'
import type { SessionRow } from './store.ts'

/** What a person types for a session, checked for shape by its schema and for sense here. */
export type Typed = ParsedInputOf<'sessions.log'>

/** What is not typed is now, or as it was; an untouched start keeps its seconds and its zone. */
export function startOf(
  input: Pick<Typed, 'date' | 'time'>,
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

/** The category as typed; refuses what the level does not have, and lists what it has. */
export function categoryOf(
  { library }: WriteContext,
  level: string,
  category: string,
  before: Pick<SessionRow, 'playbook' | 'category'> | undefined,
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

/** A typed duration in seconds. */
export function durationOf(text: string, field = 'duration'): Seconds {
  const parsed = parseDuration(text)
  return parsed.ok
    ? parsed.seconds
    : refuse({ code: 'invalid-input', field, message: parsed.message })
}

/** The same kind given twice adds up. */
export function mergedCounts(counts: Typed['counts']): Typed['counts'] {
  const sums = new Map<Typed['counts'][number]['kind'], number>()
  for (const { kind, n } of counts) sums.set(kind, (sums.get(kind) ?? 0) + n)
  return [...sums].map(([kind, n]) => ({ kind, n }))
}
