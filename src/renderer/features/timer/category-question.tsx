import { formatDuration } from '#domain/duration.ts'
import { workedAfter } from '#domain/timer-focus.ts'
import { asSeconds } from '#domain/units.ts'
import type { Timer } from '#contract/timer.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { correctTimer, switchTimer } from './actions.ts'
import { useCategoryName } from './category-name.ts'
import { timerQuestion, type TimerQuestion } from './questions.ts'
import { useSecondsSince, type TimerNow } from './use-timer.ts'
import './away-options.css'

/** Asks what another category is for: what comes now, or all that the timer has run. Neither is guessed. */
export function CategoryQuestion({
  found,
  timer,
  question: { category, name },
}: Readonly<{
  found: TimerNow
  timer: Timer
  question: Extract<TimerQuestion, { kind: 'category' }>
}>) {
  const before = useCategoryName(timer)
  const passedS = useSecondsSince(found.answeredAtMs, timer.state === 'running')
  const worked = formatDuration(asSeconds(workedAfter(timer, passedS)))
  const close = () => {
    timerQuestion.set(null)
  }
  const choices = [
    {
      label: 'Switch',
      meaning: `Log ${worked} of ${before}, and time ${name} from now on.`,
      run: async () => switchTimer(category),
    },
    {
      label: 'Correct',
      meaning: `All of it was ${name}. Nothing is logged; the timer goes on.`,
      run: async () => correctTimer(category),
    },
  ] as const
  return (
    <Dialog
      open
      size="s"
      title={`${name} from now on, or all along?`}
      onClose={close}
      footer={<Button onClick={close}>Cancel</Button>}
    >
      <ul className="timer-away">
        {choices.map(({ label, meaning, run }, index) => (
          <li key={label}>
            <Button
              variant={index === 0 ? 'primary' : 'secondary'}
              aria-describedby={`timer-category-${label}`}
              onClick={() => {
                close()
                void run()
              }}
            >
              {label}
            </Button>
            <span id={`timer-category-${label}`}>{meaning}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
