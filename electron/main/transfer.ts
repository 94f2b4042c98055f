import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron'
import type { ReceivedFile, SavedExport } from '#contract/bridge.ts'
import type { CallError, Result } from '#contract/errors.ts'
import type { InputOf } from '#contract/index.ts'
import { sizeError } from '#domain/transfer-size.ts'
import type { Engine, JobOptions } from '#engine/api.ts'
import { codeOf } from '#engine/refusal.ts'
import type { FileSaver } from './save-file.ts'

export type TransferDeps = Readonly<{
  engine: Pick<Engine, 'call'>
  files: Pick<FileSaver, 'save'>
  /** The dialog, opened over the window where there is one. */
  askWhich: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>
}>

/** The way of files between disk and engine. Paths come from the system's own dialogs and go no further than here. */
export type FileTransfer = Readonly<{
  /** Asks for a file and hands it over for an import; null when the person chose none. */
  choose(): Promise<Result<ReceivedFile | null>>
  /** Hands over a file that the page has, e.g. one that was dropped on it. Neither is checked yet. */
  receive(name: unknown, bytes: unknown): Promise<Result<ReceivedFile>>
  /** Writes an export, asks where to put it and saves it there; null when the person cancelled. */
  save(input: unknown, options: JobOptions): Promise<Result<SavedExport | null>>
}>

export function createFileTransfer({ engine, files, askWhich }: TransferDeps): FileTransfer {
  return {
    async choose() {
      const { canceled, filePaths } = await askWhich(whichFile)
      const [path] = filePaths
      if (canceled || path === undefined) return { ok: true, value: null }
      const read = await readWithin(path)
      return read.ok
        ? engine.call('transfer.receive', { name: basename(path), bytes: read.value })
        : read
    },
    // The engine's schema refuses what is no name or no bytes.
    receive: (name, bytes) =>
      engine.call('transfer.receive', { name, bytes } as InputOf<'transfer.receive'>),
    async save(input, options) {
      // Here too.
      const written = await engine.call(
        'transfer.export',
        input as InputOf<'transfer.export'>,
        options,
      )
      if (!written.ok) return written
      const { fileName, bytes, sessions } = written.value
      const kind = kinds[extname(fileName)] ?? 'All Files'
      const kept = 'Your data is as it was.'
      const answer = await files.save({ fileName, kind, bytes, kept })
      if (!answer.ok) return answer
      if (answer.value === null) return { ok: true, value: null }
      return { ok: true, value: { ...answer.value, sessions } }
    },
  }
}

/** Reads a file, off this thread. Its size is looked at first: one that is too large is never read. */
async function readWithin(path: string): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return { ok: false, error: noFile(path) }
    const error = sizeError(found.size)
    return error === null ? { ok: true, value: await readFile(path) } : { ok: false, error }
  } catch (error) {
    return { ok: false, error: readError(path, codeOf(error) ?? '') }
  }
}

/** What was chosen is a folder, or a device. */
export function noFile(path: string): CallError {
  return {
    code: 'invalid-input',
    field: 'file',
    message: `“${basename(path)}” is not a file.`,
    hint: 'Choose the file that the other program has exported.',
  }
}

/** Names the file, never its folder: no path goes to the page. */
export function readError(path: string, code: string): CallError {
  const name = `“${basename(path)}”`
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return storage(`${name} is not there any more.`, 'Choose it where it is now.')
    case 'EACCES':
    case 'EPERM':
      return storage(`You have no right to read ${name}.`, 'Copy it to a folder of your own.')
    case 'EBUSY':
      return storage(`Another program has ${name} open.`, 'Close it there and choose it again.')
    default:
      return storage(`${name} cannot be read.`, 'Copy it to another place and choose it there.')
  }
}

function storage(message: string, hint: string): CallError {
  return { code: 'storage', field: 'file', message, hint }
}

/** What files of an ending are called in the dialog. */
const kinds: Readonly<Record<string, string>> = {
  '.json': 'JSON',
  '.csv': 'CSV',
  '.age': 'Encrypted Files',
}

const whichFile: OpenDialogOptions = {
  title: 'Import',
  buttonLabel: 'Look at It',
  properties: ['openFile'],
  filters: [
    { name: 'Tables and Loopready Exports', extensions: ['csv', 'tsv', 'txt', 'json', 'age'] },
    { name: 'All Files', extensions: ['*'] },
  ],
}
