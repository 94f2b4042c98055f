import { createHash } from 'node:crypto'

/**
 * A UUIDv7 made of what a row says instead of chance: the same row of the same program gives the same id in every
 * import, whatever was done to the session since. `ms` is the moment that the id sorts by.
 */
export function rowId(ms: number, ...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\u001f')).digest().subarray(0, 16)
  bytes.writeUIntBE(Math.max(0, Math.floor(ms)), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
