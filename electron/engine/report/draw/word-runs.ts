/** What a font makes of a text: what pdfkit reads of it. */
export type Run = Readonly<{
  glyphs: readonly unknown[]
  positions: readonly unknown[]
  advanceWidth: number
}>

/** Letters that run from right to left: the words of such a line stand in another order than they are read. */
const rightToLeft =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * The run of a text, put together from the runs of its words: the words of a report repeat and its lines do not, and
 * most of a report's time is shaping. Nothing is kerned across a space. What is put together is not kept: it is as large
 * as the report, and a width needs no glyphs.
 */
export function runOfWords(text: string, runOf: (word: string) => Run): Run {
  const space = text.indexOf(' ')
  if (space < 0 || space === text.length - 1 || rightToLeft.test(text)) return runOf(text)
  const runs = wordsOf(text).map(runOf)
  return {
    get glyphs() {
      return runs.flatMap(({ glyphs }) => glyphs)
    },
    get positions() {
      return runs.flatMap(({ positions }) => positions)
    },
    advanceWidth: runs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
  }
}

/** The words, each with the spaces behind it. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  let from = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (text[at + 1] === ' ') continue
    words.push(text.slice(from, at + 1))
    from = at + 1
  }
  if (from < text.length) words.push(text.slice(from))
  return words
}
