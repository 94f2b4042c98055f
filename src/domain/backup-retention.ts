import type { BackupKind } from '#contract/backups.ts'
import type { StudyDay } from '#contract/units.ts'
import { startOfWeek } from './days.ts'

/** A backup as the rule sees it: when it was made, to the day, and what for. */
export type KeptBackup = Readonly<{ id: string; kind: BackupKind; day: StudyDay }>

/** How many days, weeks and months with daily backups are kept, and how many of each other automatic kind. */
export const retention = { days: 7, weeks: 4, months: 12, others: 10 } as const

/**
 * Which backups may go. Of the daily ones the newest of each of the last 7 days, 4 weeks (from Monday) and 12 months
 * that have one stay; of those before an import, a restore or a schema change the newest 10 each; those made by hand
 * all stay. Days, weeks and months without a backup do not count, so that a long pause drops nothing. Neither do
 * backups of later days than `today`: a clock was ahead when they were made, or was set back since. They stay as well.
 */
export function backupsToDrop(backups: readonly KeptBackup[], today: StudyDay): readonly string[] {
  const newestFirst = backups
    .filter(({ day }) => day <= today)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
  const kept = new Set<string>()
  const daily = newestFirst.filter(({ kind }) => kind === 'daily')
  keepNewestOf(daily, retention.days, ({ day }) => day, kept)
  keepNewestOf(daily, retention.weeks, ({ day }) => startOfWeek(day), kept)
  keepNewestOf(daily, retention.months, ({ day }) => day.slice(0, 7), kept)
  for (const kind of ['before-import', 'before-restore', 'before-schema-change'] as const)
    for (const { id } of newestFirst.filter((one) => one.kind === kind).slice(0, retention.others))
      kept.add(id)
  return newestFirst
    .filter(({ id, kind }) => kind !== 'manual' && !kept.has(id))
    .map(({ id }) => id)
}

/** Keeps the newest backup of each of the newest `periods` periods. */
function keepNewestOf(
  newestFirst: readonly KeptBackup[],
  periods: number,
  periodOf: (backup: KeptBackup) => string,
  kept: Set<string>,
): void {
  const seen = new Set<string>()
  for (const backup of newestFirst) {
    const period = periodOf(backup)
    if (seen.has(period)) continue
    if (seen.size === periods) return
    seen.add(period)
    kept.add(backup.id)
  }
}
