import { useEffect, useRef, useState } from 'react'
import type { PdfPages } from './pdf-pages.ts'

/** How long the size has to stay before a page that is on show already is drawn anew, in milliseconds. */
const settleMs = 80
/** A page that is drawn larger than this takes much memory and is no sharper to the eye, in device pixels of width. */
const widestDrawing = 3000

/**
 * One page of paper, white in every theme. What was drawn last stays, stretched, until the page is drawn in its new size
 * or with its new content: nothing flashes. Its text is there for screen readers.
 */
export function ReportPage({
  pages,
  page,
  width,
  ratio,
}: Readonly<{
  pages: PdfPages
  /** From 0. */
  page: number
  /** In CSS pixels. */
  width: number
  /** Device pixels for a CSS pixel. */
  ratio: number
}>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const isDrawn = useRef(false)
  const [hasFailed, setFailed] = useState(false)
  const lines = useLines(pages, page)
  useEffect(() => {
    let cancel = () => {}
    const draw = async () => {
      const drawing = pages.draw(page, Math.min(Math.round(width * ratio), widestDrawing))
      cancel = drawing.cancel
      try {
        const drawn = await drawing.done
        if (drawn === null || canvas.current === null) return
        canvas.current.width = drawn.width
        canvas.current.height = drawn.height
        canvas.current.getContext('2d')?.drawImage(drawn, 0, 0)
        isDrawn.current = true
        setFailed(false)
      } catch {
        setFailed(true)
      }
    }
    const timer = setTimeout(() => void draw(), isDrawn.current ? settleMs : 0)
    return () => {
      clearTimeout(timer)
      cancel()
    }
  }, [pages, page, width, ratio])
  return (
    <>
      <canvas
        ref={canvas}
        className="report-page"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas has no role of its own, and so no name
        role="img"
        aria-label={`Page ${page + 1} of ${pages.count}`}
      />
      {hasFailed && <p className="report-page-failed">This page could not be drawn.</p>}
      <div className="ui-hidden">
        {lines.map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
    </>
  )
}

function useLines(pages: PdfPages, page: number): readonly string[] {
  const [lines, setLines] = useState<readonly string[]>([])
  useEffect(() => {
    let isOutdated = false
    const read = async () => {
      // The page is on show as a picture; without its text there is nothing to say about it.
      const text = await pages.textOf(page).catch(() => [])
      if (!isOutdated) setLines(text)
    }
    void read()
    return () => {
      isOutdated = true
    }
  }, [pages, page])
  return lines
}
