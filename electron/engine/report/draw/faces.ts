import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FontName } from '../layout/style.ts'
import { ofFallback } from './features.ts'
import { tellGlyphsApart } from './pdf-font.ts'
import type { PdfFont } from './pdf-font.ts'
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
