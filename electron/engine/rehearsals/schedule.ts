import { createEmptyCard, fsrs, Rating, type Card, type Grade } from 'ts-fsrs'
import type { StudyDay } from '#contract/units.ts'

/** A rehearsal as the schedule sees it. */
export type Review = Readonly<{ day: StudyDay; rating: number | null }>

/**
 * No chance and no steps of minutes: the same rehearsals give the same day, and a day is the least. Nobody needs an
 * interval of more than half a year before an interview.
 */
const longestDays = 180
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: longestDays,
  enable_fuzz: false,
  enable_short_term: false,
})

/**
 * A self-rating as the library's grade. 1 (lost the thread) and 2 (stumbled) are "again"; 3 (got through), and what
 * was not rated, "hard"; 4 (clear) "good"; 5 (ready for the room) "easy". See decision 12.
 */
function gradeOf(rating: number | null): Grade {
  if (rating === null) return Rating.Hard
  if (rating <= 2) return Rating.Again
  if (rating === 3) return Rating.Hard
  return rating === 4 ? Rating.Good : Rating.Easy
}

/**
 * After how many days the next rehearsal is due, by FSRS with its standard weights. `reviews` run from the oldest to
 * the latest, at least one; days count as calendar days, so neither the hour nor a change of clocks matters.
 */
export function intervalAfter(reviews: readonly Review[]): number {
  let card: Card = createEmptyCard(noonOf(reviews[0]?.day))
  for (const { day, rating } of reviews)
    card = scheduler.next(card, noonOf(day), gradeOf(rating)).card
  // The library itself goes a day or two beyond its maximum, to keep the grades apart.
  return Math.min(longestDays, Math.max(1, card.scheduled_days))
}

function noonOf(day: StudyDay | undefined): Date {
  return new Date(`${day ?? '1970-01-01'}T12:00:00Z`)
}
