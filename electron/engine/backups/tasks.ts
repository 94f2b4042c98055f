import type { Backup, BackupDifference } from '#contract/backups.ts'
import type { Noun } from '#contract/call.ts'
import type { Instant } from '#contract/units.ts'
import type { Turn } from '../jobs/serve.ts'
import { partOf, type Work } from '../jobs/work.ts'
import { databaseFile } from '../store/file.ts'
import { adoptBackup } from './adopt.ts'
import { faultsIn } from './check.ts'
import type { Opening } from './decrypt.ts'
import { makeBackup } from './make.ts'
import { copyAsData, previewRestore, restoreFrom, withCopy } from './restore.ts'
import { changePassphrase, switchOn } from './switching.ts'
import { encryptEarlier, type Encrypted } from './unencrypted.ts'
import { encryptWaiting } from './waiting.ts'

type Source = Readonly<{ dataDir: string; folder: string; now: Instant }>
/** A backup of the folder, with what opens it. */
type Opened = Source & Readonly<{ file: string; opening: Opening }>

/** The work that is done on a thread of its own: all that it needs, as plain data. */
export type BackupTask =
  | (Source & Readonly<{ type: 'make'; kind: Backup['kind'] }>)
  | (Opened & Readonly<{ type: 'adopt'; name: string }>)
  | (Source & Readonly<{ type: 'check' }>)
  | (Opened & Readonly<{ type: 'preview' }>)
  | (Opened & Readonly<{ type: 'copy' }>)
  | (Opened & Readonly<{ type: 'restore'; label: string; changes: readonly Noun[] }>)
  | (Source & Readonly<{ type: 'encrypt'; passphrase: string; work: number }>)
  | (Source & Readonly<{ type: 'change-passphrase'; current: string; next: string; work: number }>)
  | (Source & Readonly<{ type: 'encrypt-earlier' }>)
  | (Source & Readonly<{ type: 'encrypt-waiting' }>)

/** What comes of a task. */
export type BackupDone = Readonly<{
  /** A backup that was made. */
  made: Backup | null
  /** What is wrong. */
  faults: readonly string[]
  /** What differs. */
  differences: readonly BackupDifference[]
  /** The change that was made. */
  change: number | null
  /** A folder with an open copy of a backup, the caller's from then on. */
  copy: string | null
  /** What became of backups that were not encrypted. */
  encrypted: Encrypted
}>

const nothing: BackupDone = {
  made: null,
  faults: [],
  differences: [],
  change: null,
  copy: null,
  encrypted: { done: 0, damaged: 0 },
}

/** Carries a task out. */
export async function carryOutBackup(
  task: BackupTask,
  work: Work,
  turn: Turn,
): Promise<BackupDone> {
  const { dataDir, folder, now } = task
  switch (task.type) {
    case 'make': {
      const made = await makeBackup(dataDir, folder, task.kind, now, work)
      return { ...nothing, made }
    }
    case 'adopt': {
      const { file, name, opening } = task
      return { ...nothing, made: await adoptBackup(dataDir, { file, name, ...opening }, work) }
    }
    case 'check':
      return { ...nothing, faults: faultsIn(databaseFile(dataDir)) }
    case 'preview':
      return withCopy(dataDir, task.file, task.opening, work, (copy) => ({
        ...nothing,
        differences: previewRestore(dataDir, copy),
      }))
    case 'copy':
      return { ...nothing, copy: await copyAsData(task.file, dataDir, task.opening, work) }
    case 'restore':
      // Opened first: with another passphrase nothing at all is done.
      return withCopy(dataDir, task.file, task.opening, partOf(work, 0, 0.3), async (copy) => {
        const rest = partOf(work, 0.3, 1)
        const made = await makeBackup(dataDir, folder, 'before-restore', now, partOf(rest, 0, 0.5))
        const restored = await restoreFrom(dataDir, copy, { ...task, now }, rest, turn)
        return { ...nothing, made, ...restored }
      })
    case 'encrypt':
      await switchOn(dataDir, folder, task.passphrase, { ...work, now, work: task.work })
      return nothing
    case 'change-passphrase':
      await changePassphrase(dataDir, task, { ...work, now, work: task.work })
      return nothing
    case 'encrypt-earlier':
      return { ...nothing, encrypted: await encryptEarlier(dataDir, folder, work) }
    case 'encrypt-waiting':
      await encryptWaiting(dataDir, folder, work)
      return nothing
  }
}
