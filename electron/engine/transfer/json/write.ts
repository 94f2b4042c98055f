import type { ReadableDb } from '../../store/database.ts'
import { sections } from './sections.ts'

/** The version of the format that this app writes, and the newest that it reads. */
export const formatVersion = 1

/**
 * All data as one JSON file: a line for each row, so that two files can be compared line by line. The same data gives
 * the same bytes.
 */
export function exportJson(db: ReadableDb): Uint8Array<ArrayBuffer> {
  const parts = sections.map(({ name, isSingle, read }) => {
    const rows = read(db).map((row) => JSON.stringify(row))
    if (isSingle) return `  ${JSON.stringify(name)}: ${rows[0] ?? 'null'}`
    const list = rows.length === 0 ? '[]' : `[\n    ${rows.join(',\n    ')}\n  ]`
    return `  ${JSON.stringify(name)}: ${list}`
  })
  const head = `  "format": "loopready",\n  "version": ${formatVersion}`
  return new TextEncoder().encode(`{\n${[head, ...parts].join(',\n')}\n}\n`)
}
