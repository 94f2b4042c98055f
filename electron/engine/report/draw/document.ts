import { readFileSync } from 'node:fs'
import path from 'node:path'
import Pdf from 'pdfkit'
import type { FontName, TypeStyle } from '../layout/style.ts'
import type { Measure } from '../layout/text.ts'
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
  /** Whether every font of the report can show a character. */
  hasGlyph: (codePoint: number) => boolean
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
      Producer: 'Loopready with PDFKit',
      CreationDate: info.createdAt,
      ModDate: info.createdAt,
    },
  })
  escapeMetadata(pdf)
  for (const name of fontNames) {
    pdf.registerFont(
      name,
      readFileSync(path.join(assetsDir, 'resources', 'fonts', fontFiles[name])),
    )
  }
  const fonts = fontNames.map((name) => parsedFont(pdf.font(name)))
  fonts.forEach(shapeOnce)
  return {
    pdf,
    measure: measureWith(pdf),
    hasGlyph: (codePoint) => fonts.every(({ font }) => font.hasGlyphForCodePoint(codePoint)),
  }
}

/**
 * Options with which text of a style is measured and drawn alike. Contextual alternates are off: they would draw what
 * a person typed as "->" as an arrow, and take most of the time of shaping.
 */
export function textOptions(style: TypeStyle): PDFKit.Mixins.TextOptions {
  return {
    lineBreak: false,
    features: style.tabular === true ? tabular : proportional,
    ...(style.tracking === undefined ? {} : { characterSpacing: style.tracking }),
  }
}

// The types of pdfkit know a list of features to switch on; the shaper behind it takes this form too.
type Features = NonNullable<PDFKit.Mixins.TextOptions['features']>
const proportional = { calt: false } as unknown as Features
const tabular = { calt: false, tnum: true } as unknown as Features

function measureWith(pdf: PDFKit.PDFDocument): Measure {
  return (text, { font, size, tabular: isTabular = false, tracking = 0 }) => {
    const features = isTabular ? tabular : proportional
    const perEm = pdf.font(font).fontSize(1000).widthOfString(text, { features }) / 1000
    return perEm * size + tracking * Math.max(0, text.length - 1)
  }
}

type ParsedFont = {
  readonly font: Readonly<{ hasGlyphForCodePoint(codePoint: number): boolean }>
  layoutRun(text: string, features: Features): Run
}

/** pdfkit has no public way to ask what a font can show, nor to keep shaped text; the font that it holds has. */
function parsedFont(pdf: PDFKit.PDFDocument): ParsedFont {
  const { _font: current } = pdf as unknown as { _font: ParsedFont }
  return current
}

/**
 * Keeps what a font made of a word. Shaping is most of a report's time, and pdfkit, which keeps it only for text without
 * features, shapes every text once to measure it and three times to draw it.
 */
function shapeOnce(font: ParsedFont): void {
  const layoutRun = font.layoutRun.bind(font)
  const known = new Map<Features, Map<string, Run>>()
  font.layoutRun = (text, features) => {
    const runs = known.get(features) ?? new Map<string, Run>()
    known.set(features, runs)
    return runOfWords(text, (word) => {
      const run = runs.get(word) ?? keptRun(layoutRun(word, features))
      runs.set(word, run)
      return run
    })
  }
}

/** The width of a run is a sum that the shaper makes at every look. */
function keptRun({ glyphs, positions, advanceWidth }: Run): Run {
  return { glyphs, positions, advanceWidth }
}

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
