import { readFile } from 'node:fs/promises'
import type { Log } from '#engine/api.ts'
import { parseWindowState, type WindowState } from './bounds.ts'
import { failureOf } from '#engine/failure.ts'
import { writeAtomically } from '#engine/write-atomically.ts'

export type WindowStateFile = Readonly<{
  /** The state of the last run; null at the first start or where the file cannot be read. */
  load(): Promise<WindowState | null>
  /** Notes a state; it is written a moment later, once however often it is called. */
  note(state: WindowState): void
  /** Writes what is noted and not yet written. Never rejects: a window that opens elsewhere is no loss. */
  flush(): Promise<void>
}>

/** The file that remembers where the window was. */
export function windowStateFile(path: string, log: Log, delayMs = 500): WindowStateFile {
  let noted: WindowState | null = null
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const flush = () => {
    clearTimeout(timer)
    const state = noted
    noted = null
    if (state !== null) writing = writing.then(() => write(path, state, log))
    return writing
  }

  return {
    async load() {
      try {
        return parseWindowState(await readFile(path, 'utf8'))
      } catch {
        return null
      }
    },
    note(state) {
      noted = state
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), delayMs)
    },
    flush,
  }
}

async function write(path: string, state: WindowState, log: Log): Promise<void> {
  try {
    await writeAtomically(path, `${JSON.stringify(state)}\n`)
  } catch (error) {
    log('warn', 'window state not saved', failureOf(error))
  }
}
