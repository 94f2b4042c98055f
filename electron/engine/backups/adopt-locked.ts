import { randomUUID } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Backup } from '#contract/backups.ts'
import { isLocked } from '../lock/age.ts'
import { runLockTask } from '../lock/run.ts'
import { adoptBackup } from './adopt.ts'

/**
 * Takes an encrypted backup into the folder of the backups, where it stands open from then on. Null for a file that is
 * not encrypted, or cannot be read; then nobody is asked for a passphrase. Refuses what `adoptBackup` and `unlock` do.
 */
export async function adoptLocked(
  dataDir: string,
  file: string,
  passphrase: () => Promise<string>,
): Promise<Backup | null> {
  if (!isLockedFile(file)) return null
  const bytes = await runLockTask({
    type: 'unlock',
    bytes: readFileSync(file),
    passphrase: await passphrase(),
  })
  const folder = path.join(dataDir, 'incoming', randomUUID())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    // By its name it is known when it was made.
    const open = path.join(folder, path.basename(file).replace(/\.age$/i, ''))
    writeFileSync(open, bytes, { mode: 0o600, flag: 'wx' })
    return adoptBackup(dataDir, open)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function isLockedFile(file: string): boolean {
  try {
    const handle = openSync(file, 'r')
    try {
      const head = Buffer.alloc(64)
      readSync(handle, head)
      return isLocked(head)
    } finally {
      closeSync(handle)
    }
  } catch {
    return false
  }
}
