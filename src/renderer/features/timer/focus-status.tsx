import { useEffect, useRef } from 'react'
import type { Focus, Timer } from '#contract/timer.ts'
import { focusPhase, type FocusPhase } from '#domain/timer-focus.ts'
import { bridge } from '../../bridge/bridge.ts'
import { showToast } from '../../ui/toasts.ts'
import { pauseTimer, resumeTimer } from './actions.ts'
import { minutesText } from './clock-text.ts'
import { focusTurn, type FocusTurn } from './focus-turn.ts'
import { useSecondsSince } from './use-timer.ts'

/** Which focus interval or break the timer is in and what is left of it; says so when one ends. */
export function FocusStatus({
  timer,
  focus,
  answeredAtMs,
}: Readonly<{ timer: Timer; focus: Focus; answeredAtMs: number }>) {
  const passedS = useSecondsSince(answeredAtMs, true)
  const phase = focusPhase(timer, passedS)
  const before = useRef<FocusPhase | null>(null)
  useEffect(() => {
    const turn = focusTurn(before.current, phase, focus)
    before.current = phase
    if (turn !== null) say(turn, focus)
  })
  if (phase === null) return null
  return <span className="timer-bar-focus">{wordsOf(phase, focus)}</span>
}

function wordsOf({ phase, remainingS }: FocusPhase, { breakMinutes }: Focus): string {
  if (phase === 'work') return `Focus ${minutesText(remainingS)}`
  if (breakMinutes === 0) return ''
  return remainingS === 0 ? 'Break over' : `Break ${minutesText(remainingS)}`
}

function say({ ended, title, body }: FocusTurn, { breakMinutes }: Focus) {
  const rest = { label: 'Pause', run: () => void pauseTimer() }
  const goOn = { label: 'Resume', run: () => void resumeTimer() }
  const message = `${title} ${body}`
  if (ended === 'break') showToast({ message, action: goOn })
  else if (breakMinutes > 0) showToast({ message, action: rest })
  else showToast({ message })
  bridge.notify({ title, body })
}
