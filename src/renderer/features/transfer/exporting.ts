import type { SavedExport } from '#contract/bridge.ts'
import type { CallError } from '#contract/errors.ts'
import { bridge } from '../../bridge/bridge.ts'
import { startJob, type Job } from '../../bridge/jobs.ts'
import { createStore, type Store } from '../../ui/store.ts'

/** How far an export is. It goes on while other screens are shown, so it lives outside of them. */
export type Exporting =
  | Readonly<{ state: 'idle' }>
  | Readonly<{ state: 'running'; done: number | null; canceling: boolean }>
  | Readonly<{ state: 'saved'; file: SavedExport }>
  | Readonly<{ state: 'failed'; error: CallError }>

export type ExportChoice = Readonly<{ format: 'json' | 'csv'; bom: boolean }>

const now = createStore<Exporting>({ state: 'idle' })
let running: Job<SavedExport | null> | null = null

export const exporting: Store<Exporting> = now

/** What was chosen last for an export. */
export const exportChoice = createStore<ExportChoice>({ format: 'json', bom: false })

/** Whether the export was asked for from elsewhere, and is to be brought under the keyboard. */
export const exportAsked = createStore(false)

/** To be called on the way to the export's page. */
export function askForExport(): void {
  exportAsked.set(true)
}

/** Writes an export, encrypted where there is a passphrase, and saves it where the person says. One at a time. */
export async function saveExport(
  { format, bom }: ExportChoice,
  passphrase: string | null,
): Promise<void> {
  if (now.get().state === 'running') return
  now.set({ state: 'running', done: null, canceling: false })
  running = startJob(
    (job) =>
      bridge.saveExport(job, {
        format,
        bom: format === 'csv' && bom,
        ...(passphrase === null ? {} : { passphrase }),
      }),
    (done) => {
      const before = now.get()
      if (before.state === 'running') now.set({ ...before, done })
    },
  )
  const answer = await running.answer
  if (answer.ok)
    now.set(answer.value === null ? { state: 'idle' } : { state: 'saved', file: answer.value })
  else
    now.set(
      answer.error.code === 'canceled'
        ? { state: 'idle' }
        : { state: 'failed', error: answer.error },
    )
}

export function cancelExport(): void {
  const before = now.get()
  if (before.state !== 'running') return
  now.set({ ...before, canceling: true })
  running?.cancel()
}
