import type { DueStory } from '#contract/rehearsals.ts'
import type { StudyDay } from '#contract/units.ts'
import { addDays, daysBetween, isBefore } from '../days.ts'

/** What is known of a story when the list is made. */
export type Rehearsed = Readonly<{
  story: DueStory['story']
  /** When the story was made; decides between stories that are alike otherwise. */
  createdAt: string
  rehearsals: number
  /** The last rehearsal, and after how many days the schedule wants the next; null when there was none. */
  last: Readonly<{ day: StudyDay; rating: number | null; intervalDays: number }> | null
}>

/**
 * The day of the next rehearsal: last day + interval, but before the interview as long as one can be, so that every
 * story comes round once more. Formula: max(last + 1, min(last + interval, interview - 1)); without an interview to
 * come, last + interval. Intervals count as a day at least.
 */
export function dueDay(
  last: Readonly<{ day: StudyDay; intervalDays: number }>,
  interview: StudyDay | null,
): Readonly<{ dueOn: StudyDay; broughtForward: boolean }> {
  const wanted = addDays(last.day, Math.max(1, Math.round(last.intervalDays)))
  if (interview === null || !isBefore(last.day, interview))
    return { dueOn: wanted, broughtForward: false }
  const tomorrow = addDays(last.day, 1)
  const latest = addDays(interview, -1)
  const capped = isBefore(wanted, latest) ? wanted : latest
  const dueOn = isBefore(capped, tomorrow) ? tomorrow : capped
  return { dueOn, broughtForward: isBefore(dueOn, wanted) }
}

/** The list: what was never rehearsed (ready before already called rehearsed), then by day, the worse rated first. */
export function dueList(
  stories: readonly Rehearsed[],
  today: StudyDay,
  interview: StudyDay | null,
): DueStory[] {
  const ahead = interview !== null && !isBefore(interview, today) ? interview : null
  return stories
    .map((rehearsed) => ({ rehearsed, due: dueOf(rehearsed, today, ahead) }))
    .toSorted(
      (a, b) =>
        rank(a.due) - rank(b.due) ||
        compareText(a.due.dueOn, b.due.dueOn) ||
        (a.due.lastRating ?? 0) - (b.due.lastRating ?? 0) ||
        compareText(a.rehearsed.createdAt, b.rehearsed.createdAt) ||
        compareText(a.due.story.id, b.due.story.id),
    )
    .map(({ due }) => due)
}

function dueOf(
  { story, rehearsals, last }: Rehearsed,
  today: StudyDay,
  interview: StudyDay | null,
): DueStory {
  const common = { story, rehearsals, lastOn: last?.day ?? null, lastRating: last?.rating ?? null }
  if (last === null)
    return {
      ...common,
      state: 'never',
      dueOn: today,
      broughtForward: false,
      reason:
        story.status === 'ready'
          ? 'Ready, and never rehearsed.'
          : 'Marked as rehearsed, but no rehearsal is kept here.',
    }
  const { dueOn, broughtForward } = dueDay(last, interview)
  const state = isBefore(today, dueOn) ? 'later' : 'due'
  const rated = last.rating === null ? 'not rated' : `rated ${last.rating} of 5`
  const why = broughtForward ? ', brought forward so that it comes before the interview' : ''
  const reason = `Rehearsed ${ago(daysBetween(last.day, today))}, ${rated}: due ${dueWhen(daysBetween(today, dueOn))}${why}.`
  return { ...common, state, dueOn, broughtForward, reason }
}

function rank({ state, story }: DueStory): number {
  if (state === 'never') return story.status === 'ready' ? 0 : 1
  return state === 'due' ? 2 : 3
}

function ago(days: number): string {
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
}

function dueWhen(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days > 1) return `in ${days} days`
  return days === -1 ? 'since yesterday' : `for ${-days} days`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
