import { setImmediate as turn } from 'node:timers/promises'
import { composeReport } from './compose.ts'
import { openDocument } from './draw/document.ts'
import { paintReport } from './draw/paint.ts'
import { layoutReport } from './layout/pages.ts'
import { legibleReport, metadataText } from './legible.ts'
import type { ReportData } from './model.ts'

export type BuiltReport = Readonly<{
  /** A name to suggest for the file. */
  fileName: string
  pages: number
  bytes: Uint8Array<ArrayBuffer>
}>

export type BuildOptions = Readonly<{
  /** The folder that holds `resources/fonts`. */
  assetsDir: string
  signal?: AbortSignal
  /** Called with the part that is done, 0 to 1, never going back. */
  onProgress?: (done: number) => void
}>

/**
 * Composes, sets and draws the report on this thread. Rejects with the signal's reason when cancelled, or with the
 * system's error when a font cannot be read. The same data give the same bytes.
 */
export async function buildReport(
  data: ReportData,
  { assetsDir, signal, onProgress }: BuildOptions,
): Promise<BuiltReport> {
  signal?.throwIfAborted()
  const composed = composeReport(data)
  const { pdf, measure, hasGlyph } = openDocument(
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
  const report = legibleReport(composed, hasGlyph)
  const layout = await inSteps(layoutReport(report, data.paper, measure), 0.1, 0.5)
  await inSteps(paintReport(pdf, layout), 0.5, 0.95)
  pdf.end()
  const built = { fileName: report.fileName, pages: layout.pages.length, bytes: await bytes }
  onProgress?.(1)
  return built

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
