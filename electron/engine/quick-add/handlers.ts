import type { OutputOf, ParsedInputOf } from '#contract/index.ts'
import { type Vocabulary, vocabularyOf } from '#domain/quick-add/categories.ts'
import { parseQuickAdd, type QuickAddContext } from '#domain/quick-add/parse.ts'
import type { Clock } from '../api.ts'
import type { ReadContext } from '../handlers.ts'
import { wallClockAt, wallClockNow } from '../local-time.ts'
import { requirePlaybook } from '../plan/status.ts'
import { requireProfile } from '../profile/store.ts'
import { momentsIn } from './moments.ts'

/** `sessions.parse`: the domain's grammar with the clock, the level's categories and a date parser behind it. */
export function parseHandler(
  { db, clock, library }: ReadContext,
  { text }: ParsedInputOf<'sessions.parse'>,
): OutputOf<'sessions.parse'> {
  const { level, dayStartsAt } = requireProfile(db)
  const vocabulary = vocabularyOf(requirePlaybook(library, level))
  return parseQuickAdd(text, contextOf(clock, dayStartsAt, vocabulary))
}

/** What a line is read against: one moment of the clock in its zone. */
export function contextOf(
  clock: Clock,
  dayStartsAt: number,
  vocabulary: Vocabulary,
): QuickAddContext {
  return {
    vocabulary,
    now: wallClockNow(clock, dayStartsAt),
    nowSeconds: Math.floor(clock.nowMs() / 1000),
    momentsIn: (line) => momentsIn(line, clock),
    clockMomentOf: (date, time) => {
      const { startedAt, ...shown } = wallClockAt(date, time, clock.timeZone(), 0)
      return { date: shown.date, time: shown.time, epochSeconds: Date.parse(startedAt) / 1000 }
    },
  }
}
