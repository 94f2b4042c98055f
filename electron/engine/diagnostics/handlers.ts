import { readFileSync, statfsSync } from 'node:fs'
import { release } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { CheckUp } from '#contract/diagnostics.ts'
import { backupFolder, backupsIn, storageOf } from '../backups/folder.ts'
import { rememberCheck } from '../backups/last-check.ts'
import { lastFailureOf } from '../backups/last-failure.ts'
import { runBackupTask } from '../backups/run.ts'
import { encryptionState } from '../backups/switching.ts'
import { leaveReport } from '../crash-report.ts'
import type { HandlersFor } from '../handlers.ts'
import { instantOf } from '../local-time.ts'
import { newestVersion } from '../store/migrations/index.ts'
import { networkDriveOf } from '../store/network-drive.ts'
import { logLines } from './log-lines.ts'
import { checkUpText } from './text.ts'

export const diagnosticsHandlers: HandlersFor<'diagnostics'> = {
  'diagnostics.check': async ({ home, clock, snapshot, assetsDir }, _, options) => {
    const now = instantOf(clock.nowMs())
    const { folder } = backupFolder(home.dataDir)
    const task = { type: 'check', dataDir: home.dataDir, folder, now } as const
    const { faults } = await runBackupTask(task, options)
    await rememberCheck(home.dataDir, { at: now, faults: [...faults] })
    home.tell(['backups'])
    const backups = backupsIn(folder)
    const checkUp: Omit<CheckUp, 'text'> = {
      checkedAt: now,
      faults: [...faults],
      backups: {
        count: backups.length,
        newestAt: backups[0]?.madeAt ?? null,
        failure: lastFailureOf(home.dataDir),
      },
      encryption: encryptionOf(home.dataDir, folder),
      space: { ...storageOf(home.dataDir), free: freeBytes(home.dataDir) },
      networkDrive: networkDriveOf(home.dataDir),
      brokenPlaybooks: snapshot(({ library }) => library.problems.length),
      versions: {
        app: versionOfApp(assetsDir),
        schema: newestVersion,
        sqlite: snapshot(
          ({ db }) => db.get<{ v: string }>('SELECT sqlite_version() AS v')?.v ?? '',
        ),
        node: process.version,
        system: `${process.platform} ${release()} ${process.arch}`,
      },
      log: [...logLines(home.dataDir)],
    }
    return { ...checkUp, text: checkUpText(checkUp) }
  },
  'diagnostics.pageFailed': async ({ home, clock }, failure) => {
    leaveReport(home.dataDir, 'page', failure, new Date(clock.nowMs()))
    return {}
  },
}

function encryptionOf(dataDir: string, folder: string): CheckUp['encryption'] {
  const { state, keyIsThere } = encryptionState(dataDir, folder)
  return state === 'on' && !keyIsThere ? 'no-key' : state
}

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

function versionOfApp(assetsDir: string): string {
  try {
    const file = readFileSync(path.join(assetsDir, 'package.json'), 'utf8')
    return z.object({ version: z.string() }).parse(JSON.parse(file)).version
  } catch {
    return 'unknown'
  }
}
