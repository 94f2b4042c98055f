import { setImmediate as turn } from 'node:timers/promises'
import type { ReportFormat } from '#contract/report.ts'
import { composeReport } from './compose.ts'
import { openDocument } from './draw/document.ts'
import { paintReport } from './draw/paint.ts'
import { layoutReport } from './layout/pages.ts'
import { legibleReport, metadataText } from './legible.ts'
import type { Report, ReportData } from './model.ts'
import { proven } from './proof.ts'
import { renamedData } from './renamed-data.ts'
import { figuresCsv, figuresJson } from './text/figures.ts'
import { htmlOf } from './text/html.ts'
import { markdownOf } from './text/markdown.ts'

export type BuiltReport = Readonly<{
  /** A name to suggest for the file. */
  fileName: string
  pages: number
  bytes: Uint8Array<ArrayBuffer>
  /** What a reader has to be told of the file: which characters its fonts cannot show. Mostly nothing. */
  notices: string[]
}>

export type BuildOptions = Readonly<{
  /** The folder that holds `resources/fonts`. */
  assetsDir: string
  /** A PDF unless said otherwise. */
  format?: ReportFormat
  signal?: AbortSignal
  /** Called with the part that is done, 0 to 1, never going back. */
  onProgress?: (done: number) => void
}>

/**
 * Composes the report, makes the file of it on this thread and, where names were replaced, reads the file back. Rejects
 * with the signal's reason when cancelled, with the system's error when a font cannot be read, or with a `Refusal`
 * (`conflict`) when a name still stands in the file. The same data give the same bytes.
 */
export async function buildReport(given: ReportData, options: BuildOptions): Promise<BuiltReport> {
  options.signal?.throwIfAborted()
  const { format = 'pdf', onProgress } = options
  const data = renamedData(given)
  const report = composeReport(data)
  const built =
    format === 'pdf' ? await buildPdf(report, data, options) : textFile(report, data, format)
  options.signal?.throwIfAborted()
  const notices = proven(report, data, built, format)
  onProgress?.(1)
  return { ...built, notices: [...built.notices, ...notices] }
}

type TextFormat = Exclude<ReportFormat, 'pdf'>
const endings: Readonly<Record<TextFormat, string>> = {
  markdown: '.md',
  html: '.html',
  csv: '-figures.csv',
  json: '-figures.json',
}

function textFile(report: Report, data: ReportData, format: TextFormat): BuiltReport {
  const text = {
    markdown: () => markdownOf(report),
    html: () => htmlOf(report),
    csv: () => figuresCsv(data),
    json: () => figuresJson(data),
  }[format]()
  return {
    fileName: report.fileName.replace(/\.pdf$/, endings[format]),
    pages: 0,
    bytes: new TextEncoder().encode(text),
    notices: [],
  }
}

async function buildPdf(
  composed: Report,
  data: ReportData,
  { assetsDir, signal, onProgress }: BuildOptions,
): Promise<BuiltReport> {
  const { pdf, measure, draw, shows } = openDocument(
    {
      title: metadataText(composed.title),
      author: metadataText(composed.author),
      subject: metadataText(composed.subject),
      keywords: composed.keywords.map(metadataText),
      createdAt: new Date(data.generatedAt),
    },
    assetsDir,
  )
  const bytes = collect(pdf)
  const { report, notice } = legibleReport(composed, shows)
  const layout = await inSteps(layoutReport(report, data.paper, measure), 0.1, 0.5)
  await inSteps(paintReport(pdf, layout, draw), 0.5, 0.95)
  pdf.end()
  return {
    fileName: report.fileName,
    pages: layout.pages.length,
    bytes: await bytes,
    notices: notice === null ? [] : [notice],
  }

  /** Runs to the end, telling progress between two bounds, and lets a cancel in after each step. */
  async function inSteps<T>(steps: Generator<number, T>, from: number, to: number): Promise<T> {
    onProgress?.(from)
    let step = steps.next()
    while (step.done !== true) {
      onProgress?.(from + (to - from) * step.value)
      await turn()
      signal?.throwIfAborted()
      step = steps.next()
    }
    return step.value
  }
}

async function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of pdf) chunks.push(chunk as Uint8Array)
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
