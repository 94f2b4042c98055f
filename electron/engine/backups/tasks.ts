import type { Backup, BackupDifference } from '#contract/backups.ts'
import type { Noun } from '#contract/call.ts'
import type { Instant } from '#contract/units.ts'
import type { Turn } from '../jobs/serve.ts'
import type { Work } from '../jobs/work.ts'
import { databaseFile } from '../store/file.ts'
import { adoptBackup } from './adopt.ts'
import { faultsIn } from './check.ts'
import { makeBackup } from './make.ts'
import { previewRestore, restoreFrom } from './restore.ts'

type Source = Readonly<{ dataDir: string; folder: string; now: Instant }>

/** The work that is done on a thread of its own: all that it needs, as plain data. */
export type BackupTask =
  | (Source & Readonly<{ type: 'make'; kind: Backup['kind'] }>)
  | (Source & Readonly<{ type: 'adopt'; file: string; name: string }>)
  | (Source & Readonly<{ type: 'check' }>)
  | (Source & Readonly<{ type: 'preview'; file: string }>)
  | (Source & Readonly<{ type: 'restore'; file: string; label: string; changes: readonly Noun[] }>)

/** What comes of a task: a backup that was made, what is wrong, what differs, and the change that was made. */
export type BackupDone = Readonly<{
  made: Backup | null
  faults: readonly string[]
  differences: readonly BackupDifference[]
  change: number | null
}>

/** Carries a task out. */
export async function carryOutBackup(
  task: BackupTask,
  work: Work,
  turn: Turn,
): Promise<BackupDone> {
  const { dataDir, folder, now } = task
  const nothing: BackupDone = { made: null, faults: [], differences: [], change: null }
  switch (task.type) {
    case 'make': {
      const made = await makeBackup(dataDir, folder, task.kind, now, work)
      return { ...nothing, made }
    }
    case 'adopt':
      return { ...nothing, made: adoptBackup(dataDir, task.file, task.name) }
    case 'check':
      return { ...nothing, faults: faultsIn(databaseFile(dataDir)) }
    case 'preview':
      return { ...nothing, differences: previewRestore(dataDir, task.file) }
    case 'restore': {
      const made = await makeBackup(dataDir, folder, 'before-restore', now, halfOf(work))
      const restored = await restoreFrom(dataDir, task.file, { ...task, now }, work, turn)
      return { ...nothing, made, ...restored }
    }
  }
}

/** The first half of a piece of work. */
function halfOf(work: Work): Work {
  return { ...work, progress: (done) => work.progress(done / 2) }
}
