import type { SavedReport } from '#contract/bridge.ts'
import type { CallError } from '#contract/errors.ts'
import type { ReportInput } from '#contract/report.ts'
import { createStore, type Store } from '../ui/store.ts'
import { showToast } from '../ui/toasts.ts'
import { bridge } from './bridge.ts'
import { startJob, type Job } from './jobs.ts'

/** How far the saving of a report is. It goes on while other screens are shown, so it lives outside of them. */
export type ReportSaving =
  | Readonly<{ state: 'idle' }>
  | Readonly<{ state: 'running'; done: number; canceling: boolean }>
  | Readonly<{ state: 'saved'; report: SavedReport }>
  | Readonly<{ state: 'failed'; error: CallError }>

const saving = createStore<ReportSaving>({ state: 'idle' })

/** Whether a report is being built, and what became of the latest one. */
export const reportSaving: Store<ReportSaving> = saving

let running: Job<SavedReport | null> | null = null
let latest: ReportInput = {}

/** Builds the report and saves it where the person says. One at a time: while one runs, another is not begun. */
export async function saveReport(input: ReportInput = {}): Promise<void> {
  if (saving.get().state === 'running') return
  latest = input
  saving.set({ state: 'running', done: 0, canceling: false })
  running = startJob(
    (job) => bridge.saveReport(job, input),
    (done) => {
      const now = saving.get()
      if (now.state === 'running') saving.set({ ...now, done })
    },
  )
  const answer = await running.answer
  if (!answer.ok) {
    if (answer.error.code === 'canceled') saving.set({ state: 'idle' })
    else {
      saving.set({ state: 'failed', error: answer.error })
      showToast({ message: `The report was not saved. ${answer.error.message}`, tone: 'negative' })
    }
    return
  }
  const report = answer.value
  if (report === null) {
    saving.set({ state: 'idle' })
    return
  }
  saving.set({ state: 'saved', report })
  const { handle } = report
  showToast({
    message: `Saved ${report.fileName}.`,
    ...(handle === null
      ? {}
      : { action: { label: 'Show in folder', run: () => void bridge.showSaved(handle) } }),
  })
}

/** Builds and saves once more what was asked for last. */
export async function retryReport(): Promise<void> {
  return saveReport(latest)
}

/** Cancels the report that is being built. */
export function cancelReport(): void {
  const now = saving.get()
  if (now.state !== 'running') return
  saving.set({ ...now, canceling: true })
  running?.cancel()
}
