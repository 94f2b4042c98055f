import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lengthOf,
  pageAt,
  pagesInSight,
  placeAt,
  placeInNew,
  positionOf,
  sizesIn,
  topOf,
} from './page-places.ts'

const a4 = { width: 595, height: 842 }
const room = { width: 600, height: 700 }
const counts = fc.integer({ min: 1, max: 850 })
const rooms = fc.record({
  width: fc.integer({ min: 120, max: 2000 }),
  height: fc.integer({ min: 120, max: 2000 }),
})

describe('the size of pages', () => {
  it('fills the width, or shows a page whole', () => {
    expect(sizesIn(room, a4, 'width')).toEqual({ width: 568, height: 804, gap: 16 })
    expect(sizesIn(room, a4, 'page')).toEqual({ width: 472, height: 668, gap: 16 })
  })

  it('is nothing where there is no room', () => {
    expect(sizesIn({ width: 0, height: 0 }, a4, 'page').width).toBe(0)
    expect(pagesInSight(0, 0, 9, sizesIn({ width: 0, height: 0 }, a4, 'width'))).toEqual({
      from: 0,
      to: 0,
    })
  })
})

describe('the pages in sight', () => {
  it('are few, however long the report is', () => {
    const sizes = sizesIn(room, a4, 'width')
    expect(pagesInSight(topOf(400, sizes), room.height, 850, sizes)).toEqual({ from: 399, to: 402 })
  })

  it('hold the page that is read, wherever the list is scrolled to', () => {
    fc.assert(
      fc.property(
        rooms,
        counts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (size, count, part) => {
          const sizes = sizesIn(size, a4, 'width')
          const top = part * Math.max(0, lengthOf(count, sizes) - size.height)
          const page = pageAt(top, size.height, count, sizes)
          const { from, to } = pagesInSight(top, size.height, count, sizes)
          expect(page).toBeGreaterThanOrEqual(from)
          expect(page).toBeLessThan(to)
        },
      ),
    )
  })

  it('begin with the page that was gone to, so that page by page none is left out', () => {
    fc.assert(
      fc.property(
        rooms,
        counts,
        fc.nat(849),
        fc.constantFrom('width', 'page'),
        (size, count, n, zoom) => {
          const sizes = sizesIn(size, a4, zoom)
          const page = Math.min(n, count - 1)
          const end = Math.max(0, lengthOf(count, sizes) - size.height)
          fc.pre(topOf(page, sizes) < end)
          expect(pageAt(topOf(page, sizes), size.height, count, sizes)).toBe(page)
          expect(pageAt(end, size.height, count, sizes)).toBe(count - 1)
        },
      ),
    )
  })
})

describe('a place', () => {
  it('is the same after the pages were made smaller or larger', () => {
    const [large, small] = [sizesIn(room, a4, 'width'), sizesIn(room, a4, 'page')]
    fc.assert(
      fc.property(fc.nat(600_000), (top) => {
        const place = placeAt(top, large)
        const again = placeAt(positionOf(place, small), small)
        expect(again.page + again.within).toBeCloseTo(place.page + place.within, 6)
        expect(positionOf(place, large)).toBeCloseTo(top, 6)
      }),
    )
  })

  const before = [
    { title: 'Readiness', page: 1 },
    { title: 'Milestones', page: 4 },
    { title: 'Stories', page: 6 },
  ]
  it('follows its section when another one before it goes', () => {
    const after = [
      { title: 'Milestones', page: 1 },
      { title: 'Stories', page: 3 },
    ]
    expect(placeInNew({ page: 5, within: 0.4 }, before, after, 9)).toEqual({ page: 2, within: 0.4 })
  })

  it('stays at the beginning, also when a cover comes before the section that was first', () => {
    const first = [{ title: 'Readiness', page: 0 }]
    const after = [{ title: 'Readiness', page: 1 }]
    expect(placeInNew({ page: 0, within: 0 }, first, after, 4)).toEqual({ page: 0, within: 0 })
    expect(placeInNew({ page: 0, within: 0.1 }, first, after, 4)).toEqual({ page: 1, within: 0.1 })
  })

  it('stays in its section when that has become shorter', () => {
    const after = [
      { title: 'Stories', page: 1 },
      { title: 'Methods', page: 3 },
    ]
    expect(placeInNew({ page: 30, within: 0.4 }, before, after, 5)).toEqual({ page: 2, within: 0 })
  })

  it('keeps the number of its page when its section is gone, as far as there are pages', () => {
    const after = [{ title: 'Stories', page: 1 }]
    expect(placeInNew({ page: 4, within: 0.2 }, before, after, 9)).toEqual({ page: 4, within: 0.2 })
    expect(placeInNew({ page: 4, within: 0.2 }, before, after, 2)).toEqual({ page: 1, within: 0 })
    expect(placeInNew({ page: 0, within: 0 }, before, after, 2)).toEqual({ page: 0, within: 0 })
  })
})
