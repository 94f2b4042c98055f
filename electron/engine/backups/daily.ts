import type { Database } from 'better-sqlite3'
import type { Instant, StudyDay } from '#contract/units.ts'
import type { EngineOptions } from '../api.ts'
import { failureOf } from '../failure.ts'
import { instantOf } from '../local-time.ts'
import { errorOf } from '../refusal.ts'
import { readable } from '../store/database.ts'
import { dropOldBackups, isBackupDue } from './automatic.ts'
import { keyForBackups } from './encryption.ts'
import { backupFolder, requireReachable } from './folder.ts'
import { forgetFailure, lastFailureOf, rememberFailure } from './last-failure.ts'
import { runBackupTask } from './run.ts'

type Parts = Pick<EngineOptions, 'dataDir' | 'clock' | 'log'> &
  Readonly<{
    connection: Database
    /** Told when there is something new to show. */
    looked: () => void
  }>

/** How often it is looked at whether a backup is due, in ms: an app that stays open passes midnight too. */
const lookEveryMs = 3_600_000

/**
 * Makes a backup a day where something changed, soon after the engine was opened and while it stays open. What keeps
 * one from being made, also where none is due, is logged and remembered, so that windows tell it; it must not keep
 * anybody from working. `close` waits for one under way.
 */
export function dailyBackups({ dataDir, clock, log, connection, looked }: Parts) {
  let running: Promise<void> = Promise.resolve()

  const look = async () => {
    const now = instantOf(clock.nowMs())
    try {
      requireReachable(dataDir)
      await keyForBackups(dataDir)
      if (isBackupDue(dataDir, readable(connection), now.slice(0, 10) as StudyDay))
        await makeDaily(dataDir, now)
      else if (lastFailureOf(dataDir) === null) return
      forgetFailure(dataDir)
    } catch (thrown) {
      log('error', 'daily backup failed', failureOf(thrown))
      const { message, hint } = errorOf(thrown)
      await rememberFailure(dataDir, { at: now, message, hint })
    }
    looked()
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

async function makeDaily(dataDir: string, now: Instant): Promise<void> {
  const { folder } = backupFolder(dataDir)
  const { made } = await runBackupTask({ type: 'make', kind: 'daily', dataDir, folder, now }, {})
  if (made !== null) dropOldBackups(dataDir, made)
}
