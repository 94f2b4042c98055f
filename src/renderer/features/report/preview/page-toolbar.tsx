import { ChevronDown, ChevronUp, MoveHorizontal, RectangleVertical } from 'lucide-react'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Select } from '../../../ui/select.tsx'
import { sectionAt, type Zoom } from './page-places.ts'
import type { PdfPages } from './pdf-pages.ts'

/** Which page is read, ways to others, and how pages are fitted in. */
export function PageToolbar({
  pages,
  page,
  zoom,
  onGoTo,
  onZoom,
}: Readonly<{
  pages: PdfPages | null
  /** From 0. */
  page: number
  zoom: Zoom
  onGoTo: (page: number) => void
  onZoom: (zoom: Zoom) => void
}>) {
  const count = pages?.count ?? 0
  const sections = pages?.sections ?? []
  const section = sectionAt(page, sections)
  const stepTo = (to: number) => {
    const isThere = to >= 0 && to < count
    return {
      // Not `disabled`: the keyboard would lose its place at either end.
      'aria-disabled': !isThere || undefined,
      onClick: () => {
        if (isThere) onGoTo(to)
      },
    }
  }
  return (
    <div className="report-toolbar">
      <IconButton label="Previous page" icon={<ChevronUp aria-hidden />} {...stepTo(page - 1)} />
      <IconButton label="Next page" icon={<ChevronDown aria-hidden />} {...stepTo(page + 1)} />
      <p className="report-page-number" aria-live="polite">
        {count > 0 && `Page ${Math.min(page + 1, count)} of ${count}`}
      </p>
      {sections.length > 1 && (
        <Select
          className="report-go-to"
          label="Go to section"
          hideLabel
          placeholder="Go to section"
          value={section === undefined ? '' : String(sections.indexOf(section))}
          options={sections.map(({ title }, index) => ({ value: String(index), label: title }))}
          onValue={(index) => {
            const chosen = sections[Number(index)]
            if (chosen !== undefined) onGoTo(chosen.page)
          }}
        />
      )}
      <span className="report-zoom">
        <IconButton
          label="Fit the width"
          icon={<MoveHorizontal aria-hidden />}
          aria-pressed={zoom === 'width'}
          onClick={() => {
            onZoom('width')
          }}
        />
        <IconButton
          label="Fit the whole page"
          icon={<RectangleVertical aria-hidden />}
          aria-pressed={zoom === 'page'}
          onClick={() => {
            onZoom('page')
          }}
        />
      </span>
    </div>
  )
}
