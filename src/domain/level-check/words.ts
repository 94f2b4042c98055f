import { countWords } from '../spoken.ts'
import { sign, signsOf, type Lookup } from './lexicon.ts'
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
  return { words: wordsOf(text), i, we, english, signs }
}

/** `countWords`, by code unit as long as the text is written in Latin letters. */
function wordsOf(text: string): number {
  let words = 0
  let isIn = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) isIn = false
    else if (code >= 0xa0 && !isPlainLetter(code)) return countWords(text)
    else if (!isIn && isLetter(code)) {
      isIn = true
      words += 1
    }
  }
  return words
}

/** Latin letters with accents, and the signs of print that stand inside words or alone: no spaces, no digits. */
function isPlainLetter(code: number): boolean {
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
