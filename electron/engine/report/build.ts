import { setImmediate as turn } from 'node:timers/promises'
import type { ReportFormat } from '#contract/report.ts'
import { refuse } from '../refusal.ts'
import { firstLeft } from './aliases.ts'
import { composeReport } from './compose.ts'
import { openDocument } from './draw/document.ts'
import { paintReport } from './draw/paint.ts'
import { layoutReport } from './layout/pages.ts'
import { legibleReport, metadataText } from './legible.ts'
import type { Report, ReportData } from './model.ts'
import { readOwnPdf } from './read-own.ts'
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
export async function buildReport(data: ReportData, options: BuildOptions): Promise<BuiltReport> {
  options.signal?.throwIfAborted()
  const { format = 'pdf', onProgress } = options
  const built =
    format === 'pdf'
      ? await buildPdf(composeReport(data), data, options)
      : textFile(composeReport(data), data, format)
  refuseLeft(data, built, format)
  onProgress?.(1)
  return built
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

/** Reads the finished file as anybody who gets it could, and refuses it while a name is left in it. */
function refuseLeft(
  { names }: ReportData,
  { bytes, fileName }: BuiltReport,
  format: ReportFormat,
): void {
  if (names.length === 0) return
  const wanted = names.map(({ name }) => name)
  const complain = (name: string | undefined, where: string) => {
    if (name !== undefined)
      refuse({
        code: 'conflict',
        message: `The name “${name}” still stands in the report, ${where}. Nothing was saved.`,
        hint: 'Give it an alias that does not hold it, or take it out of the list of names.',
      })
  }
  complain(firstLeft(wanted, fileName), 'in the name of the file')
  if (format !== 'pdf') {
    complain(firstLeft(wanted, plainTextOf(bytes, format)), 'in its text')
    return
  }
  const { pages, mixed, strings } = readOwnPdf(bytes)
  for (const texts of [pages, mixed])
    texts.forEach((text, index) => complain(firstLeft(wanted, text), `on page ${index + 1}`))
  complain(firstLeft(wanted, strings.join('\n\n')), 'in what the file says about itself')
}

/** The text without what the format writes around single letters. */
function plainTextOf(bytes: Uint8Array, format: TextFormat): string {
  const text = new TextDecoder().decode(bytes)
  if (format === 'markdown') return text.replaceAll(/\\(?=[\\`*_[\]<>#|])/g, '')
  if (format === 'html')
    return text
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  return text
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
