import { existsSync } from 'node:fs'
import path from 'node:path'
import { backupKind, type Backup } from '#contract/backups.ts'
import type { Instant } from '#contract/units.ts'

/** The name of a backup's file: its moment first, so that names sort by time; an encrypted one says for which key. */
function nameOf(kind: Backup['kind'], madeAt: Instant, copy: number, keyId: string | null): string {
  const again = copy === 1 ? '' : `-${copy}`
  return `loopready-${madeAt.replaceAll(/[-:]/g, '')}${again}-${kind}${keyId === null ? '.sqlite' : `.${keyId}.sqlite.age`}`
}

/** The path of a backup that is to be made in a folder; `keyId` is of the key that it is encrypted for. */
export function freeName(
  folder: string,
  kind: Backup['kind'],
  madeAt: Instant,
  keyId: string | null = null,
): string {
  for (let copy = 1; ; copy += 1) {
    const file = path.join(folder, nameOf(kind, madeAt, copy, keyId))
    if (!existsSync(file)) return file
  }
}

const pattern =
  /^loopready-(\d{8})T(\d{6})Z(?:-\d+)?-([a-z-]+)(?:\.([0-9a-f]{8}))?\.sqlite(\.age)?$/

/** Which key a backup was encrypted for, by its name; null where the name does not say it. */
export function keyIdInName(name: string): string | null {
  return pattern.exec(name)?.[4] ?? null
}

/** What a file's name says of it; null for a file that is no backup of ours. */
export function parseName(name: string): Pick<Backup, 'kind' | 'madeAt' | 'encrypted'> | null {
  const [, day, time, kind, , age] = pattern.exec(name) ?? []
  const parsed = backupKind.safeParse(kind)
  if (day === undefined || time === undefined || !parsed.success) return null
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  const clock = `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`
  // Names are made by `nameOf` from an instant.
  return { kind: parsed.data, madeAt: `${date}T${clock}Z` as Instant, encrypted: age !== undefined }
}
