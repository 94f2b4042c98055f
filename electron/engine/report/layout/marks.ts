import type { TypeStyle } from './style.ts'

/** Place of a node in the tag tree; `artifact` is what a reader that cannot see the page should skip. */
export type NodeId = number
export type Tagged = Readonly<{ node: NodeId | 'artifact' }>

/** What is drawn, in points from the top left of what holds it: a piece before it is placed, then the page. */
export type Mark = TextMark | RectMark | LineMark | LinkMark

export type TextMark = Tagged &
  Readonly<{ kind: 'text'; x: number; y: number; text: string; width: number; style: TypeStyle }>
export type RectMark = Tagged &
  Readonly<{
    kind: 'rect'
    x: number
    y: number
    width: number
    height: number
    fill?: string
    stroke?: string
    radius?: number
  }>
export type LineMark = Tagged &
  Readonly<{
    kind: 'line'
    x: number
    y: number
    toX: number
    toY: number
    colour: string
    weight: number
  }>
export type LinkMark = Tagged &
  Readonly<{
    kind: 'link'
    x: number
    y: number
    width: number
    height: number
    target: string
    /** What the link leads to, for readers that cannot see it. */
    contents: string
  }>

/** A place that bookmarks and links lead to. */
export type Anchor = Readonly<{ id: string; title: string; level: 1 | 2 }>

/** A strip of the page that is never broken. Pieces are stacked; pages break between them. */
export type Piece = Readonly<{
  height: number
  /** Space above, dropped at the top of a page. */
  before: number
  /** Stays on the page of the piece that follows. */
  keepNext: boolean
  marks: readonly Mark[]
  newPage?: boolean
  /** What to set again above this piece where it is the first on a page: the head of its table. */
  repeat?: Piece
  anchor?: Anchor
}>

export type NodeOptions = Readonly<{
  alt?: string
  actual?: string
  scope?: 'Column' | 'Row'
  title?: string
}>
export type TagNode = NodeOptions & Readonly<{ type: string; parent: NodeId | null }>

/** The document's structure as it grows: who is inside whom, in reading order. */
export type TagTree = Readonly<{
  nodes: readonly TagNode[]
  add(type: string, parent: NodeId | null, options?: NodeOptions): NodeId
}>

export function createTagTree(): TagTree {
  const nodes: TagNode[] = []
  return {
    nodes,
    add: (type, parent, options = {}) => nodes.push({ type, parent, ...options }) - 1,
  }
}

/** The same mark, moved. */
export function moved<M extends Mark>(mark: M, dx: number, dy: number): M {
  const at = { ...mark, x: mark.x + dx, y: mark.y + dy }
  return at.kind === 'line' ? { ...at, toX: at.toX + dx, toY: at.toY + dy } : at
}
