import {
  AnnotationMode,
  getDocument,
  GlobalWorkerOptions,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
// oxlint-disable-next-line import/default -- "?url" gives the address of the file, whatever it exports
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'

// This file brings the library along: import it lazily only. Its worker is a file of the page's own origin.
GlobalWorkerOptions.workerSrc = workerAddress

/** A section of the report by its bookmark, and the page on which it begins, from 0. */
export type PdfSection = Readonly<{ title: string; page: number }>

/** A drawing that is on its way. */
export type Drawing = Readonly<{
  /** The page, or null when it was canceled. Rejects when it cannot be drawn. */
  done: Promise<HTMLCanvasElement | null>
  cancel(): void
}>

/** An open PDF. Pages are counted from 0. */
export type PdfPages = Readonly<{
  count: number
  /** Of the first page, in points. All pages of a report have the same. */
  width: number
  height: number
  sections: readonly PdfSection[]
  /** Draws a page so many device pixels wide. */
  draw(page: number, width: number): Drawing
  /** The lines of a page in reading order. */
  textOf(page: number): Promise<readonly string[]>
  close(): void
}>

export type PdfReader = Readonly<{
  /** Rejects when the bytes are no PDF that can be read. */
  open(bytes: Uint8Array): Promise<PdfPages>
  /** Opens nothing more. The thread ends once all pages that it has opened are closed. */
  close(): void
}>

/** Starts the thread that reads PDFs; one for all that are shown one after the other. */
export function startPdfReader(): PdfReader {
  const worker = PDFWorker.create({})
  let inUse = 0
  let isClosed = false
  const endWhenUnused = () => {
    if (isClosed && inUse === 0) worker.destroy()
  }
  return {
    async open(bytes) {
      const pdf = await getDocument({
        // The library takes the buffer away from its owner.
        data: bytes.slice(),
        worker,
        verbosity: VerbosityLevel.ERRORS,
        // The content policy allows no WebAssembly. It is for kinds of images that no report holds.
        useWasm: false,
        useWorkerFetch: false,
        enableXfa: false,
      }).promise
      const pages = await pagesOf(pdf)
      inUse += 1
      return {
        ...pages,
        close() {
          pages.close()
          inUse -= 1
          endWhenUnused()
        },
      }
    },
    close() {
      isClosed = true
      endWhenUnused()
    },
  }
}

async function pagesOf(pdf: PDFDocumentProxy): Promise<PdfPages> {
  const first = await pdf.getPage(1)
  const { width, height } = first.getViewport({ scale: 1 })
  return {
    count: pdf.numPages,
    width,
    height,
    sections: await sectionsOf(pdf),
    draw: (page, pixels) => draw(pdf, page, pixels),
    textOf: (page) => linesOf(pdf, page),
    close: () => void pdf.loadingTask.destroy().catch(() => undefined),
  }
}

async function sectionsOf(pdf: PDFDocumentProxy): Promise<readonly PdfSection[]> {
  const outline = (await pdf.getOutline().catch(() => null)) ?? []
  const sections = outline.map(async ({ title, dest }) => {
    try {
      const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
      const [page] = (target ?? []) as readonly unknown[]
      if (typeof page !== 'object' || page === null) return []
      return [{ title, page: await pdf.getPageIndex(page as { num: number; gen: number }) }]
    } catch {
      return []
    }
  })
  return (await Promise.all(sections)).flat()
}

function draw(pdf: PDFDocumentProxy, number: number, pixels: number): Drawing {
  let isCanceled = false
  let stop: () => void = () => {}
  const run = async () => {
    const page = await pdf.getPage(number + 1)
    if (isCanceled) return null
    const viewport = page.getViewport({ scale: pixels / page.getViewport({ scale: 1 }).width })
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    const task = page.render({ canvas, viewport, annotationMode: AnnotationMode.DISABLE })
    stop = () => {
      task.cancel()
    }
    await task.promise
    page.cleanup()
    return canvas
  }
  return {
    done: run().catch((thrown: unknown) => {
      if (isCanceled) return null
      throw thrown
    }),
    cancel() {
      isCanceled = true
      stop()
    },
  }
}

async function linesOf(pdf: PDFDocumentProxy, number: number): Promise<readonly string[]> {
  const page = await pdf.getPage(number + 1)
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
  return text
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
