import { useEffect, useState } from 'react'

/** How long typing rests before a search is made, in milliseconds. */
export const typingRestsMs = 180

/** A value once it has stayed the same for so many milliseconds: typing asks once, not at every key. */
export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (Object.is(value, settled)) return
    const timer = setTimeout(() => {
      setSettled(value)
    }, afterMs)
    return () => clearTimeout(timer)
  }, [value, settled, afterMs])
  return settled
}
