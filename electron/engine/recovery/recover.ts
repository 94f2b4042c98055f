import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { z } from 'zod'
import { recovery, type Recovery } from '#contract/backups.ts'
import { faultsOf, requireWhole } from '../backups/check.ts'
import { backupFolder, backupsIn } from '../backups/folder.ts'
import { isAsWritten } from '../backups/records.ts'
import { forgetCheck, lastCheckOf } from '../backups/last-check.ts'
import { instantOf } from '../local-time.ts'
import { codeOf, refuse } from '../refusal.ts'
import { databaseFile } from '../store/file.ts'
import { openDatabase } from '../store/open.ts'
import { foundIn } from './found.ts'
import { salvage, type Salvaged } from './salvage.ts'

/** The data file and what belongs to it while it is open. */
const endings = ['', '-wal', '-shm'] as const

/**
 * Opens the data file as `openDatabase` does, and looks whether it is whole. A damaged one is set aside as it is; what
 * can be read of it goes into a new one, and `recoveryOf` tells what happened until somebody has read it.
 */
export function openWhole(dataDir: string, nowMs: number): Database {
  if (isEmptied(dataDir)) {
    requireAlone(dataDir)
    return recover(dataDir, nowMs)
  }
  try {
    const connection = openDatabase(dataDir)
    try {
      if (isWhole(connection, dataDir)) return connection
    } catch (thrown) {
      connection.close()
      throw thrown
    }
    connection.close()
  } catch (thrown) {
    if (!isDamage(thrown)) throw thrown
  }
  requireAlone(dataDir)
  return recover(dataDir, nowMs)
}

/** Whether the file is whole, as far as a start can look. What the weekly look has found, the quick one may not see. */
function isWhole(connection: Database, dataDir: string): boolean {
  if ((lastCheckOf(dataDir)?.faults.length ?? 0) === 0)
    return connection.pragma('quick_check(1)', { simple: true }) === 'ok'
  if (faultsOf(connection).length > 0) return false
  forgetCheck(dataDir)
  return true
}

/** How long, in ms, another app that starts is given to fill the file that it has just made. */
const fillingMs = 300

/**
 * Whether the file is there with nothing in it although there was something once, as the backups show. To SQLite it is
 * a new one, and the app would begin anew without a word.
 */
function isEmptied(dataDir: string): boolean {
  const isEmpty = () => sizeOf(databaseFile(dataDir)) === 0
  if (!isEmpty() || (sizeOf(`${databaseFile(dataDir)}-wal`) ?? 0) > 0) return false
  if (backupsIn(backupFolder(dataDir).folder).length === 0) return false
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, fillingMs)
  return isEmpty()
}

function sizeOf(file: string): number | null {
  try {
    const found = statSync(file)
    return found.isFile() ? found.size : null
  } catch {
    // What cannot be reached is told by the open.
    return null
  }
}

/**
 * Refuses while another app has the file open: what that one writes would go on into the file that is set aside. SQLite
 * gives the whole file to nobody as long as somebody else has it.
 */
function requireAlone(dataDir: string): void {
  const connection = new Sqlite(databaseFile(dataDir), { timeout: 0 })
  try {
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (thrown) {
    if (!codeOf(thrown).startsWith('SQLITE_BUSY')) return
    refuse({
      code: 'storage',
      message: 'The data file is damaged, and another Loopready has it open.',
      hint: 'Close Loopready everywhere, and start it again: it then saves what can be read.',
    })
  } finally {
    connection.close()
  }
}

/** What happened to a damaged data file; null when nothing did, or when it was read and dismissed. */
export function recoveryOf(dataDir: string): Recovery | null {
  const file = noticeFile(dataDir)
  if (!existsSync(file)) return null
  return recovery
    .nullable()
    .catch(null)
    .parse(parsed(readFileSync(file, 'utf8')))
}

/** Takes the notice away. The damaged file stays where it was set aside. */
export function dismissRecovery(dataDir: string): void {
  rmSync(noticeFile(dataDir), { force: true })
  rmSync(toldFile(dataDir), { force: true })
}

/** What happened to a damaged data file, to be told in the terminal; null when there is nothing, or it was told. */
export function recoveryToTell(dataDir: string): Recovery | null {
  const found = recoveryOf(dataDir)
  if (found === null || existsSync(toldFile(dataDir))) return null
  writeFileSync(toldFile(dataDir), '', { mode: 0o600 })
  return found
}

function recover(dataDir: string, nowMs: number): Database {
  const at = instantOf(nowMs)
  const aside = setAside(dataDir, at.replaceAll(/[-:]/g, ''))
  let fresh: Database | null = null
  try {
    fresh = openDatabase(dataDir)
    const copied = salvageFrom(aside, fresh)
    const notice: Recovery = {
      at,
      setAside: aside,
      found: foundIn(copied),
      backup: newestGood(dataDir),
    }
    forgetCheck(dataDir)
    rmSync(toldFile(dataDir), { force: true })
    writeFileSync(noticeFile(dataDir), `${JSON.stringify(notice, null, 2)}\n`, { mode: 0o600 })
    return fresh
  } catch (thrown) {
    // The disk is full, say. Half of this would be data that went without a word: the next start begins anew.
    fresh?.close()
    putBack(dataDir, aside)
    throw thrown
  }
}

function putBack(dataDir: string, aside: string): void {
  rmSync(noticeFile(dataDir), { force: true })
  for (const ending of endings) {
    const from = `${databaseFile(aside)}${ending}`
    const to = `${databaseFile(dataDir)}${ending}`
    // Of the new one nothing is worth keeping, nor may its log be taken for that of the old one.
    rmSync(to, { force: true })
    if (existsSync(from)) renameSync(from, to)
  }
  rmSync(aside, { recursive: true, force: true })
}

/** Moves the file away without changing a byte of it. Returns the folder in which it stands now. */
function setAside(dataDir: string, moment: string): string {
  let folder = path.join(dataDir, 'damaged', moment)
  for (let copy = 2; existsSync(folder); copy += 1)
    folder = path.join(dataDir, 'damaged', `${moment}-${copy}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const ending of endings) {
    const file = `${databaseFile(dataDir)}${ending}`
    if (existsSync(file)) renameSync(file, `${databaseFile(folder)}${ending}`)
  }
  return folder
}

/** Reads a copy: SQLite writes into a file that it opens after a crash. */
function salvageFrom(aside: string, fresh: Database): ReadonlyMap<string, Salvaged> {
  const copy = path.join(aside, 'reading')
  mkdirSync(copy, { mode: 0o700 })
  try {
    for (const ending of endings) {
      const file = `${databaseFile(aside)}${ending}`
      if (existsSync(file)) copyFileSync(file, `${databaseFile(copy)}${ending}`)
    }
    const damaged = new Sqlite(databaseFile(copy))
    try {
      return salvage(damaged, fresh)
    } finally {
      damaged.close()
    }
  } catch (thrown) {
    if (isDamage(thrown)) return new Map()
    throw thrown
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function newestGood(dataDir: string): Recovery['backup'] {
  const { folder } = backupFolder(dataDir)
  const good = backupsIn(folder).find(({ id, encrypted }) => {
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

function noticeFile(dataDir: string): string {
  return path.join(dataDir, 'recovered.json')
}

/** Stands there once the terminal has told it. */
function toldFile(dataDir: string): string {
  return path.join(dataDir, 'recovered.told')
}

function parsed(text: string): unknown {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    return null
  }
}
