import type { Database } from 'better-sqlite3'
import type { SqlValue } from '../store/database.ts'

/** What stands in the order of the file: the rowid, or the primary key of a table that has none. */
export type KeyColumn = Readonly<{ name: string; isNumber: boolean }>
export type Source = Readonly<{
  table: string
  columns: readonly string[]
  key: readonly KeyColumn[]
}>

type Key = readonly SqlValue[]
/** Rows with a key above `after` and up to `upTo`; an empty one, or one of fewer columns, bounds no more than it has. */
type Gap = Readonly<{ after: Key; upTo: Key; isUpToIn: boolean }>
type Stretch = Readonly<{ isWhole: boolean; last: Key | null }>

/** How many gaps are looked into at most, and how many in a row that give nothing: however large the damage is, it ends. */
const gapsMost = 20_000
const emptyMost = 1000

/**
 * Reads the rows of a table that can be read, each once: from the beginning up to the damage, from the end back to it,
 * and what is left between in halves and halves again, the widest first. Only the table itself is read, none of its
 * indexes, so that it does not matter whether they are whole. Returns whether there was no damage.
 */
export function readAround(
  damaged: Database,
  source: Source,
  take: (row: readonly SqlValue[]) => void,
): boolean {
  const gaps: Gap[] = [{ after: [], upTo: [], isUpToIn: true }]
  let isWhole = true
  let empty = 0
  for (const gap of gaps) {
    const up = readStretch(damaged, source, gap, 'ASC', take)
    if (up.isWhole) continue
    isWhole = false
    const above = up.last === null ? gap : { ...gap, after: up.last }
    const down = readStretch(damaged, source, above, 'DESC', take)
    if (down.isWhole) continue
    const left = down.last === null ? above : { ...above, upTo: down.last, isUpToIn: false }
    empty = left === gap ? empty + 1 : 0
    if (empty >= emptyMost) break
    const middle = keyBetween(left, source.key)
    if (middle === null || gaps.length >= gapsMost) continue
    gaps.push({ ...left, upTo: middle, isUpToIn: true }, { ...left, after: middle })
  }
  return isWhole
}

function readStretch(
  damaged: Database,
  { table, columns, key }: Source,
  { after, upTo, isUpToIn }: Gap,
  direction: 'ASC' | 'DESC',
  take: (row: readonly SqlValue[]) => void,
): Stretch {
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')
  const names = key.map(({ name }) => name)
  const bound = (sign: string, { length }: Key) =>
    `(${quoted(names.slice(0, length))}) ${sign} (${Array(length).fill('?').join(', ')})`
  const bounds = [
    after.length > 0 ? bound('>', after) : 'true',
    upTo.length > 0 ? bound(isUpToIn ? '<=' : '<', upTo) : 'true',
  ]
  const order = names.map((name) => `"${name}" ${direction}`).join(', ')
  const sql = `SELECT ${quoted([...names, ...columns])} FROM "${table}" NOT INDEXED
    WHERE ${bounds.join(' AND ')} ORDER BY ${order}`
  let last: Key | null = null
  const rows = rowsOf(damaged, sql, [...after, ...upTo])
  try {
    for (;;) {
      const step = rows && nextOf(rows)
      if (step === null || step.done) return { isWhole: step !== null, last }
      last = step.value.slice(0, key.length)
      take(step.value.slice(key.length))
    }
  } finally {
    rows?.return?.()
  }
}

type Rows = IterableIterator<readonly SqlValue[]>

function rowsOf(damaged: Database, sql: string, values: Key): Rows | null {
  try {
    // A row type for SQL that is made from the table's own columns.
    return damaged.prepare(sql).raw().iterate(values) as Rows
  } catch {
    return null
  }
}

/** The next row, or that there is none; null where it cannot be read. */
function nextOf(rows: Rows): IteratorResult<readonly SqlValue[]> | null {
  try {
    return rows.next()
  } catch {
    return null
  }
}

/** A key between the bounds of a gap, so that either half of it may be looked into; null when there is none. */
function keyBetween({ after, upTo }: Gap, key: readonly KeyColumn[]): Key | null {
  const at = key.findIndex((_, n) => after[n] === undefined || after[n] !== upTo[n])
  const column = key[at]
  if (column === undefined) return null
  const middle = column.isNumber
    ? numberBetween(after[at] ?? -1, upTo[at] ?? null)
    : textBetween(after[at] ?? '', upTo[at] ?? '~')
  return middle === null ? null : [...after.slice(0, at), middle]
}

function numberBetween(after: SqlValue, upTo: SqlValue): number | null {
  if (typeof after !== 'number') return null
  // Where the end is not known: ever farther.
  if (typeof upTo !== 'number') return Math.max(1, after * 2)
  const middle = Math.floor((after + upTo) / 2)
  return middle > after ? middle : null
}

const lowestCode = 0x20
const highestCode = 0x7f

/** A text between two others, as near to the middle as one more letter can say; texts that long are all one. */
function textBetween(after: SqlValue, upTo: SqlValue): string | null {
  if (typeof after !== 'string' || typeof upTo !== 'string') return null
  let text = ''
  let isBelow = false
  while (text.length < 100) {
    const low = after.codePointAt(text.length) ?? lowestCode
    const high: number = isBelow ? highestCode : (upTo.codePointAt(text.length) ?? lowestCode)
    if (high - low > 1) return text + String.fromCodePoint(Math.floor((low + high) / 2))
    text += String.fromCodePoint(low)
    isBelow ||= low < high
  }
  return null
}
