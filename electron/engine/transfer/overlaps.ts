import type { OutputOf } from '#contract/index.ts'
import type { Instant, Seconds } from '#contract/units.ts'
import { formatDay } from '#domain/readable.ts'
import { wallClockOfInstant } from '../local-time.ts'
import { overlappingRows } from '../sessions/store.ts'
import type { ReadableDb } from '../store/database.ts'

type Overlaps = OutputOf<'transfer.preview'>['overlaps']
type Row = Readonly<{ line: number; started_at: Instant; duration_s: Seconds }>

const examples = 20

/**
 * The new sessions that run at the same time as one that is here or as another one of the file. All are laid out by
 * their start; one overlaps where it begins before the latest end so far, or ends after the next begins.
 */
export function stagedOverlaps(db: ReadableDb): Overlaps {
  const rows = db.all<Row>(
    `WITH range AS (
       SELECT strftime('%Y-%m-%dT%H:%M:%SZ', min(started_at), '-1 day') AS first,
              strftime('%Y-%m-%dT%H:%M:%SZ', max(started_at), '+1 day') AS last
       FROM staged WHERE status = 'new'
     ),
     lying AS (
       SELECT seq, line, started_at, duration_s FROM staged WHERE status = 'new'
       UNION ALL
       SELECT NULL, NULL, started_at, duration_s FROM session, range
       WHERE deleted_at IS NULL AND started_at BETWEEN first AND last
     ),
     laid AS (
       SELECT *, unixepoch(started_at) AS since, unixepoch(started_at) + duration_s AS until FROM lying
     ),
     beside AS (
       SELECT *, lead(since) OVER in_order AS next,
              max(until) OVER (in_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
       FROM laid WINDOW in_order AS (ORDER BY since, until, seq)
     )
     SELECT line, started_at, duration_s FROM beside
     WHERE line IS NOT NULL AND (since < reached OR next < until) ORDER BY seq`,
  )
  return { rows: rows.length, examples: rows.slice(0, examples).map((row) => told(db, row)) }
}

function told(db: ReadableDb, row: Row): Overlaps['examples'][number] {
  const [here] = overlappingRows(db, row, null)
  if (!here) return { place: `line ${row.line}`, message: 'It overlaps another row of the file.' }
  const { date, time } = wallClockOfInstant(here.started_at, here.time_zone)
  return {
    place: `line ${row.line}`,
    message: `It overlaps the session of ${formatDay(date)}, ${time}.`,
  }
}
