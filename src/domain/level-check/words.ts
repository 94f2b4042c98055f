import { countWords } from '../spoken.ts'
import { sign, signsOf } from './lexicon.ts'
import type { TextRange } from './rule.ts'

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

/** Signs of words that were seen, so that each is looked up once for a whole bank of stories. */
export type Lookup = (word: string) => number

/** Remembers the words that it was asked for, up to a number that no bank of stories reaches. */
export function rememberingLookup(): Lookup {
  const seen = new Map<string, number>()
  return (word) => {
    let signs = seen.get(word)
    if (signs === undefined) {
      signs = signsOf(word)
      if (seen.size < 50_000) seen.set(word, signs)
    }
    return signs
  }
}

/** Reads a text once. */
export function factsOf(text: string, lookup: Lookup): TextFacts {
  let [i, we, english, signs] = [0, 0, 0, 0]
  eachWord(text, (start, end) => {
    const found = lookup(text.slice(start, end))
    if (found === 0) return
    signs |= found
    if (found & sign.i) i += 1
    if (found & sign.we) we += 1
    if (found & sign.english) english += 1
  })
  return { words: countWords(text), i, we, english, signs }
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
 * Calls `visit` for each run of letters and digits. By code unit and not by a pattern: it runs over every story of the
 * bank. An apostrophe ends a word, so "we're" is "we" and "re".
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

function isLetter(code: number): boolean {
  if (code < 0x80)
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39)
    )
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
