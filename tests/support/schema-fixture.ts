import { readFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { databaseFile } from '#engine/store/file.ts'
import { assetsDir, openEngine } from './engine.ts'

/**
 * A data file of the schema of today with rows in all of its tables, as SQL. Most of it is the export that a test keeps
 * complete; the rest is what an export does not hold. A table that this leaves empty is named by the test of fixtures.
 */
export async function filledDataFileAsSql(): Promise<string> {
  const { ask, engine, dataDir, time } = openEngine({ now: '2026-11-20T18:00:00Z' })
  const exported = path.join(assetsDir, 'tests/fixtures/exports/loopready-v1.export')
  const { file } = await ask('transfer.receive', {
    name: 'all.json',
    bytes: readFileSync(exported),
  })
  await ask('transfer.import', { file })

  time.set('2026-11-20T18:40:00Z')
  const [story] = await ask('stories.list', {})
  if (story === undefined) throw new Error('the export holds no story')
  const { version } = await ask('stories.get', { id: story.id })
  const action = 'I split the write path in two.\nZeile „zwei“ 日本語 🎉 it\'s "quoted"'
  await ask('stories.save', { id: story.id, basedOn: version, patch: { parts: { action } } })
  await ask('sessions.log', { category: 'credibility', duration: '15m', acceptOverlap: true })

  await ask('rehearsals.setRecording', { on: true })
  const [rehearsal] = await ask('rehearsals.list', { story: story.id })
  if (rehearsal === undefined) throw new Error('the export holds no rehearsal')
  const sound = { mediaType: 'audio/webm', bytes: new TextEncoder().encode('no sound') } as const
  await ask('rehearsals.saveRecording', { rehearsal: rehearsal.id, ...sound })

  await ask('timer.resume', {})
  time.set('2026-11-20T18:50:00Z')
  await ask('timer.seen', {})
  const { revision } = await ask('playbooks.text', { id: 'my-level' })
  const draft = { text: 'id: my-level\n# half typed', revision }
  await ask('playbooks.keepDraft', { id: 'my-level', draft })

  await ask('sessions.log', { category: 'credibility', duration: '5m', acceptOverlap: true })
  await ask('history.undo', {})
  await engine.close()
  const connection = new Sqlite(databaseFile(dataDir), { readonly: true })
  try {
    return dataFileAsSql(connection)
  } finally {
    connection.close()
  }
}

type Thing = Readonly<{ type: string; name: string; sql: string }>

/** A data file as the SQL that makes it again: every row, and the schema in the words in which it stands there. */
function dataFileAsSql(connection: Database): string {
  const things = connection
    .prepare<[], Thing>(
      'SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid',
    )
    .all()
  const isVirtual = ({ sql }: Thing) => /^CREATE VIRTUAL/i.test(sql)
  const searches = things.filter(isVirtual).map(({ name }) => name)
  const own = things.filter(
    ({ name }) =>
      !name.startsWith('sqlite_') && !searches.some((search) => name.startsWith(`${search}_`)),
  )
  const others = things.filter(
    ({ type, name }) => type !== 'table' && !own.some((one) => one.name === name),
  )
  const tables = own.filter(({ type }) => type === 'table')
  const pragma = (name: string) => Number(connection.pragma(name, { simple: true }))
  const version = pragma('user_version')
  return `${[
    `-- A data file of schema ${version}, as SQL; see released-schemas.test.ts.`,
    `PRAGMA application_id = ${pragma('application_id')};`,
    ...tables.map(({ sql }) => `${sql};`),
    ...tables
      .filter((table) => !isVirtual(table))
      .flatMap(({ name }) => rowsAsSql(connection, name)),
    ...rowsAsSql(connection, 'sqlite_sequence'),
    ...searches.map((name) => `INSERT INTO ${name} (${name}) VALUES ('rebuild');`),
    ...[...own.filter(({ type }) => type !== 'table'), ...others].map(({ sql }) => `${sql};`),
    `PRAGMA user_version = ${version};`,
  ].join('\n')}\n`
}

function rowsAsSql(connection: Database, table: string): readonly string[] {
  return connection
    .prepare<[], Readonly<Record<string, unknown>>>(`SELECT * FROM "${table}"`)
    .all()
    .map((row) => {
      const values = Object.values(row).map(literal).join(', ')
      return `INSERT INTO "${table}" (${Object.keys(row).join(', ')}) VALUES (${values});`
    })
}

/** A value in SQL. A NUL inside a text would end the statement. */
function literal(value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw new Error('a data file holds numbers and texts alone')
  return `'${value.replaceAll("'", "''").replaceAll('\0', "' || char(0) || '")}'`
}
