import { readFileSync } from 'node:fs'
import path from 'node:path'
import Pdf from 'pdfkit'
import type { FontName, TypeStyle } from '../layout/style.ts'
import type { Measure } from '../layout/text.ts'

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
  const fonts = fontNames.map((name) => glyphsOf(pdf.font(name)))
  return {
    pdf,
    measure: measureWith(pdf),
    hasGlyph: (codePoint) => fonts.every((font) => font.hasGlyphForCodePoint(codePoint)),
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

/** Measuring shapes the text, which is most of a report's time: every text is shaped once, whatever its size. */
function measureWith(pdf: PDFKit.PDFDocument): Measure {
  const known = new Map<string, number>()
  return (text, { font, size, tabular: isTabular = false, tracking = 0 }) => {
    const key = `${font} ${isTabular} ${text}`
    let perEm = known.get(key)
    if (perEm === undefined) {
      const features = isTabular ? tabular : proportional
      perEm = pdf.font(font).fontSize(1000).widthOfString(text, { features }) / 1000
      known.set(key, perEm)
    }
    return perEm * size + tracking * Math.max(0, text.length - 1)
  }
}

type Glyphs = Readonly<{ hasGlyphForCodePoint(codePoint: number): boolean }>

/** pdfkit has no public way to ask what a font can show; the parsed font that it holds has. */
function glyphsOf(pdf: PDFKit.PDFDocument): Glyphs {
  const { _font: current } = pdf as unknown as { _font: { font: Glyphs } }
  return current.font
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
