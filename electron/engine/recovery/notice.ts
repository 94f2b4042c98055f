import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { recovery, type Recovery } from '#contract/backups.ts'

/** Where it is written down, in the data folder or in the folder in which a recovery is prepared. */
export function noticeFile(folder: string): string {
  return path.join(folder, 'recovered.json')
}

/** Stands there once the terminal has told it. */
export function toldFile(dataDir: string): string {
  return path.join(dataDir, 'recovered.told')
}

/** What happened to a damaged data file; null when nothing did, or when it was read and dismissed. */
export function recoveryOf(folder: string): Recovery | null {
  const file = noticeFile(folder)
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

function parsed(text: string): unknown {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    return null
  }
}
