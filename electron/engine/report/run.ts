import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CallError, Result } from '#contract/errors.ts'
import type { BuildOptions, BuiltReport } from './build.ts'
import type { ReportData } from './model.ts'
import type { ThreadInput, ThreadMessage } from './thread.ts'

/**
 * Builds the report on a thread of its own, so that the caller's never waits. Never rejects: `canceled` when the
 * signal aborts, `internal` when fonts cannot be read or something breaks. The thread is always ended before the
 * answer. Progress goes from 0 to 1 and never back; 1 is told only for a report that was built.
 */
export async function buildReportOnThread(
  data: ReportData,
  { assetsDir, signal, onProgress }: BuildOptions,
): Promise<Result<BuiltReport>> {
  if (signal?.aborted) return { ok: false, error: canceled }
  const input: ThreadInput = { data, assetsDir }
  // A clock or a network is of no use to it, and neither are the flags of the process that runs it.
  const worker = new Worker(threadUrl(), { workerData: input, execArgv: [], name: 'report' })
  let stop = () => {}
  try {
    return await new Promise<Result<BuiltReport>>((resolve) => {
      const fail = (detail: string) => resolve({ ok: false, error: broken(detail) })
      stop = () => resolve({ ok: false, error: canceled })
      signal?.addEventListener('abort', stop, { once: true })
      worker.on('message', (message: ThreadMessage) => {
        if (signal?.aborted) return
        if (message.kind === 'progress') onProgress?.(message.done)
        else if (message.kind === 'built') resolve({ ok: true, value: message.report })
        else fail(message.code === 'ENOENT' ? 'A font file is missing.' : message.message)
      })
      worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)))
      worker.on('exit', () => fail('The report stopped before it was finished.'))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

const canceled: CallError = { code: 'canceled', message: 'The report was cancelled.' }

function broken(detail: string): CallError {
  return {
    code: 'internal',
    message: `The report could not be made. ${detail}`,
    hint: 'Try again. If it happens again, reinstall Loopready; your data is not affected.',
  }
}

/**
 * Where the thread's file is. From sources it lies beside this one; bundled it is an entry named `report-thread.js`,
 * in the folder of this bundle or, where this code went into a folder of shared chunks, in the one above.
 */
function threadUrl(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./thread.ts', here)
  const candidates = ['./report-thread.js', '../report-thread.js'].map(
    (file) => new URL(file, here),
  )
  const [first] = candidates
  return candidates.find((url) => existsSync(fileURLToPath(url))) ?? first ?? new URL(here)
}
