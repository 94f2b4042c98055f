import type { BuiltReport, SavedReport } from '#contract/bridge.ts'
import type { CallError, Result } from '#contract/errors.ts'
import type { OutputOf } from '#contract/index.ts'
import { heldReportsAtMost, reportNotHeld } from '#domain/held-reports.ts'

type Held = Readonly<{ fileName: string; pages: number; content: Blob }>

/** How long a tab has to load the pages that it was opened for, in milliseconds. */
const openForMs = 60_000

const noTab: CallError = {
  code: 'storage',
  message: 'The browser opened no tab.',
  hint: 'Allow this page to open tabs, or open the file from your downloads.',
}

/** The latest reports that were built for a page in a browser, which saves them as downloads. */
export type HeldReports = Readonly<{
  hold(built: OutputOf<'report.build'>, content: Blob): BuiltReport
  save(handle: string): Result<SavedReport>
  open(handle: string): Result<null>
}>

export function createHeldReports(
  download: (content: Blob, fileName: string) => void,
): HeldReports {
  /** By handle, the oldest first. */
  const held = new Map<string, Held>()
  /** The one that was saved last: it can be opened however many were built since. */
  let saved: Readonly<{ handle: string; report: Held }> | null = null
  const find = (handle: string) => (saved?.handle === handle ? saved.report : held.get(handle))
  return {
    hold(built, content) {
      const handle = crypto.randomUUID()
      held.set(handle, { fileName: built.fileName, pages: built.pages, content })
      for (const old of [...held.keys()].slice(0, -heldReportsAtMost)) held.delete(old)
      return { ...built, handle }
    },
    save(handle) {
      const report = find(handle)
      if (report === undefined) return { ok: false, error: reportNotHeld }
      const { fileName, pages, content } = report
      download(content, fileName)
      saved = { handle, report }
      // Pages alone are shown: a PDF runs no script in a browser's viewer, and nothing else is made for being looked at.
      const opens = content.type === 'application/pdf' ? handle : null
      return { ok: true, value: { fileName, pages, handle: null, opens } }
    },
    open(handle) {
      const report = find(handle)
      if (report === undefined) return { ok: false, error: reportNotHeld }
      const address = URL.createObjectURL(report.content)
      const tab = globalThis.open(address, '_blank')
      // "noopener" would hide whether a tab was opened.
      if (tab !== null) tab.opener = null
      setTimeout(() => {
        URL.revokeObjectURL(address)
      }, openForMs)
      return tab === null ? { ok: false, error: noTab } : { ok: true, value: null }
    },
  }
}
