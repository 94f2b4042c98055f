import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Dialog, Shell } from 'electron'
import type { SavedReport } from '#contract/bridge.ts'
import type { OutputOf } from '#contract/index.ts'
import type { Result } from '#contract/errors.ts'
import type { ReportInput } from '#contract/report.ts'
import type { Engine } from '#engine/api.ts'
import { writeAtomically } from '#engine/write-atomically.ts'
import { writeErrorOf } from './write-error.ts'

type Built = OutputOf<'report.build'>

export type ReportDeps = Readonly<{
  engine: Pick<Engine, 'call' | 'onChange'>
  /** The dialogs, opened over the window where there is one. */
  askWhere: (suggested: string) => ReturnType<Dialog['showSaveDialog']>
  askReplace: (fileName: string) => Promise<boolean>
  shell: Pick<Shell, 'showItemInFolder'>
  /** The folder offered first. */
  documents: string
  onProgress: (done: number) => void
  /** Told when a report was saved, so that the menu can offer to show it. */
  onSaved: () => void
  write?: typeof writeAtomically
}>

export type ReportSaver = Readonly<{
  save(input: unknown): Promise<Result<SavedReport | null>>
  cancel(): void
  /** Shows a report that this run saved; any other handle does nothing. */
  show(handle: unknown): void
  showLast(): void
  hasReport(): boolean
}>

/**
 * Builds a report, asks where to put it and writes it there. When it cannot be written, the built report is kept, so
 * that the next attempt only asks for another place; a change of the data drops it.
 */
export function createReportSaver(deps: ReportDeps): ReportSaver {
  const saved = new Map<string, string>()
  let last: string | null = null
  let folder = deps.documents
  let kept: Readonly<{ key: string; built: Built }> | null = null
  let running: AbortController | null = null
  const write = deps.write ?? writeAtomically

  deps.engine.onChange(() => {
    kept = null
  })

  async function build(input: ReportInput, signal: AbortSignal): Promise<Result<Built>> {
    const key = JSON.stringify(input)
    if (kept?.key === key) return { ok: true, value: kept.built }
    // The engine parses the input by its schema; what the page sent is only passed on.
    const result = await deps.engine.call('report.build', input, {
      signal,
      onProgress: deps.onProgress,
    })
    kept = null
    return result
  }

  async function save(
    input: ReportInput,
    signal: AbortSignal,
  ): Promise<Result<SavedReport | null>> {
    const result = await build(input, signal)
    if (!result.ok) return result
    const { fileName, pages, bytes } = result.value
    const path = await choose(join(folder, fileName))
    if (path === null) return { ok: true, value: null }
    try {
      await write(path, bytes)
    } catch (error) {
      kept = { key: JSON.stringify(input), built: result.value }
      return { ok: false, error: writeErrorOf(error, path) }
    }
    kept = null
    folder = dirname(path)
    last = randomUUID()
    saved.set(last, path)
    deps.onSaved()
    return { ok: true, value: { fileName: basename(path), pages, handle: last } }
  }

  /** Asks for a path. The dialog asks before it replaces a file, unless the ending was added after it. */
  async function choose(suggested: string): Promise<string | null> {
    const answer = await deps.askWhere(suggested)
    if (answer.canceled || answer.filePath === '') return null
    if (extname(answer.filePath).toLowerCase() === '.pdf') return answer.filePath
    const path = `${answer.filePath}.pdf`
    const isFree = await access(path).then(
      () => false,
      () => true,
    )
    return isFree || (await deps.askReplace(basename(path))) ? path : null
  }

  return {
    async save(input) {
      if (running !== null)
        return {
          ok: false,
          error: {
            code: 'conflict',
            message: 'A report is being saved already.',
            hint: 'Finish or cancel that one first.',
          },
        }
      const controller = new AbortController()
      running = controller
      try {
        // Whatever else the page put there, the engine's schema refuses it.
        return await save(input as ReportInput, controller.signal)
      } finally {
        running = null
      }
    },
    cancel: () => running?.abort(),
    show(handle) {
      const path = typeof handle === 'string' ? saved.get(handle) : undefined
      if (path !== undefined) deps.shell.showItemInFolder(path)
    },
    showLast() {
      const path = last === null ? undefined : saved.get(last)
      if (path !== undefined) deps.shell.showItemInFolder(path)
    },
    hasReport: () => last !== null,
  }
}
