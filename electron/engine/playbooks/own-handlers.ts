import { createHash } from 'node:crypto'
import path from 'node:path'
import type { HandlersFor, ReadContext, WriteContext } from '../handlers.ts'
import { changesAgainst } from '#domain/playbook-changes.ts'
import type { ShelvedPlaybook } from '#contract/own-playbooks.ts'
import { refuse } from '../refusal.ts'
import { checkText } from './check-text.ts'
import { fileNameOf } from './file-names.ts'
import { ownFiles, ownFolder, ownText } from './own-files.ts'
import { copyOf, smallPlaybookText } from './template.ts'
import { storeText } from './texts.ts'
import { useOf } from './use.ts'

type Own = Readonly<{ id: string; file: string }>
type Context = Pick<ReadContext, 'db' | 'library' | 'home'>

export const ownPlaybookHandlers: Omit<
  HandlersFor<'playbooks'>,
  'playbooks.list' | 'playbooks.get' | 'playbooks.principles'
> = {
  'playbooks.shelf': (context) => {
    const { db, library } = context
    const drafts = new Set(
      db.all<{ file: string }>('SELECT file FROM playbook_draft').map(({ file }) => file),
    )
    const readable = library.list().map((row): ShelvedPlaybook => {
      const file = library.fileOf(row.id)
      return {
        ...row,
        template: library.get(row.id)?.template ?? null,
        // What is wrong with a mapping leaves the rest in use.
        faults: library.problems.filter((one) => one.file === file).map(({ message }) => message),
        hasDraft: file !== undefined && drafts.has(file),
        use: useOf(db, row.id),
      }
    })
    const broken = brokenOnes(context).map(({ id, file }) => ({
      id,
      name: file,
      summary: '',
      builtIn: false,
      template: null,
      faults: library.problems.filter((one) => one.file === file).map(({ message }) => message),
      hasDraft: drafts.has(file),
      use: useOf(db, id),
    }))
    return [...readable, ...broken]
  },

  'playbooks.text': (context, { id }) => {
    const { db, library, home } = context
    const own = ownOne(context, id)
    const text = own ? ownText(ownFolder(home.dataDir), own.file) : library.textOf(id)
    if (text === null)
      refuse(
        own
          ? {
              code: 'playbook-broken',
              field: 'id',
              message: `The file ${own.file} cannot be read as text.`,
              hint: 'Save it as UTF-8 with at most 512 KiB, or remove it.',
            }
          : gone(id),
      )
    const draft = own
      ? db.get<{ text: string; revision: string }>(
          'SELECT text, revision FROM playbook_draft WHERE file = @file',
          { file: own.file },
        )
      : undefined
    return {
      id,
      fileName: own?.file ?? fileNameOf(id),
      builtIn: own === null,
      text,
      revision: revisionOf(text),
      draft: draft ?? null,
      use: useOf(db, id),
    }
  },

  'playbooks.template': ({ library }, { from, id, name }) => {
    const taken = library.list().find((row) => row.id.toLowerCase() === id.toLowerCase())
    if (taken)
      refuse({
        code: 'conflict',
        field: 'id',
        message: `There is a playbook “${taken.id}” already.`,
        hint: 'Choose another short name.',
      })
    if (from === null) return { text: smallPlaybookText(id, name) }
    const [original, text] = [library.get(from), library.textOf(from)]
    if (!original || text === null) refuse({ ...gone(from), field: 'from' })
    return { text: copyOf(text, original, id, name) }
  },

  'playbooks.validate': ({ library }, { text, id }) => {
    const checked = checkText(library, text, id)
    if (!checked.ok) return { faults: [...checked.faults], playbook: null, changes: null }
    const { book } = checked
    const template = book.template === undefined ? undefined : library.get(book.template)
    return {
      faults: [],
      playbook: book,
      changes: template ? { template: template.id, changes: changesAgainst(template, book) } : null,
    }
  },

  'playbooks.save': (context, { id, text, revision }) => {
    const { db, library } = context
    const own = id === null ? null : requireOwn(context, id)
    const checked = checkText(library, text, own?.id ?? null)
    if (!checked.ok) {
      const [first, ...others] = checked.faults.map(({ line, column, message }) => ({
        field: 'text',
        message: `${line}:${column}: ${message}`,
      }))
      return refuse({
        code: 'invalid-input',
        field: 'text',
        message: first?.message ?? 'The text is no playbook.',
        hint: 'Mend it and save again.',
        ...(others.length > 0 ? { others } : {}),
      })
    }
    const { id: newId, name } = checked.book
    const file = own?.file ?? newFile(context, newId)
    requireUnchanged(context, own, revision)
    storeText(db, file, text)
    dropDraft(context, file)
    return { id: newId, name, fileName: file }
  },

  'playbooks.remove': (context, { id, acceptUse }) => {
    const own = requireOwn(context, id)
    const { isTarget, sessions, marks } = useOf(context.db, own.id)
    if (isTarget)
      refuse({
        code: 'conflict',
        field: 'id',
        message: `“${id}” is your target level.`,
        hint: 'Choose another target level in the profile first.',
      })
    if (sessions + marks > 0 && !acceptUse)
      refuse({
        code: 'conflict',
        field: 'acceptUse',
        message: `${sessions} ${sessions === 1 ? 'session' : 'sessions'} and ${marks} other ${marks === 1 ? 'entry' : 'entries'} refer to “${id}”.`,
        hint: 'They are kept, and show its names again once a playbook of that id is back.',
      })
    storeText(context.db, own.file, null)
    dropDraft(context, own.file)
    return { id }
  },

  'playbooks.keepDraft': (context, { id, draft }) => {
    const { file } = requireOwn(context, id)
    if (draft === null) dropDraft(context, file)
    else
      context.db.run(
        `INSERT INTO playbook_draft (file, text, revision) VALUES (@file, @text, @revision)
         ON CONFLICT (file) DO UPDATE SET text = excluded.text, revision = excluded.revision`,
        { file, ...draft },
      )
    return null
  },
}

/** The own playbook of an id, or the broken file of a name; null where there is none. */
function ownOne(context: Context, id: string): Own | null {
  const file = context.library.fileOf(id)
  if (file !== undefined) return { id, file }
  if (context.library.get(id)) return null
  return brokenOnes(context).find((one) => one.id === id) ?? null
}

/** Files that are no playbook, by their names without the extension. */
function brokenOnes({ library, home }: Context): readonly Own[] {
  const readable = new Set(library.list().map(({ id }) => library.fileOf(id)))
  return (ownFiles(ownFolder(home.dataDir)) ?? [])
    .filter((file) => !readable.has(file))
    .map((file) => ({ id: path.parse(file).name, file }))
}

function requireOwn(context: Context, id: string): Own {
  const own = ownOne(context, id)
  if (own) return own
  return refuse(
    context.library.get(id)
      ? {
          code: 'conflict',
          field: 'id',
          message: `“${id}” ships with Loopready and stays as it is.`,
          hint: 'Make your own copy of it and change that.',
        }
      : gone(id),
  )
}

function newFile({ home }: Context, id: string): string {
  const file = fileNameOf(id)
  const same = (ownFiles(ownFolder(home.dataDir)) ?? []).find(
    (other) => other.toLowerCase() === file.toLowerCase(),
  )
  if (same === undefined) return file
  return refuse({
    code: 'conflict',
    field: 'id',
    message: `There is a file ${same} already, which cannot be read as a playbook.`,
    hint: 'Mend or remove that one, or choose another id.',
  })
}

/** The file as it was when the edit began, or nothing is saved. */
function requireUnchanged({ home }: Context, own: Own | null, revision: string | null): void {
  if (own === null || revision === null) return
  const there = ownText(ownFolder(home.dataDir), own.file)
  if (there !== null && revisionOf(there) === revision) return
  refuse({
    code: 'conflict',
    field: 'revision',
    message: `${own.file} was changed elsewhere since you began.`,
    hint: 'What you typed is kept. Compare it with the file, then save over it or give it up.',
  })
}

function dropDraft({ db }: Pick<WriteContext, 'db'>, file: string): void {
  db.run('DELETE FROM playbook_draft WHERE file = @file', { file })
}

function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function gone(id: string) {
  return {
    code: 'not-found',
    field: 'id',
    message: `There is no playbook “${id}”.`,
    hint: 'It may have been removed; look at the list of playbooks.',
  } as const
}
