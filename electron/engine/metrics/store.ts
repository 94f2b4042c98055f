import type { MetricValue } from '#contract/metrics.ts'
import type { Instant, StudyDay } from '#contract/units.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

/** A value as stored: with a figure, number, baseline, period and source are the ledger's. */
export type StoredValue = Readonly<{
  id: string
  indicator: string
  day: StudyDay
  value: number | null
  baseline: number | null
  period: string
  source: string
  figure: string | null
}>

/**
 * The values of a level's indicators, by day and then in the order in which they were entered. A value whose figure is
 * in the trash, or says no number, is left out until it does.
 */
export function readValues(
  db: ReadableDb,
  playbook: string,
): (MetricValue & Readonly<{ indicator: string }>)[] {
  return db.all(
    `SELECT metric_value.id, indicator, day, added_at AS addedAt, evidence_id AS figure,
       coalesce(value, achieved) AS value,
       iif(evidence_id IS NULL, metric_value.baseline, evidence.baseline) AS baseline,
       iif(evidence_id IS NULL, metric_value.period, evidence.period) AS period,
       iif(evidence_id IS NULL, metric_value.source, evidence.source) AS source
     FROM metric_value LEFT JOIN evidence ON evidence.id = evidence_id
     WHERE playbook = @playbook AND deleted_at IS NULL AND coalesce(value, achieved) IS NOT NULL
     ORDER BY indicator, day, added_at, seq`,
    { playbook },
  )
}

/** The figures of the ledger that are values of an indicator, also those that say no number now. */
export function figuresTaken(db: ReadableDb, playbook: string): ReadonlySet<string> {
  const rows = db.all<{ key: string }>(
    `SELECT indicator || ' ' || evidence_id AS key FROM metric_value
     WHERE playbook = @playbook AND evidence_id IS NOT NULL`,
    { playbook },
  )
  return new Set(rows.map(({ key }) => key))
}

export function findValue(
  db: ReadableDb,
  playbook: string,
  indicator: string,
  id: string,
): StoredValue | undefined {
  return db.get<StoredValue>(
    `SELECT id, indicator, day, value, baseline, period, source, evidence_id AS figure
     FROM metric_value WHERE id = @id AND playbook = @playbook AND indicator = @indicator`,
    { id, playbook, indicator },
  )
}

export function writeValue(
  db: WritableDb,
  playbook: string,
  value: StoredValue,
  now: Instant,
): void {
  db.run(
    `INSERT INTO metric_value
       (id, playbook, indicator, day, value, baseline, period, source, evidence_id, added_at)
     VALUES (@id, @playbook, @indicator, @day, @value, @baseline, @period, @source, @figure, @now)
     ON CONFLICT (id) DO UPDATE SET
       day = excluded.day, value = excluded.value, baseline = excluded.baseline,
       period = excluded.period, source = excluded.source, evidence_id = excluded.evidence_id`,
    { playbook, ...value, now },
  )
}

export function deleteValue(db: WritableDb, id: string): void {
  db.run('DELETE FROM metric_value WHERE id = @id', { id })
}

/** Has a figure of the ledger say that it proves an indicator. */
export function linkFigure(
  db: WritableDb,
  link: Readonly<{ figure: string; playbook: string; indicator: string }>,
): void {
  db.run(
    `INSERT INTO evidence_link (evidence_id, kind, playbook, item)
     VALUES (@figure, 'indicator', @playbook, @indicator) ON CONFLICT DO NOTHING`,
    link,
  )
}
