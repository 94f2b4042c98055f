import { formatDay } from '#domain/readable.ts'
import type { Report, ReportData } from './model.ts'
import { allocationSection } from './sections/allocation.ts'
import { checklistSection } from './sections/checklist.ts'
import { coverOf, personName } from './sections/cover.ts'
import { indicatorsSection } from './sections/indicators.ts'
import { methodsSection } from './sections/methods.ts'
import { milestonesSection } from './sections/milestones.ts'
import { practiceLogSection } from './sections/practice-log.ts'
import { storiesSection } from './sections/stories.ts'
import { summaryOf } from './sections/summary.ts'

/** What the report says: the figures of the status, in words and in order. Pure, and free of any page. */
export function composeReport(data: ReportData): Report {
  const { status, playbook, profile } = data
  const name = personName(profile)
  const day = formatDay(status.today)
  const title =
    name === '' ? `Readiness report, ${status.level}` : `Readiness report, ${status.level}: ${name}`
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
    cover: coverOf(data),
    sections: [
      summaryOf(status),
      allocationSection(status),
      milestonesSection(status),
      checklistSection(playbook),
      indicatorsSection(playbook),
      storiesSection(data),
      ...practiceLogSection(data),
      methodsSection(data),
    ],
  }
}
