import type { Session } from '#contract/sessions.ts'
import { parseDuration } from '#domain/duration.ts'
import { durationInWords } from './draft.ts'
import { timeAt } from './wall-clock.ts'

/** One of the two parts: its times on the clock where it was logged, and how long it lasts, in words. */
export type SplitPart = Readonly<{ from: string; to: string; duration: string }>

/** What a split would make of a session, or why it cannot be. Null while nothing is typed. */
export type SplitView =
  | Readonly<{ ok: true; first: SplitPart; second: SplitPart }>
  | Readonly<{ ok: false; message: string }>
  | null

export function splitViewOf(
  session: Pick<Session, 'startedAt' | 'timeZone' | 'durationS'>,
  typed: string,
): SplitView {
  if (typed.trim() === '') return null
  const first = parseDuration(typed)
  if (!first.ok) return { ok: false, message: first.message }
  if (first.seconds <= 0 || first.seconds >= session.durationS)
    return {
      ok: false,
      message: `The first part has to be longer than 0 and shorter than ${durationInWords(session.durationS)}.`,
    }
  const start = Date.parse(session.startedAt)
  const clockAfter = (seconds: number) => timeAt(start + seconds * 1000, session.timeZone)
  return {
    ok: true,
    first: {
      from: clockAfter(0),
      to: clockAfter(first.seconds),
      duration: durationInWords(first.seconds),
    },
    second: {
      from: clockAfter(first.seconds),
      to: clockAfter(session.durationS),
      duration: durationInWords(session.durationS - first.seconds),
    },
  }
}

/** Half of it in whole minutes, as a person would type it: what the field starts with. */
export function halfOf(durationS: number): string {
  return `${Math.max(1, Math.floor(durationS / 120))}m`
}
