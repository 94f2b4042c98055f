import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Recovery } from '#contract/backups.ts'
import { forgetCheck } from '../backups/last-check.ts'
import { databaseFile, fileEndings } from '../store/file.ts'
import { noticeFile, recoveryOf, toldFile } from './notice.ts'

/** Where recoveries are prepared, each in a folder of its own. */
export function recoveringFolder(dataDir: string): string {
  return path.join(dataDir, 'recovering')
}

function readyFolder(dataDir: string): string {
  return path.join(recoveringFolder(dataDir), 'ready')
}

/**
 * Puts what was prepared in a folder, the new data file and its notice, in the place of what was found. Until then
 * nothing of that was moved; from the first step on, whoever starts next goes on where this one was killed.
 */
export function putInPlace(dataDir: string, prepared: string): void {
  renameSync(prepared, readyFolder(dataDir))
  finishRecovery(dataDir)
}

/** Goes on with a recovery that was killed on its last steps; does nothing where there is none. */
export function finishRecovery(dataDir: string): void {
  const ready = readyFolder(dataDir)
  if (!existsSync(ready)) return
  const notice = recoveryOf(ready)
  if (notice !== null) {
    if (existsSync(databaseFile(ready))) {
      setAside(dataDir, notice)
      renameSync(databaseFile(ready), databaseFile(dataDir))
    }
    forgetCheck(dataDir)
    rmSync(toldFile(dataDir), { force: true })
    renameSync(noticeFile(ready), noticeFile(dataDir))
  }
  rmSync(recoveringFolder(dataDir), { recursive: true, force: true })
}

/** Moves away what was found, as it is: beside the new file, a log would be taken for that of the new one. */
function setAside(dataDir: string, { setAside: folder }: Recovery): void {
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const ending of fileEndings) {
    const file = `${databaseFile(dataDir)}${ending}`
    if (!existsSync(file)) continue
    if (folder === null) rmSync(file)
    else renameSync(file, `${databaseFile(folder)}${ending}`)
  }
}
