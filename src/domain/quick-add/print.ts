import type { SessionInput } from '#contract/sessions.ts'
import { totalCounts } from '../counts.ts'
import { formatDuration, parseDuration } from '../duration.ts'
import { countText } from './reading.ts'

type Printed = Pick<SessionInput, 'category' | 'duration' | 'date' | 'time' | 'counts' | 'note'>

/**
 * A session as one line, `1h30 system design 2026-11-23 at 19:00 1 design problem: URL shortener`, that quick add
 * reads back as the same session.
 */
export function printQuickAdd(session: Printed): string {
  const { category, duration, date, time, counts = [], note = '' } = session
  const parsed = parseDuration(duration)
  const head = [
    parsed.ok ? formatDuration(parsed.seconds) : duration,
    category.replaceAll('-', ' '),
    date,
    time === undefined ? undefined : `at ${time}`,
    ...Array.from(totalCounts(counts), ([kind, n]) => countText({ kind, n })),
  ]
    .filter((part) => part !== undefined)
    .join(' ')
  return note === '' ? head : `${head}: ${note}`
}
