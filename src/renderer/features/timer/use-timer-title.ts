import { workedAfter } from '#domain/timer-focus.ts'
import { useCategoryName } from './category-name.ts'
import { clockText } from './clock-text.ts'
import { useSecondsSince, useTimer } from './use-timer.ts'

/** What the title of the window says of the timer: `0:25:03 Coding practice`. Null while there is none. */
export function useTimerTitle(): string | null {
  const found = useTimer()
  const timer = found?.timer ?? null
  const name = useCategoryName(timer)
  const passedS = useSecondsSince(found?.answeredAtMs ?? 0, timer?.state === 'running')
  if (timer === null) return null
  const time = clockText(workedAfter(timer, passedS))
  return timer.state === 'running' ? `${time} ${name}` : `Paused at ${time}: ${name}`
}
