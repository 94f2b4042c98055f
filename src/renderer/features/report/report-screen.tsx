import { useRef, useState } from 'react'
import type { Profile } from '#contract/profile.ts'
import type { ReportFormat, ReportSettings } from '#contract/report.ts'
import { Screen } from '../../ui/screen.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { AliasesCard } from './aliases-card.tsx'
import { ContentsCard } from './contents-card.tsx'
import { FileCard } from './file-card.tsx'
import { PreviewPane } from './preview/preview-pane.tsx'
import { reportSummaries } from './report-view.ts'
import { SaveButton } from './save-button.tsx'
import { SavingState } from './saving-state.tsx'
import './report.css'

export type ReportScreenProps = Readonly<{
  /** The keys of the command that saves the report, as printed on them. */
  keys: readonly string[]
}>

/** What shows in a window that is too narrow for both. */
type Side = 'choices' | 'preview'

/** What the report holds, its pages as they would be saved now, and the one button that saves it. */
export function ReportScreen({ keys }: ReportScreenProps) {
  const status = useCall('plan.status', {})
  const profile = useCall('profile.get', {})
  const settings = useCall('report.settings', {})
  const level = status.data?.level
  const playbook = useCall('playbooks.get', { id: level ?? '' }, { enabled: level !== undefined })
  const person = profile.data?.profile ?? null
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const [side, setSide] = useState<Side>('choices')
  const names = useRef<HTMLDivElement>(null)
  const goToNames = () => {
    setSide('choices')
    // After the choices are there again, where they were hidden.
    requestAnimationFrame(() => {
      names.current?.focus()
      names.current?.scrollIntoView({ block: 'nearest' })
    })
  }

  if (
    status.data !== undefined &&
    playbook.data !== undefined &&
    person !== null &&
    settings.data !== undefined
  ) {
    const { contents, replaced } = settings.data
    return (
      <Screen
        title="Report"
        lead="Your readiness report: every figure as of now, with how it comes about."
        width="full"
        actions={
          <>
            <div className="report-side">
              <Segmented<Side>
                label="Show"
                value={side}
                onValue={setSide}
                options={[
                  { value: 'choices', label: 'Choices' },
                  { value: 'preview', label: 'Preview' },
                ]}
              />
            </div>
            <SaveButton format={format} keys={keys} />
          </>
        }
      >
        <SavingState />
        <div className="report-sides" data-side={side}>
          <div className="report-main">
            <FileCard
              profile={person}
              name={contents.aliases ? aliased(person.name, replaced) : person.name}
              format={format}
              onFormat={setFormat}
            />
            <ContentsCard
              settings={settings.data}
              summaries={reportSummaries(status.data, playbook.data)}
            />
            {contents.aliases && (
              <div ref={names} tabIndex={-1} className="report-names">
                <AliasesCard settings={settings.data} />
              </div>
            )}
          </div>
          <PreviewPane asOf={status.data.today} onNames={goToNames} />
        </div>
      </Screen>
    )
  }

  return (
    <Screen title="Report" width="full">
      <Unanswered readings={[status, profile, settings, playbook]}>
        <Skeleton block />
      </Unanswered>
    </Screen>
  )
}

/** The name that the cover of a report with aliases shows. */
function aliased(given: Profile['name'], replaced: ReportSettings['replaced']): string {
  const plain = given.replaceAll(/\s+/g, ' ').trim()
  return replaced.find(({ name }) => name === plain)?.alias ?? given
}
