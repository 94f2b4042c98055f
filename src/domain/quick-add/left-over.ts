import { piecesOf, pieceOf, quoted, type Piece } from './line.ts'
import type { Unknown } from './reading.ts'

/** Words that join the parts of a line and say nothing of their own. */
const JOINING = new Set(['and', 'with', 'of', 'for', 'on', 'in', 'plus'])

/** What stands between the stretches that are read. Words that follow each other are one piece. */
export function leftOver(head: string, rest: string): readonly Unknown[] {
  const pieces: Piece[] = []
  for (const word of piecesOf(rest, /[^\s\uE0F0]+/gu)) {
    const trimmed = /^[\p{P}\p{S}\p{C}]*(.*?)[\p{P}\p{S}\p{C}]*$/su.exec(word.text)?.[1] ?? ''
    if (trimmed === '' || JOINING.has(trimmed.toLowerCase())) continue
    const start = word.start + word.text.indexOf(trimmed)
    const piece = pieceOf(head, { start, end: start + trimmed.length })
    const before = pieces.at(-1)
    if (before && /^\s+$/.test(rest.slice(before.end, start)))
      pieces[pieces.length - 1] = pieceOf(head, { start: before.start, end: piece.end })
    else pieces.push(piece)
  }
  return pieces.map((piece) => ({
    ...piece,
    message: `${quoted(piece.text)} is not understood. Put notes after a colon.`,
  }))
}
