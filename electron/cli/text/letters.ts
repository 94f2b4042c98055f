import { stripVTControlCharacters } from 'node:util'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A text letter by letter, as a person counts them: an accent or an emoji of several code points is one. */
export function lettersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Emoji and the scripts of East Asia, whose letters take two columns of a terminal. */
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u

/** How many columns of a terminal a text takes. Colours take none. */
export function widthOf(text: string): number {
  return lettersOf(stripVTControlCharacters(text)).reduce(
    (width, letter) => width + (wide.test(letter) ? 2 : 1),
    0,
  )
}
