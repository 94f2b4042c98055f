import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useCall } from '../../bridge/queries.ts'
import { CoverPreview } from './cover-preview.tsx'
import { reportSectionsOf } from './report-view.ts'
import { SaveCard } from './save-card.tsx'
import { SectionsCard } from './sections-card.tsx'
import './report.css'

export type ReportScreenProps = Readonly<{
  /** The keys of the command that saves the report, as printed on them. */
  keys: readonly string[]
}>

/** What the report holds as of now, on which paper, and the one button that saves it. */
export function ReportScreen({ keys }: ReportScreenProps) {
  const status = useCall('plan.status', {})
  const profile = useCall('profile.get', {})
  const level = status.data?.level
  const playbook = useCall('playbooks.get', { id: level ?? '' }, { enabled: level !== undefined })
  const person = profile.data?.profile ?? null

  if (status.data !== undefined && playbook.data !== undefined && person !== null)
    return (
      <Screen
        title="Report"
        lead="Your readiness report as a PDF: every figure as of now, with how it comes about."
      >
        <div className="report-sides">
          <div className="report-main">
            <SaveCard profile={person} keys={keys} />
            <SectionsCard sections={reportSectionsOf(status.data, playbook.data)} />
          </div>
          <CoverPreview status={status.data} playbook={playbook.data} profile={person} />
        </div>
      </Screen>
    )

  const error = status.error ?? profile.error ?? playbook.error
  return (
    <Screen title="Report">
      {error === null ? (
        <div aria-busy>
          <Skeleton block />
        </div>
      ) : (
        <ErrorState
          title={error.message}
          actions={
            <Button
              onClick={() => {
                status.retry()
                profile.retry()
                if (level !== undefined) playbook.retry()
              }}
            >
              Try again
            </Button>
          }
        >
          {error.hint}
        </ErrorState>
      )}
    </Screen>
  )
}
