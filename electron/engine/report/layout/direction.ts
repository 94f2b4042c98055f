import bidiFactory from 'bidi-js'

const bidi = bidiFactory()

const leftToRightMark = '\u200e'
const rightToLeftMark = '\u200f'
const arabicMark = '\u061c'
const marks = /[\u200e\u200f\u061c]/g
/** Every block of a script that runs from right to left. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Whether a text has letters that run from right to left, or marks that say so. */
export function needsOrdering(text: string): boolean {
  return rightToLeft.test(text) || /[\u200e\u200f]/.test(text)
}

/** Whether a stretch of text in one direction runs from right to left. Digits never do. */
export function hasRightToLeftLetters(text: string): boolean {
  return Array.from(text).some((each) => ['R', 'AL'].includes(bidi.getBidiCharTypeName(each)))
}

/** Whether the letters of a text stand on the page in another order than they are read in. */
export function isDrawnInOtherOrder(text: string): boolean {
  return needsOrdering(text) || /[\u0900-\u0dff]/.test(text)
}

/** Whether a line is one of a paragraph that runs from right to left. Only `directed` makes such lines. */
export function runsRightToLeft(line: string): boolean {
  return line.startsWith(rightToLeftMark)
}

/** The text with every line of it set as one that runs from left to right, whatever it begins with. */
export function leftToRight(text: string): string {
  return needsOrdering(text) ? text.replaceAll(/^/gm, leftToRightMark) : text
}

/** The text without the marks that `directed` puts in. */
export function withoutMarks(text: string): string {
  return text.replaceAll(marks, '')
}

/**
 * The lines of a paragraph, without the space at their ends. Text is broken before it is ordered, and the order of a
 * line depends on its paragraph, so each line of a paragraph with right-to-left letters gets invisible marks: for the
 * direction of the paragraph, and for the letters that stand before the line and after it.
 */
export function directed(lines: readonly string[]): readonly string[] {
  const paragraph = lines.join('')
  if (!rightToLeft.test(paragraph)) return lines.map((line) => line.trimEnd())
  const base =
    bidi.getEmbeddingLevels(paragraph, 'auto').paragraphs[0]?.level === 1
      ? rightToLeftMark
      : leftToRightMark
  let before = ''
  return lines.map((line, index) => {
    const text = withoutMarks(line.trimEnd())
    const after = firstDirection(lines.slice(index + 1))
    const directedLine = text === '' ? '' : `${base}${before}${text}${after}`
    before = firstDirection([Array.from(line).toReversed().join('')]) || before
    return directedLine
  })
}

/** The marks that act as letters of these types do. */
const markOf: Readonly<Record<string, string>> = {
  L: leftToRightMark,
  R: rightToLeftMark,
  AL: arabicMark,
}

/** The mark that acts as the first letter of these texts does. */
function firstDirection(texts: readonly string[]): string {
  for (const text of texts)
    for (const character of text) {
      const mark = markOf[bidi.getBidiCharTypeName(character)]
      if (mark !== undefined) return mark
    }
  return ''
}

/** How deep each UTF-16 unit of a line is nested: odd levels run from right to left. */
export function levelsOf(line: string): Uint8Array {
  return bidi.getEmbeddingLevels(line, 'auto').levels
}

/** Text as it looks in a stretch that runs from right to left: its brackets open to the other side. */
export function mirrored(text: string): string {
  return Array.from(text, (each) => bidi.getMirroredCharacter(each) ?? each).join('')
}

/** Which of these stretches stands first from the left, which second, and so on (rule L2 of UAX #9). */
export function fromTheLeft(levels: readonly number[]): readonly number[] {
  let order = levels.map((_, index) => index)
  for (let level = Math.max(0, ...levels); level >= 1; level -= 1) {
    const turned: number[] = []
    let stretch: number[] = []
    for (const index of order) {
      if ((levels[index] ?? 0) >= level) stretch.push(index)
      else {
        turned.push(...stretch.toReversed(), index)
        stretch = []
      }
    }
    order = [...turned, ...stretch.toReversed()]
  }
  return order
}
