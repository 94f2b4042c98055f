/** A stretch of a note; `found` where the search text stands. */
export type NotePart = Readonly<{ text: string; found: boolean }>

/** How far into a note the first match may stand, in UTF-16 units, before the text in front of it is cut short. */
const inSightUntil = 120
const contextBefore = 50

/**
 * The note as stretches with and without the search text. `highlights` are [start, end) in order. With `shorten`, what
 * stands far in front of the first match is left out, so that a note of two lines still shows why it was found.
 */
export function markedNote(
  note: string,
  highlights: readonly (readonly [number, number])[],
  shorten: boolean,
): Readonly<{ parts: readonly NotePart[]; isShortened: boolean }> {
  const first = highlights[0]?.[0] ?? 0
  const isShortened = shorten && first > inSightUntil
  let at = isShortened ? wordBefore(note, first - contextBefore) : 0
  const parts: NotePart[] = isShortened ? [{ text: '… ', found: false }] : []
  for (const [start, end] of highlights) {
    if (start > at) parts.push({ text: note.slice(at, start), found: false })
    parts.push({ text: note.slice(start, end), found: true })
    at = end
  }
  if (at < note.length) parts.push({ text: note.slice(at), found: false })
  return { parts, isShortened }
}

/** The beginning of the first whole word from a place on. */
function wordBefore(note: string, place: number): number {
  const blank = note.slice(place, place + contextBefore).search(/\s/)
  return blank === -1 ? place : place + blank + 1
}
