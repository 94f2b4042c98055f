import { CircleAlert, CircleCheck, ExternalLink, FolderOpen } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { SavedReport } from '#contract/bridge.ts'
import { formatCount } from '#domain/readable.ts'
import { bridge } from '../../bridge/bridge.ts'
import {
  cancelReport,
  openReport,
  reportSaving,
  retryReport,
  saveElsewhere,
  showsSaving,
  type ReportSaving,
} from '../../bridge/report-saving.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Notice } from '../../ui/states.tsx'
import { useStore } from '../../ui/store.ts'
import { lastSavedReport } from './last-saved.ts'
import { partDone } from './report-format.ts'

/** How far the report is, where it went, or why it was not saved and what to do. */
export function SavingState() {
  const saving = useStore(reportSaving)
  const last = useStore(lastSavedReport)
  const place = useRef<HTMLDivElement>(null)
  useEffect(showsSaving, [])
  useEffect(() => {
    // The keys save from anywhere on the screen, also from far below.
    if (saving.state !== 'idle') place.current?.scrollIntoView({ block: 'nearest' })
  }, [saving.state])
  return (
    <div ref={place} className="report-saving">
      {/* The region stands before its text changes, or screen readers would miss the first one. */}
      <div aria-live="polite" className="report-state">
        {(saving.state === 'building' || saving.state === 'saving') && <Running saving={saving} />}
        {saving.state === 'saved' && <Saved report={saving.report} />}
      </div>
      {saving.state === 'failed' && <Failed saving={saving} />}
      {saving.state !== 'saved' && last !== null && (
        <div className="report-last">
          <span>
            Saved before: {last.fileName}
            {pagesOf(last)}
          </span>
          <AfterSaving report={last} />
        </div>
      )}
    </div>
  )
}

type RunningState = Extract<ReportSaving, { state: 'building' | 'saving' }>

function Running({ saving }: Readonly<{ saving: RunningState }>) {
  const isBuilding = saving.state === 'building'
  const done = isBuilding ? saving.done : 1
  return (
    <div className="report-running">
      <div className="report-running-head">
        <span>{wordsFor(saving)}</span>
        <span aria-hidden>{partDone(done)}</span>
      </div>
      <ProgressBar kind="work" label="Building the report" value={done} />
      {isBuilding && (
        <Button size="s" pending={saving.canceling} onClick={cancelReport}>
          Cancel
        </Button>
      )}
    </div>
  )
}

function wordsFor(saving: RunningState): string {
  if (saving.state === 'saving') return 'Saving…'
  return saving.canceling ? 'Stopping…' : 'Building the report…'
}

function Failed({ saving }: Readonly<{ saving: Extract<ReportSaving, { state: 'failed' }> }>) {
  const { error, kept } = saving
  return (
    <Notice
      tone="negative"
      role="alert"
      icon={<CircleAlert aria-hidden />}
      actions={
        kept === null ? (
          <Button size="s" onClick={() => void retryReport()}>
            Try again
          </Button>
        ) : (
          <Button size="s" onClick={() => void saveElsewhere()}>
            Save elsewhere…
          </Button>
        )
      }
    >
      <p>
        <strong>The report was not saved.</strong> {error.message}
      </p>
      <p>{error.hint ?? 'Nothing of your data was changed. Try again.'}</p>
    </Notice>
  )
}

function Saved({ report }: Readonly<{ report: SavedReport }>) {
  return (
    <Notice icon={<CircleCheck aria-hidden />} actions={<AfterSaving report={report} />}>
      <p>
        Saved as <strong>{report.fileName}</strong>
        {pagesOf(report)}
      </p>
      {report.handle === null && (
        <p>
          It is a download: your browser has put it where it puts its downloads, under another name
          where one of this name was there.
        </p>
      )}
    </Notice>
  )
}

/** What can be done with a saved report in the shell that saved it. */
function AfterSaving({ report: { handle, opens } }: Readonly<{ report: SavedReport }>): ReactNode {
  return (
    <>
      {opens !== null && (
        <Button size="s" icon={<ExternalLink aria-hidden />} onClick={() => void openReport(opens)}>
          {bridge.shell === 'desktop' ? 'Open' : 'Open in a new tab'}
        </Button>
      )}
      {handle !== null && (
        <Button
          size="s"
          icon={<FolderOpen aria-hidden />}
          onClick={() => void bridge.showSaved(handle)}
        >
          Show in folder
        </Button>
      )}
    </>
  )
}

function pagesOf({ pages }: SavedReport): string {
  return pages === 0 ? '' : `, ${formatCount(pages, { one: 'page', many: 'pages' })}`
}
