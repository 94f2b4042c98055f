import { useEffect, useState } from 'react'
import type { Timer } from '#contract/timer.ts'
import { useCall } from '../../bridge/queries.ts'
import { untilNextSecond } from './clock-text.ts'

/** How often the timer is read again while there is one, in milliseconds: who is away is told by time alone. */
const readEveryMs = 20_000

/** The timer as it was answered, and when. */
export type TimerNow = Readonly<{
  /** Null while there is none. */
  timer: Timer | null
  /** The moment of the answer on this page's clock, epoch milliseconds. */
  answeredAtMs: number
  refresh: () => void
}>

/** The timer; undefined until it is read for the first time. */
export function useTimer(): TimerNow | undefined {
  const { data, answeredAtMs, retry } = useCall('timer.get', {}, { everyMs: readEveryMs })
  return data === undefined ? undefined : { timer: data.timer, answeredAtMs, refresh: retry }
}

/**
 * Seconds since the answer, told anew as each one ends. They come from the clock and not from counting ticks, so that
 * a page that was held up, or a computer that slept, shows the right time at its next tick. Stands at 0 while
 * `ticking` is false.
 */
export function useSecondsSince(answeredAtMs: number, ticking: boolean): number {
  const [now, setNow] = useState(answeredAtMs)
  useEffect(() => {
    if (!ticking) return
    let timeout: ReturnType<typeof setTimeout>
    const tick = () => {
      const nowMs = Date.now()
      setNow(nowMs)
      timeout = setTimeout(tick, untilNextSecond(nowMs - answeredAtMs))
    }
    tick()
    return () => {
      clearTimeout(timeout)
    }
  }, [answeredAtMs, ticking])
  return ticking ? Math.max(0, Math.floor((now - answeredAtMs) / 1000)) : 0
}
