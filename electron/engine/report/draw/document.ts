import { readFileSync } from 'node:fs'
import path from 'node:path'
import Pdf from 'pdfkit'
import type { FontName } from '../layout/style.ts'
import type { Measure } from '../layout/text.ts'
import { openFaces } from './faces.ts'
import type { TakeFont } from './faces.ts'
import { tellGlyphsApart } from './pdf-font.ts'
import type { PdfFont } from './pdf-font.ts'
import { directionOf } from './features.ts'
import { textSetter } from './text.ts'
import type { TextSetter } from './text.ts'
import { runOfWords } from './word-runs.ts'
import type { Run } from './word-runs.ts'

/** What the file says about itself. */
export type DocumentInfo = Readonly<{
  title: string
  author: string
  subject: string
  keywords: readonly string[]
  createdAt: Date
}>

export type OpenDocument = Readonly<{
  pdf: PDFKit.PDFDocument
  measure: Measure
  draw: TextSetter['draw']
  /** Whether some font of the report can show a character with its marks. */
  shows: (cluster: string) => boolean
}>

const fontFiles: Readonly<Record<FontName, string>> = {
  regular: 'Inter-Regular.otf',
  semibold: 'Inter-SemiBold.otf',
  display: 'InterDisplay-SemiBold.otf',
}
const fontNames = Object.keys(fontFiles) as readonly FontName[]

/**
 * Opens an empty PDF with the report's fonts. Throws the system's error when a font file cannot be read.
 * The dates of the file are the caller's, so that the same report gives the same bytes.
 */
export function openDocument(info: DocumentInfo, assetsDir: string): OpenDocument {
  const pdf = new Pdf({
    autoFirstPage: false,
    // No standard font: all fonts are embedded, and none of pdfkit's own files is read.
    font: '',
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    tagged: true,
    info: {
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      Keywords: info.keywords.join(', '),
      Creator: 'Loopready',
      Producer: 'Loopready',
      CreationDate: info.createdAt,
      ModDate: info.createdAt,
    },
  })
  escapeMetadata(pdf)
  pdf.appendXML(accessible)
  const fontsDir = path.join(assetsDir, 'resources', 'fonts')
  const take: TakeFont = (name, file) => takeFont(pdf, name, file)
  const own = fontNames.map((name) =>
    take(name, readFileSync(path.join(fontsDir, fontFiles[name]))),
  )
  for (const font of own) tellGlyphsApart(font, false)
  const known = new Map<number, boolean>()
  const hasGlyph = (codePoint: number) => {
    const answer =
      known.get(codePoint) ?? own.every(({ font }) => font.hasGlyphForCodePoint(codePoint))
    known.set(codePoint, answer)
    return answer
  }
  const faces = openFaces(fontsDir, take)
  const { measure, draw } = textSetter(pdf, hasGlyph, faces)
  return {
    pdf,
    measure,
    draw,
    shows: (cluster) =>
      Array.from(cluster).every((each) => hasGlyph(each.codePointAt(0) ?? 0)) ||
      faces.faceOf(cluster, 'regular') !== null,
  }
}

/** pdfkit has no public way to ask what a font can show, nor to keep shaped text; the font that it holds has. */
function takeFont(pdf: PDFKit.PDFDocument, name: string, file: Buffer): PdfFont {
  pdf.registerFont(name, file)
  const { _font: font } = pdf.font(name) as unknown as { _font: PdfFont }
  const layout = font.font.layout.bind(font.font)
  font.font.layout = (text, features) => {
    // A copy: the shaper writes into it what it has applied.
    const shape = (more: object) =>
      layout(text, Object.assign({}, features, more), null, null, directionOf(features))
    try {
      return shape({})
    } catch {
      // The shaper relies on a place for every mark on every letter, and no font has all: it throws for "aͧ" in Inter.
      return shape(unplaced)
    }
  }
  shapeOnce(font)
  return font
}

/** Marks where they fall. */
const unplaced = { mark: false, mkmk: false }

/**
 * Keeps what a font made of a word. Shaping is most of a report's time, and pdfkit, which keeps it only for text without
 * features, shapes every text once to measure it and three times to draw it.
 */
function shapeOnce(font: PdfFont): void {
  const layoutRun = font.layoutRun.bind(font)
  const known = new Map<unknown, Map<string, Run>>()
  font.layoutRun = (text, features) => {
    const runs = known.get(features) ?? new Map<string, Run>()
    known.set(features, runs)
    const runOf = (word: string) => {
      const run = runs.get(word) ?? keptRun(layoutRun(word, features))
      runs.set(word, run)
      return run
    }
    // Of a stretch that runs from right to left the last word stands first.
    return directionOf(features) === 'rtl' ? runOf(text) : runOfWords(text, runOf)
  }
}

/** The width of a run is a sum that the shaper makes at every look. */
function keptRun({ glyphs, positions, advanceWidth }: Run): Run {
  return { glyphs, positions, advanceWidth }
}

/**
 * Says that the file is made by the rules of PDF/UA-1. pdfkit's own option for it also lists the signs of each font, and
 * leaves out those that are only parts of others: a list that is not complete breaks these rules, and none is asked for.
 */
const accessible = `
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `

/** pdfkit writes the info into its XMP packet as it is: a name with `&` or `<` in it would break that XML. */
function escapeMetadata(pdf: PDFKit.PDFDocument): void {
  const write = pdf.endMetadata.bind(pdf)
  pdf.endMetadata = () => {
    // The info dictionary is already written when the packet is.
    pdf.info = Object.fromEntries(
      Object.entries(pdf.info).map(([name, value]) => [
        name,
        typeof value === 'string' ? escapeXml(value) : value,
      ]),
    )
    write()
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
