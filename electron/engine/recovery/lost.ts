import { statSync } from 'node:fs'
import { backupFolder, backupsIn, namesIn } from '../backups/folder.ts'
import { databaseFile } from '../store/file.ts'
import { damagedFolder } from './aside.ts'

/** How long, in ms, another app that starts is given to fill the file that it has just made. */
const fillingMs = 300

/**
 * Whether the data file is gone, or has nothing in it, although there was something once. To SQLite it is a new one:
 * the app would begin anew without a word, and a log that is still there would be deleted.
 */
export function isLost(dataDir: string): boolean {
  const file = databaseFile(dataDir)
  if (!isNothing(file) || !hadData(dataDir)) return false
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, fillingMs)
  return isNothing(file)
}

/** Whether there is a file with something in it. */
export function hasBytes(file: string): boolean {
  try {
    return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
  } catch {
    return false
  }
}

function isNothing(file: string): boolean {
  try {
    const found = statSync(file, { throwIfNoEntry: false })
    return found === undefined || (found.isFile() && found.size === 0)
  } catch {
    // What cannot be reached is told by the open.
    return false
  }
}

/** A folder that was chosen tells it also while it cannot be reached. */
function hadData(dataDir: string): boolean {
  const { folder, isDefault } = backupFolder(dataDir)
  return (
    hasBytes(`${databaseFile(dataDir)}-wal`) ||
    !isDefault ||
    backupsIn(folder).length > 0 ||
    namesIn(damagedFolder(dataDir)).length > 0
  )
}
