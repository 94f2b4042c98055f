/** What a font makes of a text: what pdfkit reads of it. */
export type Run = Readonly<{
  glyphs: readonly unknown[]
  positions: readonly unknown[]
  advanceWidth: number
}>

/** Letters that run from right to left: the words of such a line stand in another order than they are read. */
const rightToLeft =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** A word is asked for with and without the space behind it, so the space stands for itself. */
const wordsAndSpaces = /[^ ]+| +/g

/**
 * The run of a text, put together from the runs of its words: the words of a report repeat and its lines do not, and
 * most of a report's time is shaping. Nothing is kerned against a space. What is put together is not kept: it is as large
 * as the report, and a width needs no glyphs.
 */
export function runOfWords(text: string, runOf: (word: string) => Run): Run {
  const parts = text.match(wordsAndSpaces) ?? []
  if (parts.length < 2 || rightToLeft.test(text)) return runOf(text)
  const runs = parts.map(runOf)
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
