import { useCallback, useEffect, useRef, useState } from 'react'
import type { BuiltReport } from '#contract/bridge.ts'
import type { PdfPages, PdfReader } from './pdf-pages.ts'

export type OpenedPages = Readonly<{
  /** The pages of the latest report that could be opened; they stay while a newer one is opened. */
  pages: PdfPages | null
  /** Whether the latest report could not be opened. */
  hasFailed: boolean
  retry: () => void
}>

/** Opens a built report for being drawn. The library that does it is loaded with the first one. */
export function usePages(built: BuiltReport | null): OpenedPages {
  const reader = useRef<Promise<PdfReader> | null>(null)
  const [pages, setPages] = useState<PdfPages | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const wanted = useRef<BuiltReport | null>(null)

  useEffect(
    () => () => {
      void stop(reader.current)
      reader.current = null
    },
    [],
  )

  const open = useCallback(async (report: BuiltReport) => {
    wanted.current = report
    try {
      reader.current ??= import('./pdf-pages.ts').then(({ startPdfReader }) => startPdfReader())
      const opened = await (await reader.current).open(report.bytes)
      if (wanted.current !== report) {
        opened.close()
        return
      }
      setFailed(false)
      setPages(opened)
    } catch {
      if (wanted.current !== report) return
      void stop(reader.current)
      reader.current = null
      setFailed(true)
    }
  }, [])

  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- it is set once the file is open, which takes its time
    if (built !== null) void open(built)
    return () => {
      wanted.current = null
    }
  }, [built, open])

  // Only when others are on show, or none any more.
  useEffect(() => () => pages?.close(), [pages])

  return {
    pages,
    hasFailed,
    retry: () => {
      setFailed(false)
      if (built !== null) void open(built)
    },
  }
}

async function stop(reader: Promise<PdfReader> | null): Promise<void> {
  const started = await reader?.catch(() => null)
  started?.close()
}
