import type { Away, Timer } from '#contract/timer.ts'
import { formatDuration } from '#domain/duration.ts'
import { asSeconds } from '#domain/units.ts'

/** What each answer to a stretch away means, in numbers. `split` is null where there is nothing before it to log. */
export type AwayWords = Readonly<{ keep: string; subtract: string; split: string | null }>

/** The answers for the first stretch away of a timer. */
export function awayWords(timer: Pick<Timer, 'workedS' | 'state'>, away: Away): AwayWords {
  const without = asSeconds(Math.max(0, timer.workedS - away.seconds))
  return {
    keep: `Count it: the timer stays at ${formatDuration(timer.workedS)}.`,
    subtract: `Take ${formatDuration(away.seconds)} out: the timer goes back to ${formatDuration(without)}.`,
    split:
      without < 1
        ? null
        : `Log what you worked before it as a session. The timer goes on with what came after it; ${formatDuration(away.seconds)} are left out.`,
  }
}

/** The stretch in words: `From 14:05 to 14:47 (42m)`, on this computer's clock. */
export function spanWords({ from, to, seconds }: Away): string {
  return `From ${clockOf(from, to)} to ${clockOf(to, from)} (${formatDuration(seconds)})`
}

/** The time of an instant, with its date where the other one lies on another day. */
function clockOf(instant: string, other: string): string {
  const at = new Date(instant)
  const time = `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
  const isSameDay = at.toDateString() === new Date(other).toDateString()
  return isSameDay
    ? time
    : `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())} ${time}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
