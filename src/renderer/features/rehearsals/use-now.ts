import { useEffect, useState } from 'react'

/**
 * The present in epoch milliseconds, drawn again every `everyMs` while `running`, and at once when the window shows
 * again. Nothing is counted by these ticks: they only say when to look.
 */
export function useNow(running: boolean, everyMs = 100): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const look = () => {
      setNowMs(Date.now())
    }
    look()
    if (!running) return
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [running, everyMs])
  return nowMs
}
