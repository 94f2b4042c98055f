import { directed, runsRightToLeft, withoutMarks } from './direction.ts'
import { baselineOf } from './style.ts'
import type { TypeStyle } from './style.ts'
import type { NodeId, TextMark } from './marks.ts'
import { endsWithoutSpace, partsOfWord } from './word-parts.ts'

/** Knows how wide text is in the report's fonts, in points. */
export type Measure = (text: string, style: TypeStyle) => number

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Widths are sums of the widths of parts; this much they may differ from the whole. */
const tolerance = 0.01

/**
 * Breaks text into lines that are no wider than `width`: at spaces, after a hyphen or slash between letters, and where
 * a word alone is wider than the line between any two characters. A line feed starts a new line. Chinese and Japanese
 * break between characters, Thai between words. Lines with right-to-left letters carry invisible marks of direction.
 */
export function breakLines(
  text: string,
  width: number,
  style: TypeStyle,
  measure: Measure,
): readonly string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, style, measure))
}

/** The same without a last line that is a word or two alone: the lines above it are set a little shorter. */
export function breakEvenly(
  text: string,
  width: number,
  style: TypeStyle,
  measure: Measure,
): readonly string[] {
  const lines = breakLines(text, width, style, measure)
  const isEven = (set: readonly string[]) =>
    set.length < 2 || measure(set.at(-1) ?? '', style) >= width * 0.2
  if (isEven(lines)) return lines
  for (const part of [0.95, 0.9, 0.85, 0.8]) {
    const shorter = breakLines(text, width * part, style, measure)
    if (shorter.length === lines.length && isEven(shorter)) return shorter
  }
  return lines
}

function breakParagraph(
  text: string,
  width: number,
  style: TypeStyle,
  measure: Measure,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const close = () => {
    lines.push(line)
    line = ''
    used = 0
  }
  for (const part of partsOf(text)) {
    const bare = measure(part.trimEnd(), style)
    if (line !== '' && used + bare > width + tolerance) close()
    if (bare <= width + tolerance) {
      line += part
      used += measure(part, style)
      continue
    }
    for (const { segment } of graphemes.segment(part)) {
      const wide = measure(segment, style)
      if (line !== '' && segment !== ' ' && used + wide > width + tolerance) close()
      line += segment
      used += wide
    }
  }
  if (line !== '' || lines.length === 0) close()
  return directed(lines)
}

/** The parts between which a line may end. A figure stays with its unit, and a no-break space is no place to break. */
function partsOf(text: string): readonly string[] {
  const words = text.split(/(?<= )(?! )(?!(?<=\d )(?:h|%|points?)(?![\p{L}\p{N}]))/u)
  return words.flatMap((word) => word.split(/(?<=\p{L}[-–—/])(?=\p{L})/u)).flatMap(partsOfWord)
}

/** The text in one line, shortened with an ellipsis where it is too long. */
export function fitLine(text: string, width: number, style: TypeStyle, measure: Measure): string {
  if (measure(text, style) <= width) return text
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment)
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const shorter = `${parts.slice(0, middle).join('').trimEnd()}…`
    if (measure(shorter, style) <= width) low = middle
    else high = middle - 1
  }
  return `${parts.slice(0, low).join('').trimEnd()}…`
}

/** At most `most` lines; what is cut ends in an ellipsis. */
export function clampLines(
  lines: readonly string[],
  most: number,
  width: number,
  style: TypeStyle,
  measure: Measure,
): readonly string[] {
  if (lines.length <= most) return lines
  const kept = lines[most - 1] ?? ''
  const space = endsWithoutSpace(kept) ? '' : ' '
  const next = withoutMarks(lines[most] ?? '')
  const last = fitLine(`${kept}${space}${next}`, width, style, measure)
  return [...lines.slice(0, most - 1), last.endsWith('…') ? last : `${last}…`]
}

export type Place = Readonly<{
  x: number
  y: number
  /** The width to align in. */
  width: number
  node: NodeId | 'artifact'
  /** `start`, where nothing is said, is the left, or the right for a paragraph that runs from right to left. */
  align?: 'start' | 'left' | 'right' | 'center'
}>

/** Lines as marks, the first line's top at `y`. Empty lines take space and leave no mark. */
export function setLines(
  lines: readonly string[],
  style: TypeStyle,
  measure: Measure,
  { x, y, width, node, align = 'start' }: Place,
): readonly TextMark[] {
  return lines.flatMap((text, index): TextMark[] => {
    if (text === '') return []
    const wide = measure(text, style)
    const side = align === 'start' ? (runsRightToLeft(text) ? 'right' : 'left') : align
    const room = side === 'left' ? 0 : side === 'right' ? width - wide : (width - wide) / 2
    const baseline = y + index * style.leading + baselineOf(style)
    return [{ kind: 'text', x: x + room, y: baseline, text, width: wide, style, node }]
  })
}
