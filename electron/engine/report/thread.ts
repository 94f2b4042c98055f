import type { ReportFormat } from '#contract/report.ts'
import { refuse, Refusal } from '../refusal.ts'
import { serveTask } from '../jobs/serve.ts'
import { buildReport, type BuiltReport } from './build.ts'
import type { ReportData } from './model.ts'

/** What the thread is started with. */
export type ReportTask = Readonly<{
  data: ReportData
  assetsDir: string
  format: ReportFormat
}>

await serveTask<ReportTask, BuiltReport>(
  async ({ data, assetsDir, format }, { progress }) => {
    try {
      return await buildReport(data, { assetsDir, format, onProgress: progress })
    } catch (thrown) {
      if (thrown instanceof Refusal) throw thrown
      return refuse({
        code: 'internal',
        message: `The report could not be made. ${reasonOf(thrown)}`,
        hint: 'Try again. If it happens again, reinstall Loopready; your data is not affected.',
      })
    }
  },
  ({ bytes }) => [bytes.buffer],
)

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  return 'code' in thrown && thrown.code === 'ENOENT' ? 'A font file is missing.' : thrown.message
}
