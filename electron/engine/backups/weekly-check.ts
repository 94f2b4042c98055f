import type { EngineOptions } from '../api.ts'
import { failureOf } from '../failure.ts'
import { instantOf } from '../local-time.ts'
import { backupFolder } from './folder.ts'
import { lastCheckOf, rememberCheck } from './last-check.ts'
import { runBackupTask } from './run.ts'

const dayMs = 86_400_000
/** A whole file is looked at once in so many ms. */
const everyMs = 7 * dayMs
/** How often it is looked at whether it is time, in ms. */
const lookEveryMs = dayMs / 4

/**
 * Whether the file is to be looked at as a whole: the last time is a week past, or was never, or lies so far ahead
 * that the clock must have been set back since.
 */
export function isCheckDue(dataDir: string, nowMs: number): boolean {
  const last = lastCheckOf(dataDir)
  if (last === null) return true
  const passed = nowMs - Date.parse(last.at)
  return passed >= everyMs || passed < -dayMs
}

type Parts = Pick<EngineOptions, 'dataDir' | 'clock' | 'log'> &
  Readonly<{
    /** How long after the start the first look waits, in ms: the start itself has other work. */
    afterMs?: number
    /** Told when there is something new to show. */
    checked: () => void
  }>

/**
 * Looks at the whole data file once a week, in the background. What is found stands in the log and is told in the
 * window. `close` waits for a look that is under way.
 */
export function weeklyChecks({ dataDir, clock, log, afterMs = 60_000, checked }: Parts) {
  let running: Promise<void> = Promise.resolve()

  const look = async () => {
    try {
      if (!isCheckDue(dataDir, clock.nowMs())) return
      const at = instantOf(clock.nowMs())
      const { folder } = backupFolder(dataDir)
      const task = { type: 'check', dataDir, folder, now: at } as const
      const { faults } = await runBackupTask(task, {})
      if (faults.length > 0) log('error', 'the data file is damaged', { faults: faults.length })
      await rememberCheck(dataDir, { at, faults: [...faults] })
      checked()
    } catch (thrown) {
      log('error', 'weekly check failed', failureOf(thrown))
    }
  }
  const next = () => {
    running = running.then(look)
  }
  const first = setTimeout(next, afterMs).unref()
  const timer = setInterval(next, lookEveryMs).unref()

  return {
    async close(): Promise<void> {
      clearTimeout(first)
      clearInterval(timer)
      await running
    },
  }
}
