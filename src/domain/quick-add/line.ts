/** A stretch of a typed line: [start, end) in UTF-16 units. */
export type Span = Readonly<{ start: number; end: number }>

/** A stretch with what stands in it. */
export type Piece = Span & Readonly<{ text: string }>

/** A typed line in its two parts: what is read, and the note that is not. */
export type SplitLine = Readonly<{ head: string; note: Piece | null }>

/**
 * Splits a line at its first colon that is not part of a clock time: one with a digit before it and two after it is
 * (`19:30`). The note is everything behind the colon as it was typed, but for one space right after the colon.
 */
export function splitNote(text: string): SplitLine {
  const colon = text.search(/(?<!\d):|:(?!\d\d)/)
  if (colon === -1) return { head: text, note: null }
  const start = text[colon + 1] === ' ' ? colon + 2 : colon + 1
  const note = pieceOf(text, { start, end: text.length })
  return { head: text.slice(0, colon), note: note.text === '' ? null : note }
}

export function pieceOf(text: string, { start, end }: Span): Piece {
  return { start, end, text: text.slice(start, end) }
}

/** A sign that no rule reads: it keeps apart what stands on its two sides. */
const TAKEN = '\uE0F0'

/** The same text with the stretches that are understood already made unreadable. Every index stays as it was. */
export function withoutTaken(text: string, taken: readonly Span[]): string {
  return taken.reduce(
    (rest, { start, end }) => rest.slice(0, start) + TAKEN.repeat(end - start) + rest.slice(end),
    text,
  )
}

type Groups = Readonly<Record<string, string | undefined>>

/** Every match of a pattern as a piece, and its named groups. The pattern needs the flag `g`. */
export function matchesOf(
  text: string,
  pattern: RegExp,
): readonly Readonly<{ piece: Piece; groups: Groups }>[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    piece: pieceOf(text, { start: match.index, end: match.index + match[0].length }),
    groups: match.groups ?? {},
  }))
}

/** Every match of a pattern as a piece. The pattern needs the flag `g`. */
export function piecesOf(text: string, pattern: RegExp): readonly Piece[] {
  return matchesOf(text, pattern).map(({ piece }) => piece)
}

/** Whether two stretches have nothing but spaces and commas between them, in either order. */
export function isBeside(text: string, one: Span, other: Span): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  return first.end <= second.start && /^[\s,]*$/.test(text.slice(first.end, second.start))
}

/** What was typed, short enough for a message. */
export function quoted(text: string): string {
  const letters = Array.from(text)
  return `“${letters.length > 32 ? `${letters.slice(0, 31).join('')}…` : text}”`
}
