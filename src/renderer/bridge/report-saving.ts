import type { BuiltReport, SavedReport } from '#contract/bridge.ts'
import type { CallError, Result } from '#contract/errors.ts'
import type { ReportFormat } from '#contract/report.ts'
import { createStore, type Store } from '../ui/store.ts'
import { showToast } from '../ui/toasts.ts'
import { bridge } from './bridge.ts'
import { startJob } from './jobs.ts'
import { reportPreview } from './report-building.ts'

/** How far the saving of a report is. It goes on while other screens are shown, so it lives outside of them. */
export type ReportSaving =
  | Readonly<{ state: 'idle' }>
  | Readonly<{ state: 'building'; done: number; canceling: boolean }>
  /** It is built: the person says where to. */
  | Readonly<{ state: 'saving' }>
  | Readonly<{ state: 'saved'; report: SavedReport }>
  /** `kept` is the report that could not be written; null when there is none. */
  | Readonly<{ state: 'failed'; error: CallError; kept: BuiltReport | null }>

const saving = createStore<ReportSaving>({ state: 'idle' })

/** Whether a report is being saved, and what became of the latest one. */
export const reportSaving: Store<ReportSaving> = saving

let shownBy = 0

/** For whatever shows `reportSaving`: as long as it does, no message says the same. Returns what ends it. */
export function showsSaving(): () => void {
  shownBy += 1
  return () => {
    shownBy -= 1
  }
}

let cancel: () => void = () => {}
let latest: ReportFormat = 'pdf'

/** Saves the report where the person says. A PDF is the one of the preview, built anew only where it is outdated. */
export async function saveReport({
  format = 'pdf',
}: Readonly<{ format?: ReportFormat }> = {}): Promise<void> {
  if (isSaving()) return
  latest = format
  const built = await builtAs(format)
  if (!built.ok) {
    end(built.error)
    return
  }
  const answer = await saved(built.value)
  if (answer.ok || answer.error.code !== 'not-found') {
    settle(answer, built.value)
    return
  }
  // The shell holds a few; this one was looked at for longer than those.
  reportPreview.lost()
  const again = await builtAs(format)
  if (again.ok) settle(await saved(again.value), again.value)
  else end(again.error)
}

/** Builds and saves once more what was asked for last. */
export async function retryReport(): Promise<void> {
  return saveReport({ format: latest })
}

/** Saves the report that could not be written in another place, as it is. */
export async function saveElsewhere(): Promise<void> {
  const now = saving.get()
  if (now.state !== 'failed' || now.kept === null) return
  settle(await saved(now.kept), now.kept)
}

/** Cancels the report that is being built. */
export function cancelReport(): void {
  const now = saving.get()
  if (now.state !== 'building') return
  saving.set({ ...now, canceling: true })
  cancel()
}

/** Opens the saved report; says so where that fails. */
export async function openReport(opens: string): Promise<void> {
  const answer = await bridge.openReport(opens)
  if (answer.ok) return
  const { message, hint } = answer.error
  showToast({ message: `${message} ${hint ?? ''}`.trim(), tone: 'negative' })
}

function isSaving(): boolean {
  const { state } = saving.get()
  return state === 'building' || state === 'saving'
}

async function builtAs(format: ReportFormat): Promise<Result<BuiltReport>> {
  saving.set({ state: 'building', done: 0, canceling: false })
  const onProgress = (done: number) => {
    const now = saving.get()
    if (now.state === 'building') saving.set({ ...now, done })
  }
  const job =
    format === 'pdf'
      ? reportPreview.latest(onProgress)
      : startJob<BuiltReport>((id) => bridge.buildReport(id, { format }), onProgress)
  cancel = job.cancel
  return job.answer
}

async function saved({ handle }: BuiltReport): Promise<Result<SavedReport | null>> {
  saving.set({ state: 'saving' })
  return bridge.saveReport(handle)
}

function settle(answer: Result<SavedReport | null>, built: BuiltReport): void {
  if (!answer.ok) {
    end(answer.error, answer.error.code === 'storage' ? built : null)
    return
  }
  const report = answer.value
  if (report === null) {
    saving.set({ state: 'idle' })
    return
  }
  saving.set({ state: 'saved', report })
  if (shownBy > 0) return
  const { handle } = report
  showToast({
    message: `Saved ${report.fileName}.`,
    ...(handle === null
      ? {}
      : { action: { label: 'Show in folder', run: () => void bridge.showSaved(handle) } }),
  })
}

function end(error: CallError, kept: BuiltReport | null = null): void {
  if (error.code === 'canceled') {
    saving.set({ state: 'idle' })
    return
  }
  saving.set({ state: 'failed', error, kept })
  if (shownBy > 0) return
  showToast({ message: `The report was not saved. ${error.message}`, tone: 'negative' })
}
