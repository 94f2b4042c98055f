import { randomUUID } from 'node:crypto'
import { chmod, copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Hands a backup over by its path, whatever its size: for the desktop's main process alone, which has the path from a
 * dialog of the system and gives nobody more than the id. Rejects with what the system says.
 */
export async function handOver(
  dataDir: string,
  file: string,
): Promise<Readonly<{ file: string; name: string; bytes: number }>> {
  const folder = path.join(dataDir, 'incoming')
  const id = randomUUID()
  const name = shownName(path.basename(file))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await copyFile(file, path.join(folder, id))
    await chmod(path.join(folder, id), 0o600)
    await writeFile(nameFile(folder, id), name, { mode: 0o600, flag: 'wx' })
  } catch (thrown) {
    await forgetHandedOver(folder, id)
    throw thrown
  }
  return { file: id, name, bytes: (await stat(path.join(folder, id))).size }
}

/** A file that was handed over by its path; null when none was under this id. */
export async function handedOver(
  folder: string,
  id: string,
): Promise<Readonly<{ path: string; name: string }> | null> {
  try {
    return { path: path.join(folder, id), name: await readFile(nameFile(folder, id), 'utf8') }
  } catch {
    return null
  }
}

/** Removes one. */
export async function forgetHandedOver(folder: string, id: string): Promise<void> {
  await rm(path.join(folder, id), { force: true })
  await rm(nameFile(folder, id), { force: true })
}

/** The file's name alone, without a path and control characters: only ever shown. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file'
}

function nameFile(folder: string, id: string): string {
  return path.join(folder, `${id}.name`)
}
