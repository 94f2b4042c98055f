import type { Timer, TimerView } from '#contract/timer.ts'
import { formatDuration } from '#domain/duration.ts'
import { focusPhase } from '#domain/timer-focus.ts'
import { formatCount } from '#domain/readable.ts'
import { wallClockOfInstant } from '#engine/local-time.ts'
import { printable } from './printable.ts'

const intervals = { one: 'interval', many: 'intervals' }

/** The timer for people: what it is for, how long it ran, and what it wants to know. */
export function timerText({ timer }: TimerView): string {
  if (!timer) return 'There is no timer. Start one with: loopready start <category>'
  const { category, state, workedS, date, time, note } = timer
  return [
    `${printable(category)}, ${state}: ${formatDuration(workedS)} worked, started on ${date} at ${time}.`,
    ...(note === '' ? [] : [printable(note)]),
    ...focusText(timer),
    ...questions(timer),
  ].join('\n')
}

function focusText(timer: Timer): string[] {
  const focus = focusPhase(timer)
  if (!focus) return []
  const left =
    focus.phase === 'work'
      ? `${formatDuration(focus.remainingS)} left of this interval`
      : `${formatDuration(focus.remainingS)} left of this break`
  return [`Focus: ${left}, ${formatCount(focus.completedIntervals, intervals)} finished.`]
}

function questions({ away, clockSetBack, timeZone }: Timer): string[] {
  const asked: string[] = []
  if (away) {
    const [from, to] = [away.from, away.to].map((instant) => wallClockOfInstant(instant, timeZone))
    asked.push(
      `Nobody was seen from ${from?.date} ${from?.time} to ${to?.date} ${to?.time} (${formatDuration(away.seconds)}). ` +
        'Say on stopping whether that counts: --away keep or --away subtract.',
    )
  }
  if (clockSetBack)
    asked.push('The clock was set back while it ran, and time was lost: look whether it is right.')
  return asked
}
