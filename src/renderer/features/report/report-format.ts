import type { ReportFormat } from '#contract/report.ts'
import { decimals } from '#domain/readable.ts'

/** The files that can be saved, with the names that they have on the screen. */
export const reportFormats: readonly Readonly<{ value: ReportFormat; label: string }>[] = [
  { value: 'pdf', label: 'PDF' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'html', label: 'HTML' },
  { value: 'csv', label: 'CSV of the figures' },
  { value: 'json', label: 'JSON of the figures' },
]

/** What the button saves, in its words. */
export function savedThing(format: ReportFormat): string {
  if (format === 'pdf') return 'PDF report'
  return format === 'csv' || format === 'json' ? 'figures' : 'report'
}

/** How far work is, 0 to 1, in words that do not jump in width: "32 %". */
export function partDone(done: number): string {
  return `${decimals(100 * done, 0)} %`
}
