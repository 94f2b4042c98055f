import type { ReportAlias, ReportContents, ReportPreset } from '#contract/report.ts'
import { builtInPresets, inReportOrder } from '#domain/report-contents.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { requireProfile } from '../profile/store.ts'
import { checkAll, refuse } from '../refusal.ts'
import type { ReadableDb } from '../store/database.ts'
import { replacedNames } from './aliases.ts'
import { standsIn } from './name-matching.ts'

type Stored = Readonly<{ contents: string }>

/** What the report holds unless a call says otherwise: the last choice, or everything. */
export function chosenContents(db: ReadableDb): ReportContents {
  const row = db.get<Stored>('SELECT contents FROM report_choice')
  return row ? contentsOf(row) : fullContents()
}

/** The presets that come with the app, then one's own by name. */
export function presetsOf(db: ReadableDb): ReportPreset[] {
  const own = db.all<Stored & Readonly<{ id: string; name: string }>>(
    'SELECT id, name, contents FROM report_preset ORDER BY name COLLATE NOCASE, id',
  )
  return [
    ...builtInPresets,
    ...own.map((row) => ({ id: row.id, name: row.name, own: true, contents: contentsOf(row) })),
  ]
}

/** One's own list of names, in its order. */
export function ownAliases(db: ReadableDb): ReportAlias[] {
  return db.all<ReportAlias>('SELECT name, alias FROM report_alias ORDER BY position, name')
}

export const reportSettingsHandlers: Omit<HandlersFor<'report'>, 'report.build'> = {
  'report.settings': (context) => {
    const { db } = context
    requireProfile(db)
    return {
      contents: chosenContents(db),
      presets: presetsOf(db),
      aliases: ownAliases(db),
      replaced: [...replacedNames(context)],
    }
  },

  'report.choose': ({ db }, { contents }) => {
    db.run(
      `INSERT INTO report_choice (id, contents) VALUES (1, @contents)
       ON CONFLICT (id) DO UPDATE SET contents = excluded.contents`,
      { contents: textOf(contents) },
    )
    return {}
  },

  'report.savePreset': ({ db, newId }, { id: given, name, contents }) => {
    const presets = presetsOf(db)
    if (given !== undefined && presets.every(({ id }) => id !== given)) refuse(gone)
    const same = presets.find((each) => each.name.toLowerCase() === name.toLowerCase())
    if (same && same.id !== given)
      refuse({
        code: 'conflict',
        field: 'name',
        message: `There is a preset “${same.name}” already.`,
        hint: 'Choose another name.',
      })
    const id = given ?? newId()
    db.run(
      `INSERT INTO report_preset (id, name, contents) VALUES (@id, @name, @contents)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, contents = excluded.contents`,
      { id, name, contents: textOf(contents) },
    )
    return { preset: { id, name, own: true, contents } }
  },

  'report.removePreset': ({ db }, { id }) => {
    if (db.run('DELETE FROM report_preset WHERE id = @id', { id }) === 0) refuse(gone)
    return {}
  },

  'report.saveAliases': (context, { aliases }) => {
    checkAliases(context, aliases)
    const { db } = context
    aliases.forEach(({ name, alias }, position) =>
      db.run(
        `INSERT INTO report_alias (name, position, alias) VALUES (@name, @position, @alias)
         ON CONFLICT (name) DO UPDATE SET position = excluded.position, alias = excluded.alias`,
        { name, position, alias },
      ),
    )
    db.run('DELETE FROM report_alias WHERE name NOT IN (SELECT value FROM json_each(@names))', {
      names: JSON.stringify(aliases.map(({ name }) => name)),
    })
    return {}
  },
}

const gone = {
  code: 'not-found',
  message: 'This preset is no longer there.',
  hint: 'It may have been deleted elsewhere; undo brings it back.',
} as const

function checkAliases(context: ReadContext, aliases: readonly ReportAlias[]): void {
  const names = replacedNames(context, aliases).map(({ name }) => name)
  checkAll(
    ...aliases.map(({ name, alias }, index) => () => {
      const before = aliases.slice(0, index)
      if (before.some((each) => each.name.toLowerCase() === name.toLowerCase()))
        refuse({
          code: 'invalid-input',
          field: `aliases.${index}.name`,
          message: `“${name}” stands in the list twice.`,
        })
      const named = names.find((each) => standsIn(each, alias))
      if (named !== undefined)
        refuse({
          code: 'invalid-input',
          field: `aliases.${index}.alias`,
          message: `The alias “${alias}” holds the name “${named}”.`,
          hint: 'Choose one that tells nothing.',
        })
    }),
  )
}

function fullContents(): ReportContents {
  const [full] = builtInPresets
  if (!full) throw new Error('no preset holds everything')
  return full.contents
}

function contentsOf({ contents }: Stored): ReportContents {
  // Written below, from contents that had passed their schema.
  return JSON.parse(contents) as ReportContents
}

function textOf(contents: ReportContents): string {
  return JSON.stringify({ ...contents, sections: inReportOrder(contents.sections) })
}
