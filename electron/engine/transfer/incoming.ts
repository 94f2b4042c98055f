import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { OutputOf } from '#contract/index.ts'
import { sizeError } from '#domain/transfer-size.ts'
import { codeOf, refuse } from '../refusal.ts'

/** A file that was handed over for an import. */
export type IncomingFile = Readonly<{
  id: string
  path: string
  name: string
  bytes: number
  /** SHA-256 of its bytes, in hex. */
  hash: string
}>

/** A preview of a received file, as far as it is the same for each of its pages. */
export type KeptPreview = Readonly<{
  /** All that it rests on besides the file. */
  basis: string
  head: Omit<OutputOf<'transfer.preview'>, 'total' | 'rows'>
  /** The file of its rows: see `kept-preview.ts`. */
  rows: string
}>

/** The files that wait for an import: kept for this engine alone, and no longer than it runs. */
export type IncomingFiles = Readonly<{
  receive(name: string, bytes: Uint8Array): Promise<IncomingFile>
  /** Refuses with `not-found` what was never received, or is gone. */
  get(id: string): IncomingFile
  drop(id: string): Promise<void>
  /** The latest preview of a file that was kept. */
  preview(id: string): KeptPreview | undefined
  /** A path for the rows of a preview of a file. There is no file yet. */
  pathOfRows(id: string): string
  /** Keeps a preview in place of the one before; what belongs to a file that was dropped meanwhile goes at once. */
  keepPreview(id: string, preview: KeptPreview): Promise<void>
  /** Drops all of them. */
  close(): Promise<void>
}>

/** After this time, in ms, a file is left over from an engine that did not close. */
const staleMs = 86_400_000

/** Files stand in `incoming/` of the data folder, readable by this user only; stale ones are swept away. */
export function incomingFiles(dataDir: string): IncomingFiles {
  const folder = path.join(dataDir, 'incoming')
  const files = new Map<string, IncomingFile>()
  const previews = new Map<string, KeptPreview>()
  const swept = sweep(folder)

  const drop = async (id: string) => {
    const file = files.get(id)
    files.delete(id)
    if (file) await rm(file.path, { force: true })
    const preview = previews.get(id)
    previews.delete(id)
    if (preview) await rm(preview.rows, { force: true })
  }

  return {
    async receive(name, bytes) {
      await swept
      requireSize(bytes.length)
      const id = randomUUID()
      const file = {
        id,
        path: path.join(folder, id),
        name: shownName(name),
        bytes: bytes.length,
        hash: createHash('sha256').update(bytes).digest('hex'),
      }
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await write(file.path, bytes)
      files.set(id, file)
      return file
    },
    get: (id) =>
      files.get(id) ??
      refuse({
        code: 'not-found',
        field: 'file',
        message: 'The file is no longer held for the import.',
        hint: 'Choose it again.',
      }),
    drop,
    preview: (id) => previews.get(id),
    pathOfRows: (id) => path.join(folder, `${id}.${randomUUID()}.rows`),
    async keepPreview(id, preview) {
      const before = previews.get(id)
      if (files.has(id)) previews.set(id, preview)
      const gone = files.has(id) ? before : preview
      if (gone) await rm(gone.rows, { force: true })
    },
    async close() {
      await swept
      for (const id of files.keys()) await drop(id)
    },
  }
}

/** Refuses an empty or too large file. For shells too, that look at the size before they read a file. */
export function requireSize(bytes: number): void {
  const error = sizeError(bytes)
  if (error !== null) refuse(error)
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    await rm(file, { force: true })
    refuse({
      code: 'storage',
      message: `The file could not be taken over (${codeOf(thrown) || 'unknown error'}).`,
      hint: 'Check that there is space on the disk of the data folder.',
    })
  }
}

/** The file's name alone, without a path and control characters: only ever shown. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file'
}

/** Removes what an engine left behind that ended without closing. Another engine's own files are younger. */
async function sweep(folder: string): Promise<void> {
  try {
    for (const name of await readdir(folder)) {
      const file = path.join(folder, name)
      const { mtimeMs } = await stat(file)
      if (Date.now() - mtimeMs > staleMs) await rm(file, { force: true })
    }
  } catch {
    // There is no such folder yet, or another engine has swept it just now.
  }
}
