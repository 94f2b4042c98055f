import type { ReportSectionId } from '#contract/report.ts'
import { formatDay } from '#domain/readable.ts'
import { inReportOrder } from '#domain/report-contents.ts'
import type { Report, ReportData, Section } from './model.ts'
import { allocationSection } from './sections/allocation.ts'
import { checklistSection } from './sections/checklist.ts'
import { coverOf, personName } from './sections/cover.ts'
import { forecastSection } from './sections/forecast.ts'
import { methodsSection } from './sections/methods.ts'
import { metricsSection } from './sections/metrics.ts'
import { milestonesSection } from './sections/milestones.ts'
import { practiceLogSection } from './sections/practice-log.ts'
import { principlesSection } from './sections/principles.ts'
import { readinessSection } from './sections/readiness.ts'
import { rehearsalsSection } from './sections/rehearsals.ts'
import { scopeSection } from './sections/scope.ts'
import { storiesSection } from './sections/stories.ts'
import { summaryOf } from './sections/summary.ts'

const composers: Readonly<
  Record<Exclude<ReportSectionId, 'cover'>, (data: ReportData) => Section>
> = {
  readiness: readinessSection,
  'where-you-stand': ({ status }) => summaryOf(status),
  allocation: ({ status }) => allocationSection(status),
  forecast: ({ status }) => forecastSection(status),
  milestones: ({ status }) => milestonesSection(status),
  checklist: checklistSection,
  'success-metrics': metricsSection,
  scope: scopeSection,
  principles: principlesSection,
  stories: storiesSection,
  rehearsals: rehearsalsSection,
  'practice-log': practiceLogSection,
  methods: methodsSection,
}

/** What the report says: the figures of the engine's calls, in words and in order. Pure, and free of any page. */
export function composeReport(data: ReportData): Report {
  const { status, playbook, profile, contents } = data
  const name = personName(profile)
  const day = formatDay(status.today)
  const title =
    name === '' ? `Readiness report, ${status.level}` : `Readiness report, ${status.level}: ${name}`
  const sections = inReportOrder(contents.sections)
  return {
    title,
    author: name === '' ? 'Loopready' : name,
    subject: `Preparation for level ${status.level}, as of ${day}`,
    keywords: [
      'readiness report',
      status.level,
      playbook.name,
      ...playbook.plan.categories.map((category) => category.name),
    ],
    fileName: `loopready-${status.level}-${status.today}.pdf`,
    head:
      name === ''
        ? `Readiness report · ${status.level}`
        : `Readiness report · ${status.level} · ${name}`,
    foot: `Loopready · Data as of ${day}`,
    cover: sections.includes('cover') ? coverOf(data) : null,
    sections: sections.flatMap((id) => (id === 'cover' ? [] : [composers[id](data)])),
  }
}
