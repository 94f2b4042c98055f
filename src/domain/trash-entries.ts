import type { OutputOf } from '#contract/index.ts'
import type { Session } from '#contract/sessions.ts'
import type { Instant } from '#contract/units.ts'
import { figureText } from './figure-text.ts'
import { mockTypeNames } from './mocks.ts'
import { formatDay } from './readable.ts'
import { shownTitle } from './story-title.ts'

/** What `trash.list` answers. */
type Trash = OutputOf<'trash.list'>

/** Something in the trash: a session, which is named by its category, or anything else with its kind in words. */
export type TrashEntry = Readonly<{ id: string; deletedAt: Instant }> &
  (
    | Readonly<{ session: Session }>
    | Readonly<{ session: null; kind: string; name: string; detail: string }>
  )

/**
 * Everything in the trash in one list, what went last first. `limit` is how many sessions were asked for and `most` how
 * many can be; `areAll` says that asking for more would show no more.
 */
export function trashEntries(
  trash: Trash,
  limit: number,
  most: number,
): Readonly<{
  entries: readonly TrashEntry[]
  total: number
  areAll: boolean
}> {
  const sessions = trash.sessions.map(({ session, deletedAt }): TrashEntry => ({
    id: session.id,
    deletedAt,
    session,
  }))
  const others = othersIn(trash)
  const areAll = trash.sessions.length >= trash.total || limit >= most
  // Sessions that were not asked for yet may have gone before the older ones of the rest.
  const since = areAll ? '' : (trash.sessions.at(-1)?.deletedAt ?? '')
  const entries = [...sessions, ...others.filter(({ deletedAt }) => deletedAt >= since)].toSorted(
    (a, b) => (a.deletedAt > b.deletedAt ? -1 : Number(a.deletedAt < b.deletedAt)),
  )
  return { entries, total: trash.total + others.length, areAll }
}

function othersIn(trash: Trash): readonly TrashEntry[] {
  const entry = (id: string, deletedAt: Instant, kind: string, name: string, detail = '') => ({
    id,
    deletedAt,
    session: null,
    kind,
    name,
    detail,
  })
  return [
    ...trash.stories.map(({ story, deletedAt }) =>
      entry(story.id, deletedAt, 'Story', shownTitle(story.title)),
    ),
    ...trash.evidence.map(({ evidence, deletedAt }) =>
      entry(evidence.id, deletedAt, 'Figure', evidence.metric, figureText(evidence)),
    ),
    ...trash.rehearsals.map(({ rehearsal, title, deletedAt }) =>
      entry(
        rehearsal.id,
        deletedAt,
        'Rehearsal',
        `${shownTitle(title)}, ${formatDay(rehearsal.studyDay)}`,
        rehearsal.note,
      ),
    ),
    ...trash.mocks.map(({ mock, deletedAt }) =>
      entry(
        mock.id,
        deletedAt,
        'Mock interview',
        `${mockTypeNames[mock.type]}, ${formatDay(mock.date)}`,
        mock.interviewer === '' ? '' : `with ${mock.interviewer}`,
      ),
    ),
    ...trash.questions.map(({ question, deletedAt }) =>
      entry(question.id, deletedAt, 'Question', question.text),
    ),
    ...trash.checklistItems.map(({ item, level, text, deletedAt }) =>
      entry(item, deletedAt, 'Checklist item', text, level),
    ),
  ]
}
