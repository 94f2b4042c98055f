import type { Session } from '#contract/sessions.ts'
import { asSeconds } from '#domain/units.ts'
import type { Seconds } from '#contract/units.ts'

/** The sessions that were chosen, by id, in the order in which they were. */
export type Selection = ReadonlyMap<string, Session>

/** No more than this can be changed at once, and so be selected. */
export const selectedAtMost = 10_000
/** No more than this can become one. */
export const mergedAtMost = 100

export function toggled(selection: Selection, session: Session): Selection {
  return selection.has(session.id)
    ? without(selection, [session])
    : withSessions(selection, [session])
}

/** The selection with more sessions, as far as there is room. */
export function withSessions(selection: Selection, sessions: readonly Session[]): Selection {
  const next = new Map(selection)
  for (const session of sessions) {
    if (next.size >= selectedAtMost && !next.has(session.id)) break
    next.set(session.id, session)
  }
  return next
}

export function without(selection: Selection, sessions: readonly Session[]): Selection {
  const next = new Map(selection)
  for (const session of sessions) next.delete(session.id)
  return next
}

/** Places in the list from the first to the last, both included. */
export type Stretch = Readonly<{ first: number; last: number }>

/**
 * What a step from one place to another does to a selection that began at `anchor`: all between the anchor and the new
 * place is in, and what the step leaves behind is out again.
 */
export function stepOf(
  anchor: number,
  from: number,
  to: number,
): Readonly<{ added: Stretch; removed: Stretch | null }> {
  const added = { first: Math.min(anchor, to), last: Math.max(anchor, to) }
  const before = { first: Math.min(anchor, from), last: Math.max(anchor, from) }
  if (before.last > added.last)
    return { added, removed: { first: Math.max(before.first, added.last + 1), last: before.last } }
  if (before.first < added.first)
    return { added, removed: { first: before.first, last: Math.min(before.last, added.first - 1) } }
  return { added, removed: null }
}

/** What the bar says of a selection, and what can be done with it. */
export type SelectionView = Readonly<{
  ids: readonly string[]
  seconds: Seconds
  /** Whether they were logged in more than one category, so that merging has to ask for one. */
  categoriesDiffer: boolean
  earliest: Session | null
  canMerge: boolean
}>

export function viewOf(selection: Selection): SelectionView {
  const sessions = [...selection.values()]
  const categories = new Set(sessions.map(({ playbook, category }) => `${playbook} ${category}`))
  return {
    ids: [...selection.keys()],
    seconds: asSeconds(sessions.reduce((sum, session) => sum + session.durationS, 0)),
    categoriesDiffer: categories.size > 1,
    earliest: sessions.reduce<Session | null>(
      (first, session) =>
        first === null || Date.parse(session.startedAt) < Date.parse(first.startedAt)
          ? session
          : first,
      null,
    ),
    canMerge: sessions.length >= 2 && sessions.length <= mergedAtMost,
  }
}
