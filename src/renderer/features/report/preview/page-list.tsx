import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
} from 'react'
import {
  lengthOf,
  pageAt,
  pagesInSight,
  placeAt,
  placeInNew,
  positionOf,
  sizesIn,
  topOf,
  type Place,
  type Zoom,
} from './page-places.ts'
import type { PdfPages } from './pdf-pages.ts'
import { ReportPage } from './report-page.tsx'

export type PageListHandle = Readonly<{ goTo: (page: number) => void }>

/**
 * The pages under each other in a list of its own. Only those in sight are drawn, so the length of the report does not
 * matter. Page Up, Page Down, Home and End go by pages; the place stays when the size or the report changes.
 */
export function PageList({
  pages,
  zoom,
  onPage,
  ref,
}: Readonly<{
  pages: PdfPages
  zoom: Zoom
  /** Told which page is read, from 0. */
  onPage: (page: number) => void
  ref: Ref<PageListHandle>
}>) {
  const list = useRef<HTMLElement>(null)
  const [top, setTop] = useState(0)
  const room = useRoom(list)
  const ratio = useDeviceRatio()
  const sizes = sizesIn(room, pages, zoom)
  const place = useRef<Place>({ page: 0, within: 0 })
  const current = pageAt(top, room.height, pages.count, sizes)
  useEffect(() => {
    onPage(current)
  }, [current, onPage])

  const before = useRef(pages)
  const { width, height, gap } = sizes
  useLayoutEffect(() => {
    if (width === 0 || list.current === null) return
    if (before.current !== pages) {
      const { sections } = before.current
      place.current = placeInNew(place.current, sections, pages.sections, pages.count)
      before.current = pages
    }
    list.current.scrollTop = positionOf(place.current, { width, height, gap })
    setTop(list.current.scrollTop)
  }, [before, pages, width, height, gap])

  const goTo = (page: number) => {
    const wanted = Math.min(Math.max(0, page), pages.count - 1)
    list.current?.scrollTo({ top: topOf(wanted, sizes) })
  }
  useImperativeHandle(ref, () => ({ goTo }))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (list.current === null) return
    // Not the page that was drawn last: keys may come faster.
    const now = pageAt(list.current.scrollTop, room.height, pages.count, sizes)
    const to = {
      PageDown: now + 1,
      PageUp: now - 1,
      Home: 0,
      End: pages.count - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    goTo(to)
  }

  const { from, to } = pagesInSight(top, room.height, pages.count, sizes)
  const style = {
    '--pages-length': `${lengthOf(pages.count, sizes)}px`,
    '--page-width': `${width}px`,
    '--page-height': `${height}px`,
  } as CSSProperties
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its keys are those that scroll it
    <section
      ref={list}
      className="report-pages"
      aria-label="Pages of the report"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it
      tabIndex={0}
      style={style}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollTop } }) => {
        if (width === 0) return
        place.current = placeAt(scrollTop, sizes)
        setTop(scrollTop)
      }}
    >
      <ol className="report-pages-all">
        {Array.from({ length: to - from }, (_, index) => from + index).map((page) => (
          <li
            key={page}
            className="report-pages-one"
            aria-setsize={pages.count}
            aria-posinset={page + 1}
            data-current={page === current || undefined}
            style={{ transform: `translateY(${topOf(page, sizes) + gap}px)` }}
          >
            <ReportPage pages={pages} page={page} width={width} ratio={ratio} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The inner size of an element as it is now, in CSS pixels. */
function useRoom(element: Readonly<{ current: HTMLElement | null }>) {
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    const measure = () => {
      setRoom({ width: measured.clientWidth, height: measured.clientHeight })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => {
      observer.disconnect()
    }
  }, [element])
  return room
}

/** Device pixels for a CSS pixel: another one on another screen, and with another zoom of the window. */
function useDeviceRatio(): number {
  const [ratio, setRatio] = useState(devicePixelRatio)
  useEffect(() => {
    const query = matchMedia(`(resolution: ${ratio}dppx)`)
    const follow = () => {
      setRatio(devicePixelRatio)
    }
    query.addEventListener('change', follow)
    return () => {
      query.removeEventListener('change', follow)
    }
  }, [ratio])
  return ratio
}
