import { useStore } from '../../ui/store.ts'
import { awayPutOff, timerQuestion } from './questions.ts'
import { useTimer } from './use-timer.ts'

/** Whether the timer has something to ask. */
export function useTimerWindowOpen(): boolean {
  const question = useStore(timerQuestion)
  const putOff = useStore(awayPutOff)
  const away = useTimer()?.timer?.away ?? null
  return question !== null || (away !== null && away.from !== putOff)
}
