import type { Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import type { Profile } from '#contract/profile.ts'
import type { ReportSectionId } from '#contract/report.ts'
import { inReportOrder, reportSectionNames } from '#domain/report-contents.ts'
import { coverOf } from './report-view.ts'
import './cover-preview.css'

/**
 * A drawing of the first page: paper is white in every theme. Its lines may break otherwise in the PDF. Screen readers
 * pass it by, as all that it says stands in words elsewhere on the screen.
 */
export function CoverPreview({
  status,
  playbook,
  profile,
  sections,
}: Readonly<{
  status: Status
  playbook: Playbook
  profile: Profile
  sections: readonly ReportSectionId[]
}>) {
  const cover = coverOf(status, playbook, profile)
  return (
    <figure className="report-preview">
      <div className="report-cover" data-theme="light" data-paper={profile.paper} aria-hidden>
        <div className="report-page">
          <p className="report-brand">Loopready</p>
          <p className="report-overline">Readiness report</p>
          <p className="report-title" data-long={cover.title.length > 28 || undefined}>
            {cover.title}
          </p>
          <p className="report-subtitle">{cover.subtitle}</p>
          <div className="report-strip">
            {status.allocation.map((row, index) => (
              <span
                key={row.category}
                data-category={index + 1}
                style={{ flexGrow: row.plannedShare }}
              />
            ))}
          </div>
          <p className="report-strip-caption">{cover.stripCaption}</p>
          <dl className="report-facts">
            {cover.facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <div className="report-contents">
            <p>Contents</p>
            <ul>
              {inReportOrder(sections)
                .filter((id) => id !== 'cover')
                .map((id) => (
                  <li key={id}>{reportSectionNames[id]}</li>
                ))}
            </ul>
          </div>
        </div>
      </div>
      <figcaption>Preview of the cover, {profile.paper}</figcaption>
    </figure>
  )
}
