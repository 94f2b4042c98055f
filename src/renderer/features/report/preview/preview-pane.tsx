import { useEffect, useRef, useState } from 'react'
import { reportPreview } from '../../../bridge/report-building.ts'
import { useStore } from '../../../ui/store.ts'
import { PageList, type PageListHandle } from './page-list.tsx'
import type { Zoom } from './page-places.ts'
import { PageToolbar } from './page-toolbar.tsx'
import { NothingYet, PreviewStanding } from './preview-standing.tsx'
import { usePages } from './use-pages.ts'
import './preview.css'

export type PreviewPaneProps = Readonly<{
  /** The study day of the data: with another one the report is another. */
  asOf: string
  /** Brings up the list of names, where one that is left in the file can be given another alias. */
  onNames: () => void
}>

/** The pages of the report as they would be saved now. */
export function PreviewPane({ asOf, onNames }: PreviewPaneProps) {
  const preview = useStore(reportPreview.store)
  useEffect(() => reportPreview.watch(), [])
  const day = useRef(asOf)
  useEffect(() => {
    if (day.current === asOf) return
    day.current = asOf
    reportPreview.changed(false)
  }, [asOf])

  const { pages, hasFailed, retry } = usePages(preview.built)
  const list = useRef<PageListHandle>(null)
  const [page, setPage] = useState(0)
  const [zoom, setZoom] = useState<Zoom>('width')
  return (
    <section className="report-preview" tabIndex={-1} aria-label="Preview of the report">
      <PageToolbar
        pages={pages}
        page={page}
        zoom={zoom}
        onGoTo={(to) => list.current?.goTo(to)}
        onZoom={setZoom}
      />
      {pages === null ? (
        <NothingYet preview={preview} hasFailed={hasFailed} onRetry={retry} onNames={onNames} />
      ) : (
        <>
          <PreviewStanding
            preview={preview}
            hasFailed={hasFailed}
            onRetry={retry}
            onNames={onNames}
          />
          <PageList ref={list} pages={pages} zoom={zoom} onPage={setPage} />
        </>
      )}
    </section>
  )
}
