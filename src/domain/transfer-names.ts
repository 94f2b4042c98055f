/** A heading or a name for comparing: small letters without accents, and single spaces where other signs stand. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The headings of a file as one text, by which a mapping is remembered: case, accents and spacing do not matter. */
export function headingSignature(headings: readonly string[]): string {
  return headings.map(plainName).join('|')
}

/** A note for comparing: what a program may do to white space, case and accents is no difference. */
export function plainNote(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}

/** Whether a cell says nothing: empty, or the dash that some programs write for that. */
export function isBlank(cell: string): boolean {
  return /^\s*[-–—]?\s*$/u.test(cell)
}

type Named = Readonly<{ slug: string; name: string }>

/**
 * The category that a name of another program most likely means: the same name or slug, or the only one with which it
 * shares all the words of the shorter of the two ("System design" in "System design, week 3"). Null when none or
 * more than one comes near: a person is asked, with this as the proposal.
 */
export function nearestCategory(value: string, categories: readonly Named[]): string | null {
  const wanted = plainName(value)
  if (wanted === '') return null
  const same = categories.find(({ slug, name }) =>
    [slug, name].some((text) => plainName(text) === wanted),
  )
  if (same) return same.slug
  const words = wanted.split(' ')
  const near = categories.filter(({ slug, name }) =>
    [slug, name].some((text) => sharesAll(words, plainName(text).split(' '))),
  )
  const [only, ...others] = near
  return only && others.length === 0 ? only.slug : null
}

function sharesAll(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  return shorter.every((word) => longer.some((candidate) => isSameWord(word, candidate)))
}

/** Plural and singular are the same word; words of two letters say too little. */
function isSameWord(one: string, other: string): boolean {
  const stem = (word: string) => word.replace(/(ies|y)$/, 'i').replace(/s$/, '')
  return one.length > 2 && stem(one) === stem(other)
}
