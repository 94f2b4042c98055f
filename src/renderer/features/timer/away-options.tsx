import { useState } from 'react'
import type { Away } from '#contract/timer.ts'
import { Button } from '../../ui/button.tsx'
import { answerAway, type AwayChoice } from './actions.ts'
import type { AwayWords } from './away-words.ts'
import './away-options.css'

const labels: Readonly<Record<AwayChoice, string>> = {
  keep: 'Keep',
  subtract: 'Subtract',
  split: 'Split',
}
const choices: readonly AwayChoice[] = ['subtract', 'keep', 'split']

/** The answers, each with what it means. */
export function AwayOptions({ away, words }: Readonly<{ away: Away; words: AwayWords }>) {
  const [given, setGiven] = useState<AwayChoice | null>(null)
  const answer = async (choice: AwayChoice) => {
    setGiven(choice)
    await answerAway(away, choice)
    setGiven(null)
  }
  return (
    // The question comes up by itself, perhaps under somebody's typing: so no answer has the focus when it does.
    <ul className="timer-away" tabIndex={-1} data-autofocus>
      {choices.map((choice) => {
        const meaning = words[choice]
        if (meaning === null) return null
        return (
          <li key={choice}>
            <Button
              variant={choice === 'subtract' ? 'primary' : 'secondary'}
              pending={given !== null}
              aria-describedby={`timer-away-${choice}`}
              onClick={() => void answer(choice)}
            >
              {labels[choice]}
            </Button>
            <span id={`timer-away-${choice}`}>{meaning}</span>
          </li>
        )
      })}
    </ul>
  )
}
