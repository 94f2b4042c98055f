import { Temporal } from 'temporal-polyfill'
import type { Clock } from './api.ts'
import type { Env } from './data-dir.ts'
import { refuse } from './refusal.ts'

/** The computer's own clock and time zone. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  timeZone: localTimeZone,
}

/**
 * The clock that the environment asks for: stopped at the instant of `LOOPREADY_NOW` (`2026-11-24T09:00:00Z`, or with
 * an offset), or the system's when that is not set. Throws a `Refusal` when the text is no instant.
 */
export function clockFrom(env: Env): Clock {
  const now = env['LOOPREADY_NOW']
  if (now === undefined || now === '') return systemClock
  const nowMs = instantOf(now).epochMilliseconds
  return { nowMs: () => nowMs, timeZone: localTimeZone }
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return refuse({
      code: 'invalid-input',
      field: 'LOOPREADY_NOW',
      message: `LOOPREADY_NOW is ${JSON.stringify(text)}, which is not an instant.`,
      hint: 'Write it as 2026-11-24T09:00:00Z.',
    })
  }
}

function localTimeZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  // A computer without a configured zone reports `Etc/Unknown`, which no calendar rule can work with.
  return zone === 'Etc/Unknown' ? 'UTC' : zone
}
