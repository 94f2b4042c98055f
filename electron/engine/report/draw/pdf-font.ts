import { mirrored } from '../layout/direction.ts'
import { rightToLeft } from './features.ts'
import type { Run } from './word-runs.ts'

/** A font as pdfkit holds it. Its types know none of this. */
export type PdfFont = {
  readonly font: {
    hasGlyphForCodePoint(codePoint: number): boolean
    getGlyph(id: number, codePoints?: readonly number[]): Glyph
    layout(
      text: string,
      features: unknown,
      script?: null,
      language?: null,
      direction?: 'ltr' | 'rtl' | null,
    ): GlyphRun
  }
  readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number }
  readonly unicode: (readonly number[])[]
  readonly widths: number[]
  readonly scale: number
  layoutRun(text: string, features: unknown): Run
  layout(text: string, features: unknown): GlyphRun
  encode(text: string, features: unknown): [codes: string[], positions: readonly object[]]
}
type Glyph = Readonly<{ id: number; codePoints: readonly number[]; advanceWidth: number }>
type GlyphRun = Readonly<{
  glyphs: readonly Glyph[]
  positions: readonly object[]
}>

/**
 * Makes a font embed a glyph once for each text that it stands for. pdfkit gives a glyph the text of its first use,
 * but shaped letters share glyphs, and a bracket that is turned around still stands for what was typed: a program that
 * reads the file would take one character for another.
 */
export function tellGlyphsApart(font: PdfFont, ofAllText: boolean): void {
  if (ofAllText) keepCodePoints(font)
  const encode = font.encode.bind(font)
  const codes = new Map<string, number>()
  font.encode = (text, features) => {
    const isTurned = features === rightToLeft
    if (!isTurned && !ofAllText) return encode(text, features)
    const { glyphs, positions } = font.layout(text, features)
    const texts = textsOf(glyphs)
    const encoded = glyphs.map(({ id, advanceWidth }, index) => {
      const shown = texts[index] ?? []
      // Programs that read a file take all of it for left to right, and turn it around letter by letter.
      const codePoints = isTurned ? shown.map(typedAs).toReversed() : shown
      const key = `${id} ${codePoints.join(' ')}`
      let code = codes.get(key)
      if (code === undefined) {
        // What stands for another text already, or will in text that is not turned, is in the subset again.
        const isOwn = ofAllText || codePoints.join() === shown.join()
        code = isOwn ? font.subset.includeGlyph(id) : undefined
        if (code === undefined || font.unicode[code] !== undefined)
          code = font.subset.glyphs.push(id) - 1
        codes.set(key, code)
        font.unicode[code] = codePoints
        font.widths[code] = advanceWidth * font.scale
      }
      return code.toString(16).padStart(4, '0')
    })
    return [encoded, positions]
  }
}

/** Stands where a glyph has no text of its own: a reader would take an empty one for a sign of its own making. */
const noText = 0x200c

/** What each glyph stands for. A sign that is drawn as two glyphs is told as the two that it is made of. */
function textsOf(glyphs: readonly Glyph[]): readonly (readonly number[])[] {
  const texts = glyphs.map(({ codePoints }) => codePoints)
  texts.forEach((text, index) => {
    if (text.length > 0) return
    const parts = Array.from(
      String.fromCodePoint(...(texts[index - 1] ?? [])).normalize('NFKD'),
      (part) => part.codePointAt(0) ?? noText,
    )
    const isMadeOfTwo = texts[index - 1]?.length === 1 && parts.length === 2
    if (isMadeOfTwo) texts[index - 1] = parts.slice(0, 1)
    texts[index] = isMadeOfTwo ? parts.slice(1) : [noText]
  })
  return texts
}

/** fontkit keeps one glyph for each id, with the code points of its first use. */
function keepCodePoints({ font }: PdfFont): void {
  const getGlyph = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id, codePoints)
    if (glyph.codePoints.join() === codePoints.join()) return glyph
    // All else is the glyph's: its outline, its width.
    return Object.create(glyph, { codePoints: { value: codePoints } }) as typeof glyph
  }
}

/** The character of which this one is the mirror image. */
function typedAs(codePoint: number): number {
  return mirrored(String.fromCodePoint(codePoint)).codePointAt(0) ?? codePoint
}
