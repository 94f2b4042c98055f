import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { Recovery } from '#contract/backups.ts'
import { faultsOf, requireWhole } from '../backups/check.ts'
import { backupFolder, backupsIn, namesIn } from '../backups/folder.ts'
import { forgetCheck, lastCheckOf } from '../backups/last-check.ts'
import { flush } from '../backups/place.ts'
import { ownBackups } from '../backups/owner.ts'
import { isAsWritten } from '../backups/records.ts'
import { makeDataDir } from '../data-dir.ts'
import { instantOf } from '../local-time.ts'
import { codeOf } from '../refusal.ts'
import { databaseFile } from '../store/file.ts'
import { openDatabase } from '../store/open.ts'
import { newAside } from './aside.ts'
import { foundIn } from './found.ts'
import { hasBytes, isLost } from './lost.ts'
import { noticeFile } from './notice.ts'
import { salvage, type Salvaged } from './salvage.ts'
import { finishRecovery, putInPlace, recoveringFolder } from './swap.ts'
import { holdAlone, keepLog } from './untouched.ts'

/** The size of a page of the data file, in bytes: the default of SQLite. */
const pageBytes = 4096

/**
 * Opens the data file as `openDatabase` does, and looks whether it is whole. A damaged one is set aside as it is; what
 * can be read of it goes into a new one, and `recoveryOf` tells what happened until somebody has read it.
 */
export function openWhole(dataDir: string, nowMs: number): Database {
  finishRecovery(dataDir)
  const connection = isLost(dataDir) ? null : openedWhole(dataDir)
  if (connection === null) return recover(dataDir, nowMs)
  // Of one that was killed, before somebody put back the data by hand.
  rmSync(recoveringFolder(dataDir), { recursive: true, force: true })
  return connection
}

/** The open data file; null where it is damaged, and then no byte of it was changed. */
function openedWhole(dataDir: string): Database | null {
  const log = keepLog(dataDir)
  try {
    const connection = openDatabase(dataDir)
    try {
      if (isWhole(connection, dataDir)) return connection
    } catch (thrown) {
      connection.close()
      throw thrown
    }
    connection.close()
    return null
  } catch (thrown) {
    if (isDamage(thrown)) return null
    throw thrown
  } finally {
    log?.close()
  }
}

/** Whether the file is whole, as far as a start can look. What the weekly look has found, the quick one may not see. */
function isWhole(connection: Database, dataDir: string): boolean {
  if ((lastCheckOf(dataDir)?.faults.length ?? 0) === 0)
    return connection.pragma('quick_check(1)', { simple: true }) === 'ok'
  if (faultsOf(connection).length > 0) return false
  forgetCheck(dataDir)
  return true
}

/**
 * Prepares the new file and its notice beside the damaged one, which stays as it is until both are on the disk. A full
 * disk or a kill before that lets the next start begin anew; after it, it goes on.
 */
function recover(dataDir: string, nowMs: number): Database {
  const work = path.join(recoveringFolder(dataDir), randomUUID())
  makeDataDir(work)
  try {
    const copy = copyOf(dataDir, path.join(work, 'reading'))
    // Not before the copy: on Linux and macOS, a process that closes a file gives up what it holds of it.
    const alone = holdAlone(dataDir, work)
    try {
      if (alone !== null) removeOthers(work)
      prepare(dataDir, path.join(work, 'new'), copy, nowMs)
    } finally {
      alone?.close()
    }
    putInPlace(dataDir, path.join(work, 'new'))
  } catch (thrown) {
    rmSync(work, { recursive: true, force: true })
    throw thrown
  }
  return openDatabase(dataDir)
}

/** Removes what is left of recoveries that were killed. */
function removeOthers(work: string): void {
  const folder = path.dirname(work)
  for (const name of namesIn(folder))
    if (name !== path.basename(work)) rmSync(path.join(folder, name), { recursive: true })
}

/** Salvages what can be read into a new data file in a folder, and writes the notice beside it. */
function prepare(dataDir: string, folder: string, copy: string, nowMs: number): void {
  const copied = salvageInto(folder, copy)
  const at = instantOf(nowMs)
  const isThere = existsSync(databaseFile(dataDir)) || hasBytes(`${databaseFile(dataDir)}-wal`)
  const notice: Recovery = {
    at,
    setAside: isThere ? newAside(dataDir, at.replaceAll(/[-:]/g, '')) : null,
    found: foundIn(copied),
    backup: newestGood(dataDir),
  }
  const file = noticeFile(folder)
  writeFileSync(file, `${JSON.stringify(notice, null, 2)}\n`, { mode: 0o600 })
  flush(file)
}

/** Copies the data file with its log, to be read: SQLite writes into a file that it opens after a crash. */
function copyOf(dataDir: string, folder: string): string {
  makeDataDir(folder)
  const copy = databaseFile(folder)
  for (const ending of ['', '-wal']) {
    const file = `${databaseFile(dataDir)}${ending}`
    if (existsSync(file)) copyFileSync(file, `${copy}${ending}`)
  }
  // Beside a file without a page SQLite deletes the log, which may hold pages that were never anywhere else.
  if (!hasBytes(copy) && hasBytes(`${copy}-wal`)) writeFileSync(copy, Buffer.alloc(pageBytes))
  return copy
}

function salvageInto(folder: string, copy: string): ReadonlyMap<string, Salvaged> {
  const fresh = openDatabase(folder)
  try {
    const copied = salvageFrom(copy, fresh)
    // Or it throws: what is in the log alone would not come along.
    fresh.pragma('wal_checkpoint(TRUNCATE)')
    return copied
  } finally {
    fresh.close()
  }
}

function salvageFrom(copy: string, fresh: Database): ReadonlyMap<string, Salvaged> {
  try {
    const damaged = new Sqlite(copy)
    try {
      return salvage(damaged, fresh)
    } finally {
      damaged.close()
    }
  } catch (thrown) {
    if (isDamage(thrown)) return new Map()
    throw thrown
  }
}

function newestGood(dataDir: string): Recovery['backup'] {
  const { folder } = backupFolder(dataDir)
  const own = backupsIn(folder).filter(ownBackups(dataDir))
  const good = own.find(({ id, encrypted }) => {
    try {
      // Without its passphrase: it is what was written once it had been checked.
      if (encrypted) return isAsWritten(dataDir, id, path.join(folder, id))
      requireWhole(path.join(folder, id))
      return true
    } catch {
      // Damaged, or it cannot be read at all: one file of many must not keep the app from starting.
      return false
    }
  })
  return good ?? null
}

function isDamage(thrown: unknown): boolean {
  return ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].some((code) => codeOf(thrown).startsWith(code))
}
