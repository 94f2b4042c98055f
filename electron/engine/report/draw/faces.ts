import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FontName } from '../layout/style.ts'
import { mirrored } from '../layout/direction.ts'
import { ofFallback, rightToLeft } from './features.ts'
import { unpacked } from './woff.ts'

/** A family that the report falls back on for what Inter lacks. `synthetic` has one weight: its bold is outlined. */
type Family = Readonly<{
  file: string
  ending: 'ttf' | 'woff'
  script: RegExp
  weights: 'both' | 'one' | 'synthetic'
}>

/** In the order in which they are asked. The last two also stand in for symbols of no script. */
const families = {
  hebrew: {
    file: 'NotoSansHebrew',
    ending: 'woff',
    script: /\p{scx=Hebrew}/u,
    weights: 'both',
  },
  arabic: { file: 'NotoSansArabic', ending: 'ttf', script: /\p{scx=Arabic}/u, weights: 'both' },
  thai: { file: 'NotoSansThai', ending: 'woff', script: /\p{scx=Thai}/u, weights: 'both' },
  devanagari: {
    file: 'NotoSansDevanagari',
    ending: 'woff',
    script: /\p{scx=Devanagari}/u,
    weights: 'both',
  },
  armenian: {
    file: 'NotoSansArmenian',
    ending: 'woff',
    script: /\p{scx=Armenian}/u,
    weights: 'both',
  },
  georgian: {
    file: 'NotoSansGeorgian',
    ending: 'woff',
    script: /\p{scx=Georgian}/u,
    weights: 'both',
  },
  korean: { file: 'NotoSansKR', ending: 'woff', script: /\p{Script=Hangul}/u, weights: 'both' },
  emoji: {
    file: 'NotoEmoji',
    ending: 'ttf',
    script: /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u,
    weights: 'one',
  },
  ideographs: { file: 'DroidSansFallback', ending: 'ttf', script: /./su, weights: 'synthetic' },
  symbols: { file: 'NotoEmoji', ending: 'ttf', script: /\p{S}/u, weights: 'one' },
} as const satisfies Record<string, Family>

export type FaceName = keyof typeof families
const faceNames = Object.keys(families) as readonly FaceName[]

/** A stretch's font: its name for pdfkit, its part of the size, and whether it is to be drawn bolder than it is. */
export type Face = Readonly<{ name: FaceName; font: string; scale: number; bolder: boolean }>

/** The pictures are a quarter wider than the size says. */
const emojiScale = 0.86

export type Faces = Readonly<{
  /** The face that shows a character with its marks where Inter does not, or none. Reads a font file when it must. */
  faceOf(cluster: string, weight: FontName): Face | null
  /** Whether a face has a space for its words, so that it need not be parted from them. */
  hasSpace(face: Face): boolean
}>

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
  layoutRun(text: string, features: unknown): GlyphRun
  layout(text: string, features: unknown): GlyphRun
  encode(text: string, features: unknown): [codes: string[], positions: readonly object[]]
}
type Glyph = Readonly<{ id: number; codePoints: readonly number[]; advanceWidth: number }>
type GlyphRun = Readonly<{
  glyphs: readonly Glyph[]
  positions: readonly object[]
}>

/** Takes one of the report's fonts, and makes it keep what it shapes. */
export type TakeFont = (name: string, file: Buffer) => PdfFont

export function openFaces(fontsDir: string, take: TakeFont): Faces {
  const fonts = new Map<string, PdfFont>()
  const known = new Map<string, FaceName | null>()

  function fontOf(name: FaceName, isBold: boolean): { font: PdfFont; id: string } {
    const { file, ending, weights } = families[name]
    const weight = isBold && weights === 'both' ? 'SemiBold' : 'Regular'
    const id = weights === 'both' ? `${file}-${weight}` : file
    let font = fonts.get(id)
    if (!font) {
      const fileName = name === 'ideographs' ? `${file}.${ending}` : `${file}-${weight}.${ending}`
      font = take(id, unpacked(readFileSync(path.join(fontsDir, 'fallback', fileName))))
      tellGlyphsApart(font, true)
      fonts.set(id, font)
    }
    return { font, id }
  }

  function find(cluster: string): FaceName | null {
    for (const name of faceNames) {
      if (!families[name].script.test(cluster)) continue
      const { font } = fontOf(name, false)
      const codePoints = Array.from(cluster, (character) => character.codePointAt(0) ?? 0)
      if (!codePoints.every((codePoint) => font.font.hasGlyphForCodePoint(codePoint))) continue
      // Emoji that are one picture together must not come out as several.
      if (name === 'emoji' && font.font.layout(cluster, ofFallback).glyphs.length !== 1) continue
      return name
    }
    return null
  }

  return {
    faceOf: (cluster, weight) => {
      let name = known.get(cluster)
      if (name === undefined) {
        name = find(cluster)
        known.set(cluster, name)
      }
      if (name === null) return null
      const isBold = weight !== 'regular'
      return {
        name,
        font: fontOf(name, isBold).id,
        scale: isEmoji(name) ? emojiScale : 1,
        bolder: isBold && families[name].weights === 'synthetic',
      }
    },
    hasSpace: ({ name }) =>
      !isEmoji(name) && fontOf(name, false).font.font.hasGlyphForCodePoint(0x20),
  }
}

function isEmoji(name: FaceName): boolean {
  return families[name].file === 'NotoEmoji'
}

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
