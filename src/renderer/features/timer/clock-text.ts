import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '#domain/units.ts'

/** Whole seconds as a clock shows them: `0:05:07`. It keeps its width, so that nothing beside it moves. */
export function clockText(seconds: number): string {
  const hours = Math.floor(seconds / SECONDS_PER_HOUR)
  const minutes = Math.floor((seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE)
  return `${hours}:${twoDigits(minutes)}:${twoDigits(Math.floor(seconds % SECONDS_PER_MINUTE))}`
}

/** What is left of an interval: `24:59`. */
export function minutesText(seconds: number): string {
  return `${Math.floor(seconds / SECONDS_PER_MINUTE)}:${twoDigits(Math.floor(seconds % SECONDS_PER_MINUTE))}`
}

/** The wait until the shown second turns, in milliseconds: 1 to 1000. `passedMs` is the time since the answer. */
export function untilNextSecond(passedMs: number): number {
  return 1000 - (Math.max(0, Math.floor(passedMs)) % 1000)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
