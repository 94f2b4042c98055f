import type { ReportAlias } from '#contract/report.ts'

/** From this length on a name is also looked for where a line of a page parts it. */
const longEnoughToPart = 4
/** A name this short stands in too many words: it counts only as it is written, or in capitals. */
const exactUpTo = 2
/** From this length on a name is also found with an "s" after it: "the Lovelaces". */
const longEnoughForPlural = 4
/** Scripts that put no space between words: there a name may begin or end inside other letters. */
const gapless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
/** What may stand between the words of a name, or be left out: "Northwind Traders", "northwind-traders.com". */
const between = /[\s\-_.]+/

/** Finds names in texts, whatever their case, width and punctuation. */
export type NameFinder = Readonly<{
  /** Puts the alias in place of every name, in one pass, the longest name first. */
  replace: (text: string) => string
  /** The names that stand in a text, each as a word or words of its own. */
  namesIn: (text: string) => ReadonlySet<string>
}>

/**
 * Makes a finder. A name is found in any case, with any space, hyphen, dot or none between its words, with any form of
 * hyphen and apostrophe, in full width, without its accents or with others, with marks that cannot be seen in it, and
 * with an "s" at its end. Of one or two letters only as it is written or in capitals. Other inflected forms are other
 * words.
 */
export function nameFinder(names: readonly ReportAlias[]): NameFinder {
  const byKey = new Map(
    names.flatMap((name) => (keyOf(name.name) === '' ? [] : [[keyOf(name.name), name] as const])),
  )
  if (byKey.size === 0) return { replace: (text) => text, namesIn: () => new Set() }
  const longest = [...byKey.values()].toSorted(
    (a, b) => keyOf(b.name).length - keyOf(a.name).length,
  )
  const pattern = new RegExp(longest.map(({ name }) => patternOf(name)).join('|'), 'gu')

  const firstWords = [...new Set(longest.flatMap(({ name }) => wordsOf(name).slice(0, 1)))]

  const matchesIn = (text: string): readonly Match[] => {
    const { source, folded, at } = fold(text)
    // Most texts hold no name, which is told much sooner like this.
    if (!firstWords.some((word) => folded.includes(word))) return []
    return Array.from(folded.matchAll(pattern)).flatMap(({ 0: found, index }) => {
      const key = found.split(between).join('')
      const name = byKey.get(key) ?? byKey.get(key.replace(/s$/, ''))
      const [from, to] = [at(index), at(index + found.length)]
      return name === undefined || !isAsWritten(name.name, source.slice(from, to))
        ? []
        : [{ name, from, to }]
    })
  }
  return {
    replace(text) {
      const matches = matchesIn(text)
      if (matches.length === 0) return text
      const source = text.normalize('NFC')
      const parts = matches.map(
        ({ name, from }, index) =>
          `${source.slice(matches[index - 1]?.to ?? 0, from)}${name.alias}`,
      )
      return `${parts.join('')}${source.slice(matches.at(-1)?.to)}`
    },
    namesIn: (text) => new Set(matchesIn(text).map(({ name }) => name.name)),
  }
}

type Match = Readonly<{ name: ReportAlias; from: number; to: number }>

/** Whether a name stands in a text, as a word or words of its own. */
export function standsIn(name: string, text: string): boolean {
  return nameFinder([{ name, alias: '' }]).namesIn(text).size > 0
}

/** Tells of each name whether it stands in a text also where space or hyphens part its letters, as an end of a line does. */
export function partedIn(text: string): (name: string) => boolean {
  const { folded } = fold(text)
  const letters = folded.split(between).join('')
  return (name) =>
    keyOf(name).length >= longEnoughToPart &&
    letters.includes(keyOf(name)) &&
    new RegExp(patternOf(name, '[\\s-]*'), 'u').test(folded)
}

/** What is the same for all ways to write a name. */
export function keyOf(name: string): string {
  return wordsOf(name).join('')
}

function wordsOf(name: string): readonly string[] {
  return fold(name)
    .folded.split(between)
    .filter((word) => word !== '')
}

function patternOf(name: string, withinWords = ''): string {
  const words = wordsOf(name).map((word) =>
    Array.from(word, (character) => character.replace(/[\\^$*+?()[\]{}|/]/, '\\$&')).join(
      withinWords,
    ),
  )
  const key = keyOf(name)
  const first = Array.from(key)[0] ?? ''
  const last = Array.from(key).at(-1) ?? ''
  const plural = key.length >= longEnoughForPlural && /[a-z]/.test(last) ? 's?' : ''
  const before = kindOf(first) === '' ? '' : `(?<!${kindOf(first)})`
  const after = kindOf(last) === '' ? '' : `(?!${kindOf(last)})`
  return `${before}${words.join('[\\s\\-_.]*')}${plural}${after}`
}

function isAsWritten(name: string, found: string): boolean {
  return keyOf(name).length > exactUpTo || found === name || found === name.toUpperCase()
}

/** What a name cannot end beside: at a letter a letter, at a digit a digit. So "Acme" stands in "Acme2". */
function kindOf(character: string): string {
  if (/\p{N}/u.test(character)) return '\\p{N}'
  return /\p{L}/u.test(character) && !gapless.test(character) ? '\\p{L}' : ''
}

/** A text as it is compared, and where each of its characters stands in `source`, the text in its composed form. */
type Folded = Readonly<{ source: string; folded: string; at: (index: number) => number }>

function fold(text: string): Folded {
  if (/^[\n -~]*$/.test(text))
    return { source: text, folded: text.toLowerCase(), at: (index) => index }
  const source = text.normalize('NFC')
  const places: number[] = []
  let folded = ''
  for (const { 0: segment, index } of source.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const piece = foldedPiece(segment)
    for (let n = 0; n < piece.length; n += 1) places.push(index)
    folded += piece
  }
  // The end of a match that ends within what became several characters is the end of all of them.
  const at = (index: number): number => {
    let place = index
    while (place > 0 && place < places.length && places[place] === places[place - 1]) place += 1
    return places[place] ?? source.length
  }
  return { source, folded, at }
}

function foldedPiece(segment: string): string {
  const compared = segment
    .replaceAll(/[\u2018\u2019\u201b\u02bc\u2032\u00b4`]/g, "'")
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{Cf}\p{Variation_Selector}\u034f\0]/gu, '')
    .replaceAll(/[\u2010-\u2015\u2212\u30fb\u00b7]/g, '-')
  const bare = marked.test(compared)
    ? compared.normalize('NFD').replaceAll(/\p{M}/gu, '')
    : compared
  return bare.replaceAll(/[ßıøłđðæœς]/g, (letter) => asWrittenWithout[letter] ?? letter)
}

/** In these scripts a name is often written without its marks, and in Hebrew and Arabic mostly. */
const marked = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Arabic}]/u
const asWrittenWithout: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
}
