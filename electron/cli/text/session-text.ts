import type { Session } from '#contract/sessions.ts'
import { formatDuration, formatHours } from '#domain/duration.ts'
import { valueOf } from '../complaint.ts'
import type { Terminal } from '../verb.ts'

/** A session in a few words: `1h30 of coding on 2026-11-24 at 10:30`. */
export function described({ durationS, category, date, time }: Session): string {
  return `${formatDuration(durationS)} of ${category} on ${date} at ${time}`
}

/** Says that a session was logged, and where its category stands now. */
export async function loggedText(terminal: Terminal, session: Session): Promise<string> {
  return `Logged ${described(session)}.${await standing(terminal, session)}`
}

/** Warns of sessions that a logged or changed one overlaps. */
export function warnOfOverlap(
  { warn }: Terminal,
  [first]: readonly Session[],
  done: 'logged' | 'changed' = 'logged',
): void {
  if (first) warn(`warning: this overlaps ${described(first)}; it was ${done} all the same.`)
}

/** Where the session's category stands now, as a sentence. */
async function standing({ engine }: Terminal, { planCategory }: Session): Promise<string> {
  const { allocation } = valueOf(await engine().call('plan.status', {}))
  const row = allocation.find(({ category }) => category === planCategory)
  return row
    ? ` ${row.category}: ${formatHours(row.actualHours)} of ${formatHours(row.plannedHours)}.`
    : ''
}
