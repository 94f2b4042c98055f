import { useCallback, useRef, useState } from 'react'
import type { Session, SessionFilter } from '#contract/sessions.ts'
import { bridge } from '../../bridge/bridge.ts'
import { showToast } from '../../ui/toasts.ts'
import {
  selectedAtMost,
  stepOf,
  toggled,
  without,
  withSessions,
  type Selection,
  type Stretch,
} from './selection.ts'

/** The most that one read of the list answers with. */
const readAtMost = 500

type SessionAt = (offset: number) => Session | undefined

/** What the list and its keys do to the selection. */
export type Selecting = Readonly<{
  selection: Selection
  toggle: (session: Session, offset: number) => void
  /** A step with Shift from one place to another. */
  extend: (from: number, to: number, sessionAt: SessionAt) => void
  /** All from the place that was chosen last to this one. */
  extendTo: (offset: number, sessionAt: SessionAt) => void
  /** Everything that the filter leaves, up to 10,000. */
  selectAll: () => void
  /** Takes out a session that is about to go. */
  forget: (session: Session) => void
  clear: () => void
}>

/** The selection of a list. It begins empty and knows places of this filter only. */
export function useSelecting(filter: SessionFilter, sessions: number): Selecting {
  const [selection, setSelection] = useState<Selection>(() => new Map())
  const anchor = useRef<number | null>(null)
  const at = useRef(0)

  const extend = useCallback(
    async (from: number, to: number, sessionAt: SessionAt) => {
      anchor.current ??= from
      at.current = to
      const { added, removed } = stepOf(anchor.current, from, to)
      const [more, less] = await Promise.all([
        sessionsIn(added, filter, sessionAt),
        removed === null ? [] : sessionsIn(removed, filter, sessionAt),
      ])
      if (more === null || less === null) return
      setSelection((before) => withSessions(without(before, less), more))
    },
    [filter],
  )
  const selectAll = async () => {
    const last = Math.min(sessions, selectedAtMost) - 1
    const all = await sessionsIn({ first: 0, last }, filter, () => undefined)
    if (all === null) return
    anchor.current = null
    setSelection(withSessions(new Map(), all))
    if (sessions > selectedAtMost)
      showToast({ message: 'The latest 10,000 are selected; no more can be changed at once.' })
  }

  return {
    selection,
    toggle: (session, offset) => {
      anchor.current = offset
      at.current = offset
      setSelection(toggled(selection, session))
    },
    extend: (from, to, sessionAt) => void extend(from, to, sessionAt),
    extendTo: (offset, sessionAt) =>
      void extend(anchor.current === null ? offset : at.current, offset, sessionAt),
    selectAll: () => void selectAll(),
    forget: (session) => {
      setSelection((before) => without(before, [session]))
    },
    clear: () => {
      anchor.current = null
      setSelection(new Map())
    },
  }
}

/** The sessions of a stretch: those at hand, else read. Null, with a message, when they cannot be read. */
async function sessionsIn(
  { first, last }: Stretch,
  filter: SessionFilter,
  sessionAt: SessionAt,
): Promise<readonly Session[] | null> {
  const offsets = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const known = offsets.flatMap((offset) => sessionAt(offset) ?? [])
  if (known.length === offsets.length) return known
  const starts = offsets.filter((offset) => (offset - first) % readAtMost === 0)
  const answers = await Promise.all(
    starts.map(async (offset) =>
      bridge.call('sessions.page', {
        filter,
        offset,
        limit: Math.min(readAtMost, last + 1 - offset),
      }),
    ),
  )
  const sessions: Session[] = []
  for (const answer of answers) {
    if (!answer.ok) {
      showToast({ message: answer.error.message, tone: 'negative' })
      return null
    }
    sessions.push(...answer.value)
  }
  return sessions
}
