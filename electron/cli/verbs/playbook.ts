import { readFile, stat } from 'node:fs/promises'
import { formatCount } from '#domain/readable.ts'
import { codeOf } from '#engine/refusal.ts'
import { complain, valueOf } from '../complaint.ts'
import { fileAt, force, saveFile } from '../out-file.ts'
import { defineVerb, type Terminal } from '../verb.ts'

/** The largest file that is read, in bytes: what a playbook may have. */
const largest = 512 * 1024

/** Lists playbooks, checks a file, and takes own ones in and out as files. */
export const playbook = defineVerb({
  name: 'playbook',
  operands: 'list | validate FILE | export ID | import FILE',
  takes: [1, 2],
  summary: 'List playbooks, check a file, export and import your own',
  details: `"validate" saves nothing: it names each fault with its line and column, and ends with status 1 where there is
one. "import" saves the file as a playbook of your own; --replace puts it in the place of yours of the same id.

Examples
  loopready playbook list
  loopready playbook export L6 --out my-level.yaml
  loopready playbook validate my-level.yaml
  loopready playbook import my-level.yaml`,
  options: {
    out: {
      type: 'text',
      value: 'FILE',
      help: 'Where "export" writes; standard output without it.',
    },
    force,
    replace: { type: 'flag', help: 'With "import": replace your playbook of the same id.' },
    json: { type: 'flag', help: 'Print JSON.' },
  },
  run: async (terminal, given, [action = '', typed]) => {
    if (action === 'list') return list(terminal, given.json)
    if (action !== 'validate' && action !== 'export' && action !== 'import')
      complain(
        `"${action}" is not known here. Say "playbook list", "validate", "export" or "import".`,
      )
    if (typed === undefined)
      return complain(
        action === 'export'
          ? 'Say which one: "loopready playbook export L6 --out FILE".'
          : `Say which file: "loopready playbook ${action} FILE".`,
      )
    if (action === 'validate') return validate(terminal, given.json, typed)
    if (action === 'export') return exportOne(terminal, given, typed)
    return importOne(terminal, given, typed)
  },
})

async function list({ engine, print, paint }: Terminal, json: boolean): Promise<void> {
  const books = valueOf(await engine().call('playbooks.shelf', {}))
  if (json) return print(JSON.stringify(books, null, 2))
  const width = Math.max(...books.map(({ id }) => id.length))
  for (const { id, name, builtIn, use, faults } of books) {
    const notes = [
      builtIn ? 'built in' : 'your own',
      use.isTarget ? 'target level' : '',
      use.sessions > 0 ? formatCount(use.sessions, { one: 'session', many: 'sessions' }) : '',
    ].filter(Boolean)
    print(`${id.padEnd(width)}  ${name} (${notes.join(', ')})`)
    for (const fault of faults) print(`${' '.repeat(width)}  ${paint('red', fault)}`)
  }
}

async function validate(terminal: Terminal, json: boolean, typed: string): Promise<void> {
  const text = await textOf(terminal, typed)
  const { id } = await statedIn(terminal, text)
  const checked = valueOf(await terminal.engine().call('playbooks.validate', { text, id }))
  const { faults, playbook: book, changes } = checked
  if (json) terminal.print(JSON.stringify({ faults, id: book?.id ?? null, changes }, null, 2))
  else if (book)
    terminal.print(
      `${typed}: no faults. ${book.id}, ${book.name}${changes ? `; ${formatCount(changes.changes.length, { one: 'change', many: 'changes' })} against ${changes.template}` : ''}.`,
    )
  else
    for (const { line, column, message } of faults)
      terminal.print(`${typed}:${line}:${column}: ${message}`)
  if (faults.length > 0)
    complain(`${typed} has ${formatCount(faults.length, { one: 'fault', many: 'faults' })}.`)
}

async function exportOne(
  terminal: Terminal,
  {
    out,
    force: isForced,
    json,
  }: Readonly<{ out: string | undefined; force: boolean; json: boolean }>,
  id: string,
): Promise<void> {
  const { text, fileName } = valueOf(await terminal.engine().call('playbooks.text', { id }))
  if (out === undefined) {
    if (json) return terminal.print(JSON.stringify({ id, fileName, text }, null, 2))
    return terminal.send(new TextEncoder().encode(text))
  }
  const file = await fileAt(terminal, out, fileName, isForced)
  await saveFile(file, out, new TextEncoder().encode(text))
  terminal.print(json ? JSON.stringify({ id, file }, null, 2) : `Wrote ${id} to ${file}.`)
}

async function importOne(
  terminal: Terminal,
  { replace, json }: Readonly<{ replace: boolean; json: boolean }>,
  typed: string,
): Promise<void> {
  const text = await textOf(terminal, typed)
  const { id } = await statedIn(terminal, text)
  if (id !== null && !replace)
    complain(`You have a playbook ${id} already. Replace it with --replace; that can be undone.`)
  const saved = valueOf(await terminal.engine().call('playbooks.save', { id, text }))
  terminal.print(
    json
      ? JSON.stringify(saved, null, 2)
      : `Imported ${saved.id}, ${saved.name}. Undo: loopready undo`,
  )
}

/** The own playbook that a text would replace: the one of its id. */
async function statedIn(
  terminal: Terminal,
  text: string,
): Promise<Readonly<{ id: string | null }>> {
  const own = valueOf(await terminal.engine().call('playbooks.shelf', {})).filter(
    ({ builtIn }) => !builtIn,
  )
  for (const { id } of own) {
    const checked = valueOf(await terminal.engine().call('playbooks.validate', { text, id }))
    if (checked.playbook?.id === id) return { id }
  }
  return { id: null }
}

async function textOf({ pathOf }: Terminal, typed: string): Promise<string> {
  try {
    const path = pathOf(typed)
    const { size } = await stat(path)
    if (size > largest) return complain(`"${typed}" is too large for a playbook: 512 KiB at most.`)
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError)
      return complain(`"${typed}" is not UTF-8 text. Save it as UTF-8.`)
    const code = codeOf(error)
    if (code === '') throw error
    return complain(
      code === 'ENOENT' ? `There is no file "${typed}".` : `"${typed}" cannot be read (${code}).`,
    )
  }
}
