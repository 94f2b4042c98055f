import { randomUUID } from 'node:crypto'
import { open, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Puts bytes at a path so that whoever looks sees the old file or the whole new one, also after a power cut: they are
 * written beside it, flushed to the disk and moved over it. Readable by this user only. Rejects with the system's error and leaves no rest behind.
 */
export async function writeAtomically(path: string, bytes: Uint8Array | string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`)
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await unlink(beside).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

/** Flushes the new name to the disk. Windows has no such call; there the move itself is journaled. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // Some network drives refuse it. The file itself is written and flushed.
  }
}
