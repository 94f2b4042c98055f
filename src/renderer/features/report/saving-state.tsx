import { CircleAlert, CircleCheck, FolderOpen } from 'lucide-react'
import type { SavedReport } from '#contract/bridge.ts'
import { formatCount, formatPercent } from '#domain/readable.ts'
import { bridge } from '../../bridge/bridge.ts'
import { cancelReport, retryReport, type ReportSaving } from '../../bridge/report-saving.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Notice } from '../../ui/states.tsx'
import { useStore } from '../../ui/store.ts'
import { lastSavedReport } from './last-saved.ts'

/** How far the report is, where it went, or why it was not saved and what to do. */
export function SavingState({ saving }: Readonly<{ saving: ReportSaving }>) {
  const last = useStore(lastSavedReport)
  return (
    <>
      {/* The region stands before its text changes, or screen readers would miss the first one. */}
      <div aria-live="polite" className="report-state">
        {saving.state === 'running' && <Running saving={saving} />}
        {saving.state === 'saved' && <Saved report={saving.report} />}
      </div>
      {saving.state === 'failed' && (
        <Notice
          tone="negative"
          role="alert"
          icon={<CircleAlert aria-hidden />}
          actions={
            <Button size="s" onClick={() => void retryReport()}>
              Try again
            </Button>
          }
        >
          <p>
            <strong>The report was not saved.</strong> {saving.error.message}
          </p>
          <p>{saving.error.hint ?? 'Nothing of your data was changed. Try again.'}</p>
        </Notice>
      )}
      {saving.state !== 'saved' && last !== null && (
        <p className="report-last">
          <span>
            Saved before: {last.fileName}
            {pagesOf(last)}
          </span>
          <ShowInFolder report={last} />
        </p>
      )}
    </>
  )
}

function Running({ saving }: Readonly<{ saving: Extract<ReportSaving, { state: 'running' }> }>) {
  return (
    <div className="report-running">
      <div className="report-running-head">
        <span>{wordsFor(saving)}</span>
        <span aria-hidden>{formatPercent(saving.done).replace('.0', '')}</span>
      </div>
      <ProgressBar kind="work" label="Building the report" value={saving.done} />
      <Button size="s" pending={saving.canceling} onClick={cancelReport}>
        Cancel
      </Button>
    </div>
  )
}

function wordsFor({ done, canceling }: Readonly<{ done: number; canceling: boolean }>): string {
  if (canceling) return 'Stopping…'
  return done >= 1 ? 'Saving…' : 'Building the report…'
}

function Saved({ report }: Readonly<{ report: SavedReport }>) {
  return (
    <Notice icon={<CircleCheck aria-hidden />} actions={<ShowInFolder report={report} />}>
      <p>
        Saved as <strong>{report.fileName}</strong>
        {pagesOf(report)}
      </p>
      {report.handle === null && <p>It is where your browser puts its downloads.</p>}
    </Notice>
  )
}

function ShowInFolder({ report: { handle } }: Readonly<{ report: SavedReport }>) {
  if (handle === null) return null
  return (
    <Button
      size="s"
      icon={<FolderOpen aria-hidden />}
      onClick={() => void bridge.showSaved(handle)}
    >
      Show in folder
    </Button>
  )
}

function pagesOf({ pages }: SavedReport): string {
  return pages === 0 ? '' : `, ${formatCount(pages, { one: 'page', many: 'pages' })}`
}
