import { randomUUID } from 'node:crypto'
import { access, lstat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Dialog, FileFilter, Shell } from 'electron'
import type { SavedFile } from '#contract/bridge.ts'
import type { CallError, Result } from '#contract/errors.ts'
import { writeAtomically } from '#engine/write-atomically.ts'
import { placeErrorOf, writeErrorOf } from './write-error.ts'

export type SaveDeps = Readonly<{
  /** The dialogs, opened over the window where there is one. */
  askWhere: (suggested: string, filter: FileFilter) => ReturnType<Dialog['showSaveDialog']>
  askReplace: (fileName: string) => Promise<boolean>
  shell: Pick<Shell, 'showItemInFolder' | 'openPath'>
  /** The folder offered first. */
  documents: string
  /** The folder of the data, where nothing is saved. */
  dataDir: string
  write?: typeof writeAtomically
}>

/** A file that is ready to be saved. */
export type ReadyFile = Readonly<{
  /** The name to suggest, with its ending. */
  fileName: string
  /** What files of this ending are called in the dialog. */
  kind: string
  bytes: Uint8Array
  /** What to say of the content where it could not be written: "The report is ready and kept." */
  kept: string
}>

/** Saves files where the person says, and shows or opens them again: only what this run has saved. */
export type FileSaver = Readonly<{
  /** `value` is null when the person cancelled the dialog. */
  save(file: ReadyFile): Promise<Result<(SavedFile & Readonly<{ handle: string }>) | null>>
  /** Shows a saved file; any other handle does nothing. */
  show(handle: unknown): void
  /** Opens a saved file with the system's program for its kind, as long as it is there. */
  open(handle: string): Promise<Result<null>>
}>

export function createFileSaver(deps: SaveDeps): FileSaver {
  const saved = new Map<string, string>()
  let folder = deps.documents
  const write = deps.write ?? writeAtomically

  /** Asks for a path. The dialog asks before it replaces a file, unless the ending was added after it. */
  async function choose({ fileName, kind }: ReadyFile): Promise<string | null> {
    const ending = extname(fileName)
    const answer = await deps.askWhere(join(folder, fileName), {
      name: kind,
      extensions: [ending.slice(1)],
    })
    if (answer.canceled || answer.filePath === '') return null
    if (extname(answer.filePath).toLowerCase() === ending) return answer.filePath
    const path = `${answer.filePath}${ending}`
    const isFree = await access(path).then(
      () => false,
      () => true,
    )
    return isFree || (await deps.askReplace(basename(path))) ? path : null
  }

  return {
    async save(file) {
      const path = await choose(file)
      if (path === null) return { ok: true, value: null }
      const isOurs = await placeErrorOf(deps.dataDir, path, file.kept)
      if (isOurs !== null) return { ok: false, error: isOurs }
      try {
        await write(path, file.bytes)
      } catch (error) {
        return { ok: false, error: writeErrorOf(error, path, file.kept) }
      }
      folder = dirname(path)
      const handle = randomUUID()
      saved.set(handle, path)
      return { ok: true, value: { fileName: basename(path), handle } }
    },
    show(handle) {
      const path = typeof handle === 'string' ? saved.get(handle) : undefined
      if (path !== undefined) deps.shell.showItemInFolder(path)
    },
    async open(handle) {
      const savedPath = saved.get(handle)
      if (savedPath === undefined || !(await isFile(savedPath))) return { ok: false, error: gone }
      const complaint = await deps.shell.openPath(savedPath)
      return complaint === ''
        ? { ok: true, value: null }
        : { ok: false, error: noProgram(basename(savedPath)) }
    },
  }
}

/** A file of its own: what was put there instead, a folder or a link to somewhere else, is not what was saved. */
async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

const gone: CallError = {
  code: 'not-found',
  message: 'The file is not there any more.',
  hint: 'It was moved, renamed or deleted. Save it again.',
}

function noProgram(fileName: string): CallError {
  return {
    code: 'storage',
    message: `“${fileName}” could not be opened.`,
    hint: 'This computer may have no program for such files. Show it in its folder and choose one there.',
  }
}
