import type { ReadableDb, WritableDb } from '../store/database.ts'

/** The user's own hours of a playbook, by category slug. */
export function ownHours(db: ReadableDb, playbook: string): ReadonlyMap<string, number> {
  const rows = db.all<{ category: string; hours: number }>(
    'SELECT category, hours FROM hour_budget WHERE playbook = @playbook',
    { playbook },
  )
  return new Map(rows.map((row) => [row.category, row.hours]))
}

export function clearHours(db: WritableDb, playbook: string): void {
  db.run('DELETE FROM hour_budget WHERE playbook = @playbook', { playbook })
}

export function writeHours(
  db: WritableDb,
  playbook: string,
  row: { category: string; hours: number },
): void {
  db.run(
    `INSERT INTO hour_budget (playbook, category, hours) VALUES (@playbook, @category, @hours)
     ON CONFLICT DO UPDATE SET hours = excluded.hours`,
    { playbook, ...row },
  )
}

export type MilestoneChoice = Readonly<{
  milestone: string
  /** The user's own target; null is the playbook's. */
  target: number | null
  /** The count that the user stated; null is none. */
  stated: number | null
}>

/** What the user set for a playbook's milestones. */
export function milestoneChoices(db: ReadableDb, playbook: string): readonly MilestoneChoice[] {
  return db.all<MilestoneChoice>(
    'SELECT milestone, target, stated FROM milestone_choice WHERE playbook = @playbook',
    { playbook },
  )
}

export function writeMilestoneChoice(
  db: WritableDb,
  playbook: string,
  choice: MilestoneChoice,
): void {
  db.run(
    `INSERT INTO milestone_choice (playbook, milestone, target, stated)
     VALUES (@playbook, @milestone, @target, @stated)
     ON CONFLICT DO UPDATE SET target = excluded.target, stated = excluded.stated`,
    { playbook, ...choice },
  )
}
