import { parentPort, workerData } from 'node:worker_threads'
import { buildReport } from './build.ts'
import type { BuiltReport } from './build.ts'
import type { ReportData } from './model.ts'

/** What the thread is started with. */
export type ThreadInput = Readonly<{ data: ReportData; assetsDir: string }>

/** What the thread says. It ends by itself after `built` or `failed`. */
export type ThreadMessage = Readonly<
  | { kind: 'progress'; done: number }
  | { kind: 'built'; report: BuiltReport }
  | { kind: 'failed'; code: string; message: string }
>

// This file is the entry of a thread and exports types alone; it is never imported for what it does.
if (parentPort) {
  const port = parentPort
  const say = (message: ThreadMessage, transfer: ArrayBuffer[] = []) =>
    port.postMessage(message, transfer)
  // The starter passes exactly this; nothing else can start the thread.
  const { data, assetsDir } = workerData as ThreadInput
  try {
    const report = await buildReport(data, {
      assetsDir,
      onProgress: (done) => say({ kind: 'progress', done }),
    })
    say({ kind: 'built', report }, [report.bytes.buffer])
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    say({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) })
  }
}
