import { useEffect, useRef, useState } from 'react'
import type { Session, SessionFilter } from '#contract/sessions.ts'
import { bridge } from '../../bridge/bridge.ts'
import type { LogLayout } from './log-layout.ts'

/** The most that one read of the list answers with. */
const readAtMost = 500

/**
 * Finds a session again after it was saved, when its new start has put it into another place of the list: `found` is
 * told where. Nothing is told where the filter leaves it out.
 */
export function useFollowing(
  layout: LogLayout,
  filter: SessionFilter,
  found: (offset: number) => void,
): (saved: Session) => void {
  const [followed, setFollowed] = useState<Session | null>(null)
  const tell = useRef(found)
  useEffect(() => {
    tell.current = found
  })
  useEffect(() => {
    const ofDay = followed === null ? null : layout.sessionsOfDay(followed.studyDay)
    if (followed === null || ofDay === null) return
    let isWanted = true
    const find = async () => {
      const { offset, sessions } = ofDay
      const limit = Math.min(readAtMost, sessions)
      const answer = await bridge.call('sessions.page', { filter, offset, limit })
      const at = answer.ok ? answer.value.findIndex(({ id }) => id === followed.id) : -1
      // Not there yet: the next layout, which the change brings about, is looked through again.
      if (!isWanted || at === -1) return
      setFollowed(null)
      tell.current(offset + at)
    }
    void find()
    return () => {
      isWanted = false
    }
  }, [followed, layout, filter])
  return setFollowed
}
