import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../tests/support/engine.ts'
import { readAround, type KeyColumn } from './read-around.ts'

type Leaf = Readonly<{ pageno: number; rows: number }>

/** A file with one table of 2,000 rows, a few on a page; its leaves in the order of the key. */
function tableOf(create: string, keyOf: (n: number) => readonly unknown[]) {
  const file = path.join(temporaryFolder(), 'data.sqlite')
  const connection = new Sqlite(file)
  connection.exec(create)
  connection.transaction(() => {
    for (let n = 0; n < 2000; n += 1) {
      const row = [...keyOf(n), `row ${n} ${'x'.repeat(500)}`]
      connection.prepare(`INSERT INTO thing VALUES (${row.map(() => '?').join(', ')})`).run(row)
    }
  })()
  const pages = connection
    .prepare<[], Leaf & { path: string; pagetype: string }>(
      `SELECT pageno, ncell AS rows, path, pagetype FROM dbstat WHERE name = 'thing' ORDER BY path`,
    )
    .all()
  connection.close()
  return { file, leaves: pages.filter(({ pagetype }) => pagetype === 'leaf'), pages }
}

/** Reads the table from a copy in which some pages are overwritten. */
function readDamaged(
  file: string,
  damagedPages: readonly number[],
  key: readonly KeyColumn[],
): Readonly<{ isWhole: boolean; texts: readonly unknown[] }> {
  const copy = `${file}.damaged`
  const bytes = readFileSync(file)
  for (const page of damagedPages) bytes.fill(0xa5, (page - 1) * 4096, page * 4096)
  writeFileSync(copy, bytes)
  const damaged = new Sqlite(copy)
  const texts: unknown[] = []
  try {
    const source = { table: 'thing', columns: ['text'], key }
    const isWhole = readAround(damaged, source, ([text]) => texts.push(text))
    expect(new Set(texts).size).toBe(texts.length)
    return { isWhole, texts }
  } finally {
    damaged.close()
  }
}

const rowsOn = (leaves: readonly Leaf[]) => leaves.reduce((sum, { rows }) => sum + rows, 0)
const rowid: readonly KeyColumn[] = [{ name: 'rowid', isNumber: true }]
const numbered = () =>
  tableOf('CREATE TABLE thing (n INTEGER PRIMARY KEY, text TEXT)', (n) => [n + 1])

describe('a table with damaged pages', () => {
  it('gives each row of its other pages, once, wherever the damage is', () => {
    const { file, leaves } = numbered()
    const some = fc.uniqueArray(fc.nat(leaves.length - 1), { maxLength: 12 })
    fc.assert(
      fc.property(some, (chosen) => {
        const bad = leaves.filter((_, n) => chosen.includes(n))
        const { isWhole, texts } = readDamaged(
          file,
          bad.map(({ pageno }) => pageno),
          rowid,
        )
        expect(isWhole).toBe(bad.length === 0)
        expect(texts.length).toBe(2000 - rowsOn(bad))
      }),
      { numRuns: 40 },
    )
  })

  it('gives all between its first and its last page where both are gone', () => {
    const { file, leaves } = numbered()
    const bad = leaves.filter((_, n) => n === 0 || n === leaves.length - 1)
    const { texts } = readDamaged(
      file,
      bad.map(({ pageno }) => pageno),
      rowid,
    )
    expect(texts.length).toBe(2000 - rowsOn(bad))
  })

  it.each([
    ['of its ids', ['id'], 'id TEXT PRIMARY KEY', (n: number) => [hash(n)]],
    [
      'of an id and a number',
      ['id', 'n'],
      'id TEXT, n INTEGER, text TEXT, PRIMARY KEY (id, n)',
      (n: number) => [hash(Math.floor(n / 150)), n % 150],
    ],
  ])('that stands in the order %s gives what is between the damage too', (_, names, sql, keyOf) => {
    const columns = sql.includes('text TEXT') ? sql : `${sql}, text TEXT`
    const { file, leaves } = tableOf(`CREATE TABLE thing (${columns}) WITHOUT ROWID`, keyOf)
    const key = names.map((name) => ({ name, isNumber: name === 'n' }))
    for (const chosen of [
      [2, leaves.length - 3],
      [0, leaves.length - 1],
      [5, 40, 90, 160],
    ]) {
      const bad = leaves.filter((__, n) => chosen.includes(n))
      const { texts } = readDamaged(
        file,
        bad.map(({ pageno }) => pageno),
        key,
      )
      expect(texts.length).toBe(2000 - rowsOn(bad))
    }
  })

  it('of which the root is gone gives nothing, and does not take for ever', () => {
    const { file, pages } = numbered()
    const root = pages.filter(({ path: place }) => place === '/').map(({ pageno }) => pageno)
    expect(readDamaged(file, root, rowid)).toEqual({ isWhole: false, texts: [] })
  })
})

/** An id without order, as those of the app are. */
function hash(n: number): string {
  return ((n * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')
}
