import { useStore } from '../../ui/store.ts'
import { AwayDialog } from './away-dialog.tsx'
import { awayPutOff, timerQuestion } from './questions.ts'
import { CategoryQuestion } from './category-question.tsx'
import { OverlapQuestion } from './overlap-question.tsx'
import { useTimer } from './use-timer.ts'
import { WorkedDialog } from './worked-dialog.tsx'

/** What the timer has to ask, one question at a time. */
export function TimerWindow() {
  const question = useStore(timerQuestion)
  const putOff = useStore(awayPutOff)
  const found = useTimer()
  const timer = found?.timer ?? null
  if (question?.kind === 'overlap') return <OverlapQuestion question={question} />
  if (question?.kind === 'worked') return <WorkedDialog problem={question.error} />
  if (found !== undefined && timer !== null && question?.kind === 'category')
    return <CategoryQuestion found={found} timer={timer} question={question} />
  if (timer === null || timer.away === null || timer.away.from === putOff) return null
  return <AwayDialog key={timer.away.from} timer={timer} away={timer.away} />
}
