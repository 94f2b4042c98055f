import { runOnThread, type JobThread } from '../jobs/run.ts'
import type { BuildOptions, BuiltReport } from './build.ts'
import type { ReportData } from './model.ts'
import type { ReportTask } from './thread.ts'

const thread: JobThread = {
  name: 'report',
  file: { source: new URL('./thread.ts', import.meta.url), bundled: 'report-thread.js' },
  mostMemory: 2048,
  tooMuch: {
    code: 'internal',
    message: 'The report needs more memory than there is for it.',
    hint: 'Leave sections out.',
  },
  endsOnCancel: true,
}

/**
 * Builds the report off the engine's thread. Rejects with a `Refusal`: `canceled` when the signal aborts, `conflict`
 * when a name is left in it, `internal` when fonts cannot be read or something breaks.
 */
export async function buildReportOnThread(
  data: ReportData,
  { assetsDir, format = 'pdf', ...options }: BuildOptions,
): Promise<BuiltReport> {
  return runOnThread<ReportTask, BuiltReport>(thread, { data, assetsDir, format }, options)
}
