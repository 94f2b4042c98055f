import { existsSync } from 'node:fs'
import path from 'node:path'
import { backupKind, type Backup } from '#contract/backups.ts'
import type { Instant } from '#contract/units.ts'

/**
 * The path of a backup that is to be made in a folder. Its name has its moment first, so that names sort by time; that
 * of one in a folder that was chosen says whose it is (`ownerIn`), of an encrypted one for which key.
 */
export function freeName(
  folder: string,
  kind: Backup['kind'],
  madeAt: Instant,
  keyId: string | null = null,
  owner: string | null = null,
): string {
  const moment = `loopready-${madeAt.replaceAll(/[-:]/g, '')}`
  const of = owner === null ? kind : `${kind}-of-${owner}`
  const ending = keyId === null ? '.sqlite' : `.${keyId}.sqlite.age`
  for (let copy = 1; ; copy += 1) {
    const file = path.join(folder, `${moment}${copy === 1 ? '' : `-${copy}`}-${of}${ending}`)
    if (!existsSync(file)) return file
  }
}

const pattern =
  /^loopready-(\d{8})T(\d{6})Z(?:-\d+)?-([a-z-]+?)(?:-of-([0-9a-f]{8}))?(?:\.([0-9a-f]{8}))?\.sqlite(\.age)?$/

/** Which data folder made a backup, by its name; null where the name does not say it. */
export function ownerInName(name: string): string | null {
  return pattern.exec(name)?.[4] ?? null
}

/** Which key a backup was encrypted for, by its name; null where the name does not say it. */
export function keyIdInName(name: string): string | null {
  return pattern.exec(name)?.[5] ?? null
}

/** What a file's name says of it; null for a file that is no backup of ours. */
export function parseName(name: string): Pick<Backup, 'kind' | 'madeAt' | 'encrypted'> | null {
  const [, day, time, kind, , , age] = pattern.exec(name) ?? []
  const parsed = backupKind.safeParse(kind)
  if (day === undefined || time === undefined || !parsed.success) return null
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  const clock = `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`
  // Names are made by `freeName` from an instant.
  return { kind: parsed.data, madeAt: `${date}T${clock}Z` as Instant, encrypted: age !== undefined }
}
