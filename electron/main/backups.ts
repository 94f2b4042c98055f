import { stat } from 'node:fs/promises'
import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron'
import type { ReceivedFile } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import { isEncryptedFile } from '#engine/backups/decrypt.ts'
import { backupFolder, chooseBackupFolder } from '#engine/backups/folder.ts'
import { codeOf, errorOf } from '#engine/refusal.ts'
import { handOver } from '#engine/transfer/hand-over.ts'
import { noFile, readError } from './transfer.ts'

/** Where backups come from and go to. Paths come from the system's own dialogs and go no further than here. */
export type BackupPlaces = Readonly<{
  /** Asks for a backup and hands it over; null when the person chose none. */
  chooseFile(): Promise<Result<ReceivedFile | null>>
  /** Keeps backups elsewhere from now on; false when the person chose no folder. Not checked yet: `ask` or `usual`. */
  chooseFolder(which: unknown): Promise<Result<boolean>>
}>

export function createBackupPlaces({
  dataDir,
  askWhich,
}: Readonly<{
  dataDir: string
  /** The dialog, opened over the window where there is one. */
  askWhich: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>
}>): BackupPlaces {
  const keepIn = async (folder: string | null): Promise<Result<boolean>> => {
    try {
      await chooseBackupFolder(dataDir, folder)
      return { ok: true, value: true }
    } catch (thrown) {
      return { ok: false, error: errorOf(thrown) }
    }
  }
  return {
    async chooseFile() {
      const { canceled, filePaths } = await askWhich(whichBackup)
      const [path] = filePaths
      if (canceled || path === undefined) return { ok: true, value: null }
      return handed(dataDir, path)
    },
    async chooseFolder(which) {
      if (which === 'usual') return keepIn(null)
      const { folder } = backupFolder(dataDir)
      const { canceled, filePaths } = await askWhich({ ...whichFolder, defaultPath: folder })
      const [path] = filePaths
      return canceled || path === undefined ? { ok: true, value: false } : keepIn(path)
    },
  }
}

/** By its path and not as bytes: a backup may be larger than what is worth holding in memory. */
async function handed(dataDir: string, path: string): Promise<Result<ReceivedFile>> {
  try {
    if (!(await stat(path)).isFile()) return { ok: false, error: noFile(path) }
    const locked = isEncryptedFile(path)
    return { ok: true, value: { ...(await handOver(dataDir, path)), locked } }
  } catch (thrown) {
    const error = errorOf(thrown)
    // A full disk is told as such; all else is about the file that was chosen.
    const isFull = ['ENOSPC', 'EDQUOT'].includes(codeOf(thrown))
    return { ok: false, error: isFull ? error : readError(path, codeOf(thrown)) }
  }
}

const whichBackup: OpenDialogOptions = {
  title: 'Choose a Backup',
  buttonLabel: 'Choose',
  properties: ['openFile'],
  filters: [
    { name: 'Loopready Backups', extensions: ['sqlite', 'age'] },
    { name: 'All Files', extensions: ['*'] },
  ],
}

const whichFolder: OpenDialogOptions = {
  title: 'Keep Backups In',
  buttonLabel: 'Keep Backups Here',
  properties: ['openDirectory', 'createDirectory'],
}
