import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'

/** A stretch of text on a page, in points from the page's bottom left; `y` is its baseline. */
export type ReadItem = Readonly<{ text: string; x: number; y: number; width: number; size: number }>
export type ReadPage = Readonly<{
  width: number
  height: number
  items: readonly ReadItem[]
  text: string
}>

/** Opens a PDF as another program would. For tests. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdf.js takes the buffer away from its owner.
  return getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS }).promise
}

/** The text of every page with its places. */
export async function readPages(pdf: PDFDocumentProxy): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const content = await page.getTextContent()
    const items = content.items
      .filter((item): item is TextItem => 'str' in item && item.str.trim() !== '')
      .map((item): ReadItem => {
        const [, , , size = 0, x = 0, y = 0] = item.transform as readonly number[]
        return { text: item.str, x, y, width: item.width, size }
      })
    pages.push({ width, height, items, text: items.map((item) => item.text).join(' ') })
  }
  return pages
}
