import type { PdfSection } from './pdf-pages.ts'

/** How pages are fitted into the room there is. */
export type Zoom = 'width' | 'page'

/** The size of every page on screen and the space between two, in CSS pixels. */
export type PageSizes = Readonly<{ width: number; height: number; gap: number }>

/** Where the reader is: a page, from 0, and how far into it and the gap above, in heights of a page with its gap. */
export type Place = Readonly<{ page: number; within: number }>

const gap = 16
/** A page that is wider than this is no easier to read, in CSS pixels. */
const widest = 1000

/** The size at which pages of a shape, in points, fit into a room, in CSS pixels. */
export function sizesIn(
  room: Readonly<{ width: number; height: number }>,
  shape: Readonly<{ width: number; height: number }>,
  zoom: Zoom,
): PageSizes {
  const ratio = shape.height / shape.width
  const inWidth = Math.min(room.width - 2 * gap, widest)
  const width = zoom === 'width' ? inWidth : Math.min(inWidth, (room.height - 2 * gap) / ratio)
  const whole = Math.max(0, Math.floor(width))
  return { width: whole, height: Math.round(whole * ratio), gap }
}

/** The whole length of so many pages. */
export function lengthOf(count: number, { height, gap: between }: PageSizes): number {
  return count === 0 ? 0 : count * (height + between) + between
}

/** Where a page begins, with the gap above it. */
export function topOf(page: number, { height, gap: between }: PageSizes): number {
  return page * (height + between)
}

/** The pages of which something is in sight, with one more on either side; `to` is not among them. */
export function pagesInSight(
  top: number,
  roomHeight: number,
  count: number,
  sizes: PageSizes,
): Readonly<{ from: number; to: number }> {
  if (sizes.width === 0 || roomHeight === 0) return { from: 0, to: 0 }
  const step = sizes.height + sizes.gap
  const from = Math.floor(top / step) - 1
  const to = Math.ceil((top + roomHeight) / step) + 1
  return { from: Math.min(Math.max(0, from), count), to: Math.max(0, Math.min(count, to)) }
}

/** The page that is read at a scroll position: the last one at the end, whatever its place. */
export function pageAt(top: number, roomHeight: number, count: number, sizes: PageSizes): number {
  if (count === 0 || sizes.height === 0) return 0
  if (top > 0 && top + roomHeight >= lengthOf(count, sizes) - 1) return count - 1
  const step = sizes.height + sizes.gap
  const page = Math.floor((top + Math.min(roomHeight, sizes.height) / 2) / step)
  return Math.min(Math.max(0, page), count - 1)
}

/** The place at a scroll position. */
export function placeAt(top: number, sizes: PageSizes): Place {
  const step = sizes.height + sizes.gap
  const page = Math.max(0, Math.floor(top / step))
  return { page, within: Math.max(0, top / step - page) }
}

/** The scroll position of a place. */
export function positionOf({ page, within }: Place, { height, gap: between }: PageSizes): number {
  return (page + within) * (height + between)
}

/** The section that a page is of: the last one that begins on it or before. */
export function sectionAt(page: number, sections: readonly PdfSection[]): PdfSection | undefined {
  return sections.findLast((section) => section.page <= page)
}

/**
 * Where the reader is in a report that was built anew: as far into the same section as before, where it still has as
 * many pages; where the section is gone, on the page of the same number. Who has not left the beginning stays there.
 */
export function placeInNew(
  place: Place,
  before: readonly PdfSection[],
  after: readonly PdfSection[],
  count: number,
): Place {
  if (place.page === 0 && place.within === 0) return place
  const last = Math.max(0, count - 1)
  const old = sectionAt(place.page, before)
  const at = after.findIndex(({ title }) => title === old?.title)
  const same = after[at]
  if (old === undefined || same === undefined)
    return place.page > last ? { page: last, within: 0 } : place
  const next = after[at + 1]?.page
  const end = next === undefined ? last : Math.max(same.page, next - 1)
  const page = same.page + place.page - old.page
  return page > end ? { page: end, within: 0 } : { page, within: place.within }
}
