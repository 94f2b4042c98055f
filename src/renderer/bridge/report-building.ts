import type { Noun } from '#contract/call.ts'
import { bridge } from './bridge.ts'
import { startJob } from './jobs.ts'
import { createReportPreview } from './report-preview.ts'

/** What no report shows: a change of these leaves it as it is. */
const notInReport: readonly Noun[] = ['timer', 'trash', 'backups', 'loop', 'questions']
/** What says how a report is made, rather than what is in it. */
const choices: readonly Noun[] = ['report', 'profile']

/**
 * The report that this window looks at and saves. It is built from the stored choice, the same for every way to save it,
 * so that what is seen is what is saved.
 */
export const reportPreview = createReportPreview(
  (onProgress) => startJob((job) => bridge.buildReport(job, { format: 'pdf' }), onProgress),
  () => Date.now(),
)

bridge.onChange((nouns) => {
  if (nouns.every((noun) => notInReport.includes(noun))) return
  reportPreview.changed(nouns.some((noun) => choices.includes(noun)))
})
bridge.onConnection((connected) => {
  // Whatever changed while nobody could tell.
  if (connected) reportPreview.changed(false)
})
