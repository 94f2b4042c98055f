import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import type { BuiltReport, SavedReport } from '#contract/bridge.ts'
import type { OutputOf } from '#contract/index.ts'
import type { CallError, Result } from '#contract/errors.ts'
import type { ReportInput } from '#contract/report.ts'
import { heldReportsAtMost, reportNotHeld } from '#domain/held-reports.ts'
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

const busy: CallError = {
  code: 'conflict',
  message: 'A report is being saved already.',
  hint: 'Finish or cancel that one first.',
}

export type ReportDeps = Readonly<{
  engine: Pick<Engine, 'call'>
  files: FileSaver
  /** Told when a report was saved, so that the menu can offer to show it. */
  onSaved: () => void
}>

/** Everything that comes from the page is checked here or in the engine: the input by its schema, handles by look-up. */
export type ReportSaver = Readonly<{
  build(input: unknown, options: JobOptions): Promise<Result<BuiltReport>>
  save(handle: unknown): Promise<Result<SavedReport | null>>
  open(handle: unknown): Promise<Result<null>>
  showLast(): void
  hasReport(): boolean
}>

/**
 * Builds reports, and saves the very bytes that were built: the page shows a report before it is saved. One that could
 * not be written is held until it is saved or another one is to be saved, so that the next attempt only asks for
 * another place, however many previews are built meanwhile.
 */
export function createReportSaver(deps: ReportDeps): ReportSaver {
  let last: string | null = null
  /** By handle, the oldest first. */
  const held = new Map<string, Built>()
  let asked: Readonly<{ handle: string; built: Built }> | null = null
  const saved = new Set<string>()
  let isRunning = false

  async function save(handle: string, built: Built): Promise<Result<SavedReport | null>> {
    const { fileName, pages, bytes } = built
    asked = { handle, built }
    const answer = await deps.files.save({
      fileName,
      kind: kinds[extname(fileName)] ?? 'PDF',
      bytes,
      kept: 'The report is ready and kept.',
    })
    if (!answer.ok) return answer
    if (answer.value === null) return { ok: true, value: null }
    asked = null
    last = answer.value.handle
    saved.add(last)
    deps.onSaved()
    return { ok: true, value: { ...answer.value, pages, opens: last } }
  }

  return {
    async build(input, options) {
      // Whatever else the page put there, the engine's schema refuses it.
      const result = await deps.engine.call('report.build', input as ReportInput, options)
      if (!result.ok) return result
      const handle = randomUUID()
      held.set(handle, result.value)
      for (const old of [...held.keys()].slice(0, -heldReportsAtMost)) held.delete(old)
      return { ok: true, value: { ...result.value, handle } }
    },
    async save(handle) {
      if (isRunning) return { ok: false, error: busy }
      if (typeof handle !== 'string') return { ok: false, error: reportNotHeld }
      const built = asked?.handle === handle ? asked.built : held.get(handle)
      if (built === undefined) return { ok: false, error: reportNotHeld }
      isRunning = true
      try {
        return await save(handle, built)
      } finally {
        isRunning = false
      }
    },
    // Of all that was saved, only reports: an export or a story has no business in another program unasked.
    open: async (handle) =>
      typeof handle === 'string' && saved.has(handle)
        ? deps.files.open(handle)
        : { ok: false, error: { code: 'not-found', message: 'This report was not saved here.' } },
    showLast: () => deps.files.show(last),
    hasReport: () => last !== null,
  }
}
