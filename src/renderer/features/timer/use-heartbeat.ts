import { useEffect, useRef } from 'react'
import { bridge } from '../../bridge/bridge.ts'
import { pageIdleSeconds, watchPresence } from './presence.ts'
import { useTimer } from './use-timer.ts'

/** How often a running timer is told that somebody is there, in milliseconds. */
const beatEveryMs = 20_000

/**
 * Tells the engine that somebody is at the computer, for as long as a timer runs: at once, then regularly, and on the
 * first sign after a silence or a sleep. Each beat says how long the last sign is past, so that an open window alone
 * is no proof of anybody. Whoever was away is asked about it; the timer is read again for that.
 */
export function useHeartbeat(): void {
  const found = useTimer()
  const running = found?.timer?.state === 'running' ? found.timer.id : null
  const latest = useRef(found)
  useEffect(() => {
    latest.current = found
  })
  useEffect(() => {
    if (running === null) return
    const beat = async () => {
      const told = await bridge.idleSeconds()
      const idleS = typeof told === 'number' ? told : pageIdleSeconds()
      const answer = await bridge.call('timer.seen', { idleS })
      const known = latest.current?.timer?.away ?? null
      if (answer.ok && answer.value.away?.to !== known?.to) latest.current?.refresh()
    }
    void beat()
    const interval = setInterval(() => void beat(), beatEveryMs)
    const stops = [
      watchPresence(() => void beat(), beatEveryMs),
      bridge.onWake(() => void beat()),
      () => {
        clearInterval(interval)
      },
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [running])
}
