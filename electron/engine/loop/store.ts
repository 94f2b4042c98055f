import type { LoopRound } from '#contract/loop.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

/** The saved rounds in their order; none while they are the suggested ones. */
export function savedRounds(db: ReadableDb): LoopRound[] {
  return db
    .all<{ name: string; principles: string }>(
      'SELECT name, principles FROM loop_round ORDER BY position',
    )
    .map(({ name, principles }) => ({
      name,
      // Written below, from rounds that had passed their schema.
      principles: JSON.parse(principles) as string[],
    }))
}

/** Makes these the saved rounds. */
export function writeRounds(db: WritableDb, rounds: readonly LoopRound[]): void {
  rounds.forEach(({ name, principles }, position) =>
    db.run(
      `INSERT INTO loop_round (position, name, principles) VALUES (@position, @name, @principles)
       ON CONFLICT (position) DO UPDATE SET name = excluded.name, principles = excluded.principles`,
      { position, name, principles: JSON.stringify(principles) },
    ),
  )
  db.run('DELETE FROM loop_round WHERE position >= @n', { n: rounds.length })
}
