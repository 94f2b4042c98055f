import {
  fromTheLeft,
  levelsOf,
  mirrored,
  needsOrdering,
  withoutMarks,
} from '../layout/direction.ts'
import type { TextMark } from '../layout/marks.ts'
import type { FontName, TypeStyle } from '../layout/style.ts'
import type { Measure } from '../layout/text.ts'
import type { Face, Faces } from './faces.ts'
import { featuresOfStyle, ofFallback, rightToLeft } from './features.ts'

/** A stretch of a line in one font and one direction: odd levels run from right to left. */
type Stretch = Readonly<{ text: string; face: Face | null; level: number }>
type Line = Readonly<{ stretches: readonly Stretch[]; fromLeft: readonly number[] }>

export type TextSetter = Readonly<{
  measure: Measure
  draw(mark: TextMark): void
}>

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const ascii = /^[ -~]*$/
/** How much of the size the outline of a letter that has no bold is wide. */
const outline = 0.03

/** Measures and draws lines of text: in Inter alone where it has all of it, else stretch by stretch. */
export function textSetter(
  pdf: PDFKit.PDFDocument,
  hasGlyph: (codePoint: number) => boolean,
  faces: Faces,
): TextSetter {
  const lines = new Map<string, Line | null>()

  function lineOf(text: string, font: FontName): Line | null {
    if (ascii.test(text)) return null
    const key = `${font} ${text}`
    let line = lines.get(key)
    if (line === undefined) {
      line = isInter(text) && !needsOrdering(text) ? null : stretchesOf(text, font)
      lines.set(key, line)
    }
    return line
  }

  function isInter(cluster: string): boolean {
    for (const character of cluster) if (!hasGlyph(character.codePointAt(0) ?? 0)) return false
    return true
  }

  /** What stands as one in one piece where a font has all of it, else its characters: each of them has a font. */
  function drawable(cluster: string, font: FontName): readonly string[] {
    const isWhole = isInter(cluster) || faces.faceOf(cluster, font) !== null
    return isWhole ? [cluster] : Array.from(cluster)
  }

  function stretchesOf(text: string, font: FontName): Line {
    const levels = needsOrdering(text) ? levelsOf(text) : undefined
    const stretches: { text: string; face: Face | null; level: number }[] = []
    for (const { segment, index } of graphemes.segment(text)) {
      const cluster = withoutMarks(segment)
      if (cluster === '') continue
      // A mark can be the start of a segment, never its end.
      const level = levels?.[index + segment.length - 1] ?? 0
      for (const shown of drawable(level % 2 === 1 ? mirrored(cluster) : cluster, font)) {
        const last = stretches.at(-1)
        let face = isInter(shown) ? null : faces.faceOf(shown, font)
        if (shown === ' ' && last?.face && last.level === level && faces.hasSpace(last.face))
          ({ face } = last)
        if (last && last.level === level && last.face?.font === face?.font) last.text += shown
        else stretches.push({ text: shown, face, level })
      }
    }
    return { stretches, fromLeft: fromTheLeft(stretches.map(({ level }) => level)) }
  }

  const featuresOf = ({ face, level }: Stretch, style: TypeStyle) =>
    level % 2 === 1 ? rightToLeft : face ? ofFallback : featuresOfStyle(style)

  function widthOf(stretch: Stretch, style: TypeStyle): number {
    const features = featuresOf(stretch, style)
    const font = pdf.font(stretch.face?.font ?? style.font).fontSize(1000)
    const size = style.size * (stretch.face?.scale ?? 1)
    return (font.widthOfString(stretch.text, { features }) / 1000) * size
  }

  return {
    measure: (text, style) => {
      const line = lineOf(text, style.font)
      if (line) return line.stretches.reduce((sum, each) => sum + widthOf(each, style), 0)
      const { font, size, tracking = 0 } = style
      const features = featuresOfStyle(style)
      const perEm = pdf.font(font).fontSize(1000).widthOfString(text, { features }) / 1000
      return perEm * size + tracking * Math.max(0, text.length - 1)
    },
    draw: ({ text, x, y, style }) => {
      const { font, size, colour, tracking } = style
      const place = { lineBreak: false, baseline: 'alphabetic' } as const
      const line = lineOf(text, font)
      if (!line) {
        pdf
          .font(font)
          .fontSize(size)
          .fillColor(colour)
          .text(text, x, y, {
            features: featuresOfStyle(style),
            ...(tracking === undefined ? {} : { characterSpacing: tracking }),
            ...place,
          })
        return
      }
      const starts: number[] = []
      let start = x
      for (const index of line.fromLeft) {
        const stretch = line.stretches[index]
        starts[index] = start
        if (stretch) start += widthOf(stretch, style)
      }
      // In the order in which they are read, since that is the order in which programs read the file.
      line.stretches.forEach((stretch, index) => {
        const { face } = stretch
        pdf
          .font(face?.font ?? font)
          .fontSize(size * (face?.scale ?? 1))
          .fillColor(colour)
        if (face?.bolder === true) pdf.lineWidth(size * outline).strokeColor(colour)
        pdf.text(stretch.text, starts[index] ?? x, y, {
          features: featuresOf(stretch, style),
          ...(face?.bolder === true ? { fill: true, stroke: true } : {}),
          ...place,
        })
      })
    },
  }
}
