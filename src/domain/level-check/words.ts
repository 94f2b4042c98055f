import { countWords } from '../spoken.ts'
import { sign, signsOf, type Lexicon } from './lexicon.ts'

/** A place in a text, [start, end) in UTF-16 units. */
export type TextRange = [start: number, end: number]

/** What the words of a text are, counted once for all rules. */
export type TextFacts = Readonly<{
  /** Words as spoken, for the time that they take. */
  words: number
  i: number
  we: number
  /** Words that are common in English. */
  english: number
  /** The signs of all words, added up. */
  signs: number
}>

/**
 * Reads a text once. By code unit and not by patterns, since it runs over every story of the bank. Spoken words are
 * those of `countWords`, which counts itself where the text is not in Latin letters.
 */
export function factsOf(text: string, lexicon: Lexicon): TextFacts {
  let [i, we, english, signs, words] = [0, 0, 0, 0, 0]
  let [isSpoken, isLatin, at] = [false, true, 0]
  while (at < text.length) {
    let code = text.charCodeAt(at)
    if (!isLetter(code)) {
      if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) isSpoken = false
      else if (code >= 0xa0 && !isPlainSign(code)) isLatin = false
      at += 1
      continue
    }
    if (!isSpoken) words += 1
    isSpoken = true
    const start = at
    do {
      if (code >= 0xa0 && !isPlainSign(code)) isLatin = false
      at += 1
      // The end of the text ends the last word as a space would.
      code = at < text.length ? text.charCodeAt(at) : 0x20
    } while (isLetter(code))
    const found = lexicon(text, start, at)
    if (found === 0) continue
    signs |= found
    if (found & sign.i) i += 1
    if (found & sign.we) we += 1
    if (found & sign.english) english += 1
  }
  return { words: isLatin ? words : countWords(text), i, we, english, signs }
}

/** Latin letters with accents, and the signs of print that stand inside words or alone: no spaces, no digits. */
function isPlainSign(code: number): boolean {
  return (
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x2010 && code <= 0x2014) ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0x2026
  )
}

/** The places of the words with a sign, the first `most` of them. */
export function placesOf(text: string, wanted: number, most = 100): TextRange[] {
  const places: TextRange[] = []
  eachWord(text, (start, end) => {
    if (places.length < most && signsOf(text.slice(start, end)) & wanted) places.push([start, end])
  })
  return places
}

/**
 * Calls `visit` for each run of letters and digits. An apostrophe ends a word, so "we're" is "we" and "re".
 */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = -1
  for (let at = 0; at < text.length; at += 1) {
    if (isLetter(text.charCodeAt(at))) {
      if (start < 0) start = at
    } else if (start >= 0) {
      visit(start, at)
      start = -1
    }
  }
  if (start >= 0) visit(start, text.length)
}

/** 1 for the letters and digits of ASCII: looked up, since this runs over every character of every story. */
const asciiLetters = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0,
)

function isLetter(code: number): boolean {
  if (code < 0x80) return asciiLetters[code] === 1
  // Latin signs, general punctuation, and the punctuation of East Asia.
  return !(
    code < 0xc0 ||
    code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff0f)
  )
}
