import { randomUUID } from 'node:crypto'
import { constants, copyFile, open, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Puts bytes at a path so that whoever looks sees the old file or the whole new one, also after a power cut: they are
 * written beside it, flushed to the disk and moved over it. Readable by this user only. Rejects with the system's error and leaves no rest behind.
 */
export async function writeAtomically(path: string, bytes: Uint8Array | string): Promise<void> {
  await putAtomically(path, async (beside) => {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  })
}

/** The same with a copy of a file of any size, which keeps its rights. */
export async function copyAtomically(from: string, to: string): Promise<void> {
  await putAtomically(to, async (beside) => {
    await copyFile(from, beside, constants.COPYFILE_EXCL)
    const file = await open(beside, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
  })
}

async function putAtomically(path: string, write: (beside: string) => Promise<void>) {
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`)
  try {
    await write(beside)
    await rename(beside, path)
  } catch (error) {
    await unlink(beside).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

/** Flushes the names in a folder to the disk. Windows has no such call; there the move itself is journaled. */
export async function syncFolder(folder: string): Promise<void> {
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
