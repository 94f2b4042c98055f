import { describe, expect, it } from 'vitest'
import { flow } from './flow.ts'
import type { Piece, TextMark } from './marks.ts'
import { type } from './style.ts'

const area = { left: 10, top: 100, width: 200, bottom: 200 }

function piece(text: string, height: number, rest: Partial<Piece> = {}): Piece {
  const mark: TextMark = { kind: 'text', x: 0, y: 0, text, width: 1, style: type.body, node: 0 }
  return { height, before: 0, keepNext: false, marks: [mark], ...rest }
}

function pagesOf(pieces: readonly Piece[]): readonly (readonly string[])[] {
  return flow(pieces, area, 0).map((page) =>
    page.marks.flatMap((mark) => (mark.kind === 'text' ? [`${mark.text}@${mark.y}`] : [])),
  )
}

describe('flow', () => {
  it('stacks pieces from the top and turns the page before one that does not fit', () => {
    expect(pagesOf([piece('a', 60), piece('b', 40), piece('c', 10)])).toEqual([
      ['a@100', 'b@160'],
      ['c@100'],
    ])
  })

  it('drops the space above the first piece of a page', () => {
    expect(pagesOf([piece('a', 95, { before: 20 }), piece('b', 10, { before: 20 })])).toEqual([
      ['a@100'],
      ['b@100'],
    ])
  })

  it('never leaves a heading without what it heads', () => {
    expect(
      pagesOf([piece('a', 70), piece('heading', 20, { keepNext: true }), piece('text', 20)]),
    ).toEqual([['a@100'], ['heading@100', 'text@120']])
  })

  it('sets the head of a table again at the top of the next page', () => {
    const repeat = piece('head again', 10)
    const rows = ['r1', 'r2', 'r3'].map((text) => piece(text, 40, { repeat }))
    expect(pagesOf([piece('head', 10, { keepNext: true }), ...rows])).toEqual([
      ['head@100', 'r1@110', 'r2@150'],
      ['head again@100', 'r3@110'],
    ])
  })

  it('breaks a set that is taller than a page, and never draws below the area', () => {
    const set = Array.from({ length: 5 }, (_, index) => piece(`p${index}`, 45, { keepNext: true }))
    expect(pagesOf(set)).toEqual([['p0@100', 'p1@145'], ['p2@100', 'p3@145'], ['p4@100']])
  })

  it('starts a new page where asked, but not before an empty one', () => {
    expect(pagesOf([piece('a', 40, { newPage: true }), piece('b', 10, { newPage: true })])).toEqual(
      [['a@100'], ['b@100']],
    )
  })

  it('goes on below a few lines that would have the page to themselves', () => {
    const next = { newPage: true, before: 20 }
    expect(pagesOf([piece('a', 95), piece('b', 30), piece('c', 40, next)])).toEqual([
      ['a@100'],
      ['b@100', 'c@150'],
    ])
    expect(pagesOf([piece('a', 95), piece('b', 30), piece('c', 60, next)])).toHaveLength(3)
  })

  it('says where anchors came to lie', () => {
    const anchor = { id: 'x', title: 'X', level: 1 } as const
    const pages = flow([piece('a', 90), piece('b', 20, { anchor })], area, 3)
    expect(pages[1]?.anchors).toEqual([{ ...anchor, page: 4, y: 100 }])
  })
})
