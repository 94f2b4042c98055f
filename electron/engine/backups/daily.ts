import type { Database } from 'better-sqlite3'
import type { StudyDay } from '#contract/units.ts'
import type { EngineOptions } from '../api.ts'
import { failureOf } from '../failure.ts'
import { instantOf } from '../local-time.ts'
import { readable } from '../store/database.ts'
import { dropOldBackups, isBackupDue } from './automatic.ts'
import { backupFolder } from './folder.ts'
import { runBackupTask } from './run.ts'

type Parts = Pick<EngineOptions, 'dataDir' | 'clock' | 'log'> &
  Readonly<{ connection: Database; made: () => void }>

/** How often it is looked at whether a backup is due, in ms: an app that stays open passes midnight too. */
const lookEveryMs = 3_600_000

/**
 * Makes a backup a day where something changed, soon after the engine was opened and while it stays open. What goes
 * wrong is logged: a backup that cannot be made must not keep anybody from working. `close` waits for one under way.
 */
export function dailyBackups({ dataDir, clock, log, connection, made }: Parts) {
  let running: Promise<void> = Promise.resolve()

  const look = async () => {
    const now = instantOf(clock.nowMs())
    try {
      if (!isBackupDue(dataDir, readable(connection), now.slice(0, 10) as StudyDay)) return
      const { folder } = backupFolder(dataDir)
      const task = { type: 'make', kind: 'daily', dataDir, folder, now } as const
      const done = await runBackupTask(task, {})
      if (done.made !== null) dropOldBackups(dataDir, done.made.id)
      made()
    } catch (thrown) {
      log('error', 'daily backup failed', failureOf(thrown))
    }
  }
  const next = () => {
    running = running.then(look)
  }
  next()
  const timer = setInterval(next, lookEveryMs).unref()

  return {
    async close(): Promise<void> {
      clearInterval(timer)
      await running
    },
  }
}
