import type { Backup, BackupDifference } from '#contract/backups.ts'
import { formatCount } from '#domain/readable.ts'

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** When something was, on the clock of this computer: `24 Nov 2026, 10:15`. */
export function momentText(instant: string): string {
  return moment.format(Date.parse(instant))
}

const kinds: Readonly<Record<Backup['kind'], string>> = {
  daily: 'Daily',
  manual: 'By hand',
  'before-import': 'Before an import',
  'before-restore': 'Before a restore',
  'before-schema-change': 'Before an update',
}

/** What a backup was made for. */
export function kindText(kind: Backup['kind']): string {
  return kinds[kind]
}

/** What a key's file is called. */
export function keyFileText(key: string | null): string {
  return `loopready-key-${key ?? '…'}.age`
}

const units = ['kB', 'MB', 'GB', 'TB'] as const

/** Bytes for people, in steps of a thousand: `812 kB`, `4.2 MB`. */
export function bytesText(bytes: number): string {
  let value = bytes / 1000
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1
  const shown = bytes > 0 && unit === 0 ? Math.max(1, value) : value
  return `${shown.toFixed(digits)} ${units[unit] ?? 'TB'}`
}

/** What a restore does to one part of the data: `2 come back, 1 goes`. */
export function differenceText({ added, changed, removed }: BackupDifference): string {
  const parts = [
    added > 0 ? formatCount(added, { one: 'comes back', many: 'come back' }) : '',
    changed > 0 ? `${formatCount(changed, { one: 'is', many: 'are' })} as before` : '',
    removed > 0 ? formatCount(removed, { one: 'goes', many: 'go' }) : '',
  ]
  return parts.filter(Boolean).join(', ')
}
