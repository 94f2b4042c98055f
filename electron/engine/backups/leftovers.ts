import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { codeOf } from '../refusal.ts'
import { namesIn } from './folder.ts'

/** The computer and the process: what was begun by one that has ended is left over. */
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const mark = `${host}-${process.pid}`

const dayMs = 86_400_000
/** After this time, in ms, nothing is being worked on any more, whoever began it. */
const staleMs = dayMs
/** The same of a copy that is looked at: an app may stay open for days. */
const staleViewMs = 7 * dayMs

/** The path under which a backup is written until it is whole: no other has it, also one of the same second. */
export function newPartial(folder: string): string {
  return path.join(folder, `.loopready-${randomUUID()}.${mark}.partial`)
}

function privateFolder(dataDir: string): string {
  return path.join(dataDir, 'encrypting')
}

/** Where copies of backups stand while they are looked at or restored. */
function copiesFolder(dataDir: string): string {
  return path.join(dataDir, 'viewing')
}

/** The path of a new folder for a copy of a backup; whoever makes it removes it. */
export function newCopyFolder(dataDir: string): string {
  return path.join(copiesFolder(dataDir), `${mark}-${randomUUID()}`)
}

/** Gives a folder of the data folder, for the user alone, to a piece of work, and removes it afterwards. */
export async function inPrivate<T>(
  dataDir: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = path.join(privateFolder(dataDir), `${mark}-${randomUUID()}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Removes what a process left behind that was killed while it made or showed a backup: open copies in the data folder,
 * and half files in the folders where backups are made. What another process is working on stays.
 */
export function sweepLeftovers(dataDir: string, folders: readonly string[]): void {
  for (const name of namesIn(privateFolder(dataDir)))
    sweep(path.join(privateFolder(dataDir), name), /^([0-9a-f]{8})-(\d+)-/.exec(name))
  for (const name of namesIn(copiesFolder(dataDir)))
    sweep(path.join(copiesFolder(dataDir), name), /^([0-9a-f]{8})-(\d+)-/.exec(name), staleViewMs)
  for (const folder of folders)
    for (const name of namesIn(folder))
      if (/^\.loopready-.*\.partial(?:-journal)?$/.test(name))
        sweep(path.join(folder, name), /\.([0-9a-f]{8})-(\d+)\.partial(?:-journal)?$/.exec(name))
}

function sweep(file: string, owner: RegExpExecArray | null, oldMs = staleMs): void {
  const [, where, pid] = owner ?? []
  try {
    const isOld = Date.now() - statSync(file).mtimeMs > oldMs
    const isDead = where === host && pid !== undefined && !isRunning(Number(pid))
    if (isOld || isDead) rmSync(file, { recursive: true, force: true })
  } catch {
    // Another process has swept it just now; or it cannot be removed, and then it is tried again at the next start.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return codeOf(thrown) === 'EPERM'
  }
}
