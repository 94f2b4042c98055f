import type { OutputOf } from '#contract/index.ts'
import { daysBetween, isBefore } from '#domain/days.ts'
import { dueList } from '#domain/rehearsals/due.ts'
import type { ReadContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { findProfile } from '../profile/store.ts'
import { summaries } from '../stories/list.ts'
import { intervalAfter } from './schedule.ts'
import { reviewsByStory } from './store.ts'

/** The due list, worked out from the stories and their rehearsals alone: nothing of it is stored. */
export function dueStories({ db, clock }: ReadContext): OutputOf<'rehearsals.due'> {
  const profile = findProfile(db)
  const today = wallClockNow(clock, profile?.dayStartsAt ?? 0).studyDay
  const interview = profile?.interviewDate ?? null
  const stories = summaries(db, 'deleted_at IS NULL')
  const reviews = reviewsByStory(db)
  const rehearsed = stories
    .filter(({ status }) => status === 'ready' || status === 'rehearsed')
    .map(({ id, title, status, createdAt }) => {
      const ofStory = reviews.get(id) ?? []
      const last = ofStory.at(-1)
      return {
        story: { id, title, status },
        createdAt,
        rehearsals: ofStory.length,
        last: last === undefined ? null : { ...last, intervalDays: intervalAfter(ofStory) },
      }
    })
  return {
    today,
    daysLeft:
      interview === null || isBefore(interview, today) ? null : daysBetween(today, interview),
    stories: dueList(rehearsed, today, interview),
    drafts: stories.filter(({ status }) => status === 'draft').length,
  }
}
