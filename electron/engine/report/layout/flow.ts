import { moved } from './marks.ts'
import type { Anchor, Mark, Piece } from './marks.ts'

/** The part of the page that content may fill, in points from the page's top left. */
export type Area = Readonly<{ left: number; top: number; width: number; bottom: number }>

export type PlacedAnchor = Anchor & Readonly<{ page: number; y: number }>
/** Where less of a page than this is used, what would start a new one goes on below: no page holds a few lines alone. */
const leastUsed = 0.34

export type FlowedPage = Readonly<{ marks: readonly Mark[]; anchors: readonly PlacedAnchor[] }>

/**
 * Stacks pieces into pages. Pieces that keep with the next one move together; a set that is taller than a page is
 * broken between its pieces all the same, since it has to be somewhere.
 */
export function flow(
  pieces: readonly Piece[],
  area: Area,
  firstPage: number,
): readonly FlowedPage[] {
  const pages: { marks: Mark[]; anchors: PlacedAnchor[] }[] = []
  const room = area.bottom - area.top
  let page: { marks: Mark[]; anchors: PlacedAnchor[] } = { marks: [], anchors: [] }
  let y = area.top
  let empty = true

  const put = (piece: Piece) => {
    if (!empty) y += piece.before
    for (const mark of piece.marks) page.marks.push(moved(mark, area.left, y))
    if (piece.anchor) page.anchors.push({ ...piece.anchor, page: firstPage + pages.length, y })
    y += piece.height
    empty = false
  }
  const turn = () => {
    pages.push(page)
    page = { marks: [], anchors: [] }
    y = area.top
    empty = true
  }
  const turnBefore = (piece: Piece | undefined) => {
    turn()
    if (piece?.repeat) put(piece.repeat)
  }

  for (const set of keptTogether(pieces)) {
    const first = set[0]
    const startsPage = first?.newPage === true && y - area.top >= leastUsed * room
    if (!empty && (startsPage || y + heightOf(set) > area.bottom)) turnBefore(first)
    const repeated = first?.repeat ? first.repeat.height + first.before : 0
    const breakable = heightOf(set) + repeated > room
    for (const piece of set) {
      if (breakable && !empty && y + piece.before + piece.height > area.bottom) turnBefore(piece)
      put(piece)
    }
  }
  if (!empty) turn()
  return pages
}

/** The height of pieces with the space above each, the first included. */
export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.before + piece.height, 0)
}

function keptTogether(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const sets: Piece[][] = []
  let open = false
  for (const piece of pieces) {
    const set = sets.at(-1)
    if (open && set && piece.newPage !== true) set.push(piece)
    else sets.push([piece])
    open = piece.keepNext
  }
  return sets
}
