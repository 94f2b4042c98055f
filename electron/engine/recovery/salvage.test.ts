import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { databaseFile } from '../store/file.ts'

type Counts = Readonly<Record<string, number>>

const fixtures = path.resolve(import.meta.dirname, '../../../tests/fixtures/schemas')

/** A data folder with something in every table, as the newest schema left it. */
function filled(): string {
  const dataDir = temporaryFolder()
  const newest = readdirSync(fixtures).toSorted().at(-1) ?? ''
  const file = new Sqlite(databaseFile(dataDir))
  file.pragma('synchronous = OFF')
  file.exec(readFileSync(path.join(fixtures, newest), 'utf8'))
  file.close()
  return dataDir
}

function queried<Row>(dataDir: string, sql: string): readonly Row[] {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  try {
    // A row type for the SQL of this file.
    return file.prepare(sql).all() as Row[]
  } finally {
    file.close()
  }
}

/** The first page of a table or an index. */
function rootOf(dataDir: string, name: string): number {
  const [root] = queried<{ page: number }>(
    dataDir,
    `SELECT rootpage AS page FROM sqlite_schema WHERE name = '${name}'`,
  )
  return root?.page ?? 0
}

const ofTheApp = new Set(['change', 'change_row', 'noun_version'])

function countsOf(dataDir: string): Counts {
  const names = queried<{ name: string }>(
    dataDir,
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
  )
  return Object.fromEntries(
    names
      .filter(({ name }) => !ofTheApp.has(name))
      .map(({ name }) => [
        name,
        queried<{ n: number }>(dataDir, `SELECT count(*) AS n FROM "${name}"`)[0]?.n ?? 0,
      ]),
  )
}

/** Overwrites the first pages of tables or indexes, opens the app, and looks at what there is then. */
async function recoveredFrom(names: readonly string[], dataDir = filled()) {
  const before = countsOf(dataDir)
  const pages = names.map((name) => rootOf(dataDir, name))
  const bytes = readFileSync(databaseFile(dataDir))
  for (const page of pages) bytes.fill(0xa5, (page - 1) * 4096, page * 4096)
  writeFileSync(databaseFile(dataDir), bytes)
  const { ask, engine } = openEngine({ dataDir })
  const { recovery } = await ask('backups.state', {})
  await engine.close()
  return { before, after: countsOf(dataDir), found: recovery?.found ?? [] }
}

describe('what is saved of a damaged data file', () => {
  it('is all of it where only indexes are damaged', async () => {
    // Not those that are the table itself.
    const indexes = queried<{ name: string; table: string }>(
      filled(),
      `SELECT i.name, i.tbl_name AS "table" FROM sqlite_schema AS i
       JOIN pragma_table_list AS t ON t.schema = 'main' AND t.name = i.tbl_name
       WHERE i.type = 'index' AND (NOT t.wr OR i.sql IS NOT NULL)`,
    )
    const tables = indexes.map(({ table }) => table)
    expect(tables).toEqual(expect.arrayContaining(['session', 'story_text', 'story_version']))
    const { before, after, found } = await recoveredFrom(indexes.map(({ name }) => name))
    expect(after).toEqual(before)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(({ missing }) => missing !== 0)).toEqual([])
  })

  it('is told kind by kind', async () => {
    const { before, found } = await recoveredFrom(['session_by_day'])
    expect(found.map(({ what }) => what)).toEqual([
      'profile',
      'sessions',
      'stories',
      'story texts',
      'story versions',
      'rehearsals',
      'recordings',
      'mock interviews',
      'figures',
      'metric values',
      'checklist marks',
      'checklist notes',
      'own checklist items',
      'pieces of evidence',
      'own questions',
      'rated answers',
      'favourite questions',
      'own playbooks',
      'report presets',
      'imports',
      'settings and details',
    ])
    const told = (what: string) => found.find((one) => one.what === what)?.n
    expect(told('sessions')).toBe(before['session'])
    expect(told('story versions')).toBe(before['story_version'])
  })

  it('says how many are missing only where something still tells it', async () => {
    // The versions have an index that lists them; the figures have only themselves.
    const { before, found } = await recoveredFrom(['story_version', 'evidence'])
    expect(found).toContainEqual({
      what: 'story versions',
      n: 0,
      missing: before['story_version'],
    })
    expect(found).toContainEqual({ what: 'figures', n: 0, missing: null })
  })

  it('keeps a rehearsal whose session is lost, without it', async () => {
    const dataDir = filled()
    const file = new Sqlite(databaseFile(dataDir))
    file.exec('UPDATE rehearsal SET session_id = (SELECT min(id) FROM session)')
    file.close()
    const { before, after } = await recoveredFrom(['session'], dataDir)
    expect(after['session']).toBe(0)
    expect(before['rehearsal']).toBeGreaterThan(0)
    expect(after['rehearsal']).toBe(before['rehearsal'])
  })
})
