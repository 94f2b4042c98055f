import { CircleAlert, FileText, RefreshCw } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { ReportPreview } from '../../../bridge/report-preview.ts'
import { reportPreview } from '../../../bridge/report-building.ts'
import { Button } from '../../../ui/button.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { partDone } from '../report-format.ts'
import { EmptyState, ErrorState, Notice } from '../../../ui/states.tsx'

export type StandingProps = Readonly<{
  preview: ReportPreview
  /** The report is built, but its pages could not be opened. */
  hasFailed: boolean
  onRetry: () => void
  onNames: () => void
}>

const notShown: CallError = {
  code: 'internal',
  message: 'The pages could not be shown.',
  hint: 'The report itself is ready: save it to look at it.',
}

/** What stands in place of pages: how far the first build is, or why there is none. */
export function NothingYet({ preview, hasFailed, onRetry, onNames }: StandingProps) {
  const { error, isPaused, built } = preview
  if (hasFailed)
    return (
      <div className="report-no-pages">
        <ErrorState
          title={notShown.message}
          actions={<Button onClick={pressed(onRetry)}>Show the pages again</Button>}
        >
          {notShown.hint}
        </ErrorState>
      </div>
    )
  if (error !== null)
    return (
      <div className="report-no-pages">
        <ErrorState
          title={error.message}
          actions={<WaysOut error={error} onNames={onNames} size="m" />}
        >
          {error.hint}
        </ErrorState>
      </div>
    )
  if (isPaused && built === null)
    return (
      <div className="report-no-pages">
        <EmptyState
          icon={<FileText />}
          title="No preview"
          actions={<Button onClick={pressed(reportPreview.build)}>Build the preview</Button>}
        >
          You canceled it. The report can be saved without one.
        </EmptyState>
      </div>
    )
  const isBuilt = built !== null && preview.isCurrent
  return (
    <div className="report-no-pages" aria-busy>
      <div className="report-first-build">
        <p>{isBuilt ? 'Opening the pages…' : 'Building the preview…'}</p>
        {!isBuilt && <Building preview={preview} />}
      </div>
    </div>
  )
}

/** Above pages that are on show: that newer ones are on their way, or why there are none. */
export function PreviewStanding({ preview, hasFailed, onRetry, onNames }: StandingProps) {
  const { built, error, isPaused, isCurrent } = preview
  const problem = error ?? (hasFailed ? notShown : null)
  if (problem !== null)
    return (
      <Notice
        tone="negative"
        role="alert"
        icon={<CircleAlert aria-hidden />}
        actions={
          error === null ? (
            <Button size="s" onClick={pressed(onRetry)}>
              Show the pages again
            </Button>
          ) : (
            <WaysOut error={error} onNames={onNames} size="s" />
          )
        }
      >
        <p>
          <strong>{problem.message}</strong> {problem.hint}
        </p>
        <p>The pages below are as they were before.</p>
      </Notice>
    )
  if (isCurrent) return <NotShown notices={built?.notices ?? []} />
  if (isPaused)
    return (
      <Notice
        icon={<RefreshCw aria-hidden />}
        actions={
          <Button size="s" onClick={pressed(reportPreview.build)}>
            Update the preview
          </Button>
        }
      >
        The pages below are as they were before the last change.
      </Notice>
    )
  return (
    <div className="report-updating">
      <output>Updating…</output>
      <Building preview={preview} />
    </div>
  )
}

/** What of the texts the report cannot show; it says so on its cover as well. */
function NotShown({ notices }: Readonly<{ notices: readonly string[] }>) {
  if (notices.length === 0) return null
  return (
    <Notice tone="caution" icon={<CircleAlert aria-hidden />}>
      {notices.join(' ')}
    </Notice>
  )
}

/** The bar stands before a build begins, so that nothing moves when it does. */
function Building({ preview: { work } }: Pick<StandingProps, 'preview'>) {
  return (
    <div className="report-building">
      <ProgressBar kind="work" label="Building the preview" value={work?.done ?? 0} />
      <span className="report-building-part" aria-hidden>
        {partDone(work?.done ?? 0)}
      </span>
      <Button
        size="s"
        pending={work?.canceling === true}
        disabled={work === null}
        onClick={pressed(reportPreview.cancel)}
      >
        Cancel preview
      </Button>
    </div>
  )
}

function WaysOut({
  error: { code },
  onNames,
  size,
}: Readonly<{ error: CallError; onNames: () => void; size: 's' | 'm' }>) {
  return (
    <>
      {code === 'conflict' && (
        <Button size={size} onClick={onNames}>
          Go to the names
        </Button>
      )}
      {code === 'no-profile' && <LinkButton href="#/profile">Go to the profile</LinkButton>}
      <Button size={size} onClick={pressed(reportPreview.build)}>
        Try again
      </Button>
    </>
  )
}

/** These buttons go once they are pressed; the keyboard goes on from the preview that they are in. */
function pressed(run: () => void) {
  return (event: MouseEvent<HTMLElement>) => {
    event.currentTarget.closest<HTMLElement>('.report-preview')?.focus({ preventScroll: true })
    run()
  }
}
