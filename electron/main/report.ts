import { extname } from 'node:path'
import type { SavedReport } from '#contract/bridge.ts'
import type { OutputOf } from '#contract/index.ts'
import type { Result } from '#contract/errors.ts'
import type { ReportInput } from '#contract/report.ts'
import type { Engine, JobOptions } from '#engine/api.ts'
import type { FileSaver } from './save-file.ts'

type Built = OutputOf<'report.build'>

/** What files of an ending are called in the dialog. */
const kinds: Readonly<Record<string, string>> = {
  '.pdf': 'PDF',
  '.md': 'Markdown',
  '.html': 'HTML',
  '.csv': 'CSV',
  '.json': 'JSON',
}

export type ReportDeps = Readonly<{
  engine: Pick<Engine, 'call' | 'onChange'>
  files: FileSaver
  /** Told when a report was saved, so that the menu can offer to show it. */
  onSaved: () => void
}>

export type ReportSaver = Readonly<{
  save(input: unknown, options: JobOptions): Promise<Result<SavedReport | null>>
  showLast(): void
  hasReport(): boolean
}>

/**
 * Builds a report, asks where to put it and writes it there. When it cannot be written, the built report is kept, so
 * that the next attempt only asks for another place; a change of the data drops it.
 */
export function createReportSaver(deps: ReportDeps): ReportSaver {
  let last: string | null = null
  let kept: Readonly<{ key: string; built: Built }> | null = null
  let isRunning = false

  deps.engine.onChange(() => {
    kept = null
  })

  async function build(input: ReportInput, options: JobOptions): Promise<Result<Built>> {
    const key = JSON.stringify(input)
    if (kept?.key === key) return { ok: true, value: kept.built }
    // The engine parses the input by its schema; what the page sent is only passed on.
    const result = await deps.engine.call('report.build', input, options)
    kept = null
    return result
  }

  async function save(
    input: ReportInput,
    options: JobOptions,
  ): Promise<Result<SavedReport | null>> {
    const result = await build(input, options)
    if (!result.ok) return result
    const { fileName, pages, bytes } = result.value
    const answer = await deps.files.save({
      fileName,
      kind: kinds[extname(fileName)] ?? 'PDF',
      bytes,
      kept: 'The report is ready and kept.',
    })
    if (!answer.ok) {
      kept = { key: JSON.stringify(input), built: result.value }
      return answer
    }
    if (answer.value === null) return { ok: true, value: null }
    kept = null
    last = answer.value.handle
    deps.onSaved()
    return { ok: true, value: { ...answer.value, pages } }
  }

  return {
    async save(input, options) {
      if (isRunning)
        return {
          ok: false,
          error: {
            code: 'conflict',
            message: 'A report is being saved already.',
            hint: 'Finish or cancel that one first.',
          },
        }
      isRunning = true
      try {
        // Whatever else the page put there, the engine's schema refuses it.
        return await save(input as ReportInput, options)
      } finally {
        isRunning = false
      }
    },
    showLast: () => deps.files.show(last),
    hasReport: () => last !== null,
  }
}
