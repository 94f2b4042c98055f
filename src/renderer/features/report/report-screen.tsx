import type { Profile } from '#contract/profile.ts'
import type { ReportSettings } from '#contract/report.ts'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { AliasesCard } from './aliases-card.tsx'
import { ContentsCard } from './contents-card.tsx'
import { CoverPreview } from './cover-preview.tsx'
import { reportSummaries } from './report-view.ts'
import { SaveCard } from './save-card.tsx'
import './report.css'

export type ReportScreenProps = Readonly<{
  /** The keys of the command that saves the report, as printed on them. */
  keys: readonly string[]
}>

/** What the report holds as of now, on which paper, and the one button that saves it. */
export function ReportScreen({ keys }: ReportScreenProps) {
  const status = useCall('plan.status', {})
  const profile = useCall('profile.get', {})
  const settings = useCall('report.settings', {})
  const level = status.data?.level
  const playbook = useCall('playbooks.get', { id: level ?? '' }, { enabled: level !== undefined })
  const person = profile.data?.profile ?? null

  const named =
    person !== null && settings.data?.contents.aliases === true
      ? aliased(person, settings.data.replaced)
      : person

  if (
    status.data !== undefined &&
    playbook.data !== undefined &&
    person !== null &&
    named !== null &&
    settings.data
  )
    return (
      <Screen
        title="Report"
        lead="Your readiness report: every figure as of now, with how it comes about."
      >
        <div className="report-sides">
          <div className="report-main">
            <SaveCard profile={person} name={named.name} keys={keys} />
            <ContentsCard
              settings={settings.data}
              summaries={reportSummaries(status.data, playbook.data)}
            />
            {settings.data.contents.aliases && <AliasesCard settings={settings.data} />}
          </div>
          {settings.data.contents.sections.includes('cover') && (
            <CoverPreview
              status={status.data}
              playbook={playbook.data}
              profile={named}
              sections={settings.data.contents.sections}
            />
          )}
        </div>
      </Screen>
    )

  return (
    <Screen title="Report">
      <Unanswered readings={[status, profile, settings, playbook]}>
        <Skeleton block />
      </Unanswered>
    </Screen>
  )
}

/** The person as the cover names them in a report with aliases. */
function aliased(person: Profile, replaced: ReportSettings['replaced']): Profile {
  const found = replaced.find(({ name }) => name === person.name.replaceAll(/\s+/g, ' ').trim())
  return found === undefined ? person : { ...person, name: found.alias }
}
