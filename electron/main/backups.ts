import { basename } from 'node:path'
import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron'
import type { ReceivedFile } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import type { Engine } from '#engine/api.ts'
import { backupFolder, chooseBackupFolder } from '#engine/backups/folder.ts'
import { errorOf } from '#engine/refusal.ts'
import { readWithin } from './transfer.ts'

/** Where backups come from and go to. Paths come from the system's own dialogs and go no further than here. */
export type BackupPlaces = Readonly<{
  /** Asks for a backup and hands it over; null when the person chose none. */
  chooseFile(): Promise<Result<ReceivedFile | null>>
  /** Keeps backups elsewhere from now on; false when the person chose no folder. Not checked yet: `ask` or `usual`. */
  chooseFolder(which: unknown): Promise<Result<boolean>>
}>

export function createBackupPlaces({
  engine,
  dataDir,
  askWhich,
}: Readonly<{
  engine: Pick<Engine, 'call'>
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
      const read = await readWithin(path)
      return read.ok
        ? engine.call('transfer.receive', { name: basename(path), bytes: read.value })
        : read
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

const whichBackup: OpenDialogOptions = {
  title: 'Choose a Backup',
  buttonLabel: 'Choose',
  properties: ['openFile'],
  filters: [
    { name: 'Loopready Backups', extensions: ['sqlite'] },
    { name: 'All Files', extensions: ['*'] },
  ],
}

const whichFolder: OpenDialogOptions = {
  title: 'Keep Backups In',
  buttonLabel: 'Keep Backups Here',
  properties: ['openDirectory', 'createDirectory'],
}
