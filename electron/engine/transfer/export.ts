import { readable } from '../store/database.ts'
import type { Bench } from './carry-out.ts'
import { exportCsv } from './csv/write.ts'
import { exportJson } from './json/write.ts'
import type { TaskOf, TaskOutput } from './tasks.ts'

/** All data as JSON, or the sessions as CSV, as of one moment. */
export function exportAll(
  { input, playbooks }: TaskOf<'export'>,
  { connection, now, timeZone, zones, work }: Bench,
): TaskOutput<'export'> {
  const db = readable(connection)
  const { date } = zones.wallOf(now, timeZone)
  const nameOf = (playbook: string, category: string) =>
    playbooks.get(playbook)?.find(({ slug }) => slug === category)?.name ?? category
  // One transaction, so that all that is read is of one moment.
  return connection.transaction(() => {
    if (input.format === 'csv') {
      const { bytes, sessions } = exportCsv(db, nameOf, zones, input.bom, work)
      return { fileName: `loopready-sessions-${date}.csv`, bytes, sessions }
    }
    const sessions = db.get<{ n: number }>('SELECT count(*) AS n FROM session')?.n ?? 0
    return { fileName: `loopready-${date}.json`, bytes: exportJson(db), sessions }
  })()
}
