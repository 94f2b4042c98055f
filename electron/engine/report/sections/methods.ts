import { formatHours } from '#domain/duration.ts'
import { milestoneTargetLabel } from '#domain/milestones.ts'
import { decimals, formatDay, formatPercent } from '#domain/readable.ts'
import type { Pace, Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import type { Block, ReportData, Section, TableRow, Term } from '../model.ts'
import type { ReportSectionId } from '#contract/report.ts'
import { careerTerms } from './career-terms.ts'
import { disclaimer } from './cover.ts'

/** How every figure of the report comes about, and where each target is from. */
export function methodsSection(data: ReportData): Section {
  const { status, playbook } = data
  const isOn = (...ids: readonly ReportSectionId[]) =>
    ids.some((id) => data.contents.sections.includes(id))
  return {
    id: 'methods',
    title: 'Methods and sources',
    newPage: true,
    blocks: [
      {
        kind: 'paragraph',
        text: `Made by Loopready from the data on this computer as of ${formatDay(status.today)} (${status.timeZone}), with the playbook “${playbook.name}”, version ${decimals(status.playbook.version, 0)}. Nothing was sent anywhere. The same data on the same day give the same file. ${disclaimer}`,
      },
      { kind: 'heading', level: 2, text: 'How each figure comes about' },
      {
        kind: 'terms',
        items: [
          ...(isOn('where-you-stand', 'allocation', 'milestones')
            ? [...allocationTerms(status), ...paceTerms(status.pace), ...milestoneTerms]
            : []),
          ...careerTerms(data, isOn),
          ...otherTerms,
        ],
      },
      { kind: 'heading', level: 2, text: 'Where the targets come from' },
      ...playbook.sources.map((source): Block => ({
        kind: 'paragraph',
        tone: 'muted',
        text: `${source.title}. ${source.note}`,
      })),
      sources(status, playbook),
    ],
  }
}

function allocationTerms({ allocation, allocationDistance }: Status): readonly Term[] {
  const drifts = allocation.flatMap((row) => (row.driftPoints === null ? [] : [row.driftPoints]))
  return [
    {
      term: 'Planned share',
      text: 'The part of the study time that the preparation plan gives to a category.',
      source: 'Playbook, preparation plan. It is not the formula by which a candidate is weighed.',
    },
    {
      term: 'Planned hours',
      text: 'The budget of a category: the playbook’s hours, or your own where you changed them.',
      source: 'Playbook, preparation plan, or profile.',
    },
    {
      term: 'Actual share',
      text: 'Time logged in a category, divided by the time logged in all categories of this plan.',
      source:
        'Sessions. Each counts in the category it was logged in, or is mapped to at this level.',
    },
    {
      term: 'Drift',
      text: '100 × (actual share − planned share), in percentage points.',
    },
    {
      term: 'Allocation distance',
      text:
        allocationDistance === null
          ? 'Half the sum of the drifts without their signs, from 0 to 100. No data yet.'
          : `Half the sum of the drifts without their signs, from 0 to 100: (${drifts.map((drift) => decimals(Math.abs(drift), 1)).join(' + ')}) ÷ 2 = ${decimals(allocationDistance, 1)}.`,
      source: 'Half, because a point too many in one category is a point missing in another.',
    },
    {
      term: 'Hours left',
      text: 'Planned hours − logged hours of a category, never below 0.',
    },
  ]
}

function paceTerms(pace: Pace): readonly Term[] {
  const elapsed = formatPercent(pace.elapsedShare)
  return [
    {
      term: 'Due by today',
      text:
        pace.basis === 'interview-date'
          ? `Planned hours × the part of the days between start and interview that has passed: ${formatHours(pace.plannedHours)} × ${elapsed} = ${formatHours(pace.plannedToDateHours)}.`
          : `Weeks since the start × weekly hours, since no interview date is set; the plan’s hours at most: ${formatHours(pace.plannedToDateHours)}, which is ${elapsed} of the plan.`,
      source: 'The playbook sets no calendar; the dates and weekly hours are from the profile.',
    },
    {
      term: 'Pace',
      text: pace.rule,
      source: 'Hours beyond the budget of a category do not make up for hours missing in another.',
    },
    {
      term: 'Needed from now on',
      text:
        pace.requiredWeeklyHours === null
          ? 'Hours left ÷ (days left ÷ 7). Not known without days left before an interview date.'
          : `Hours left ÷ (days left ÷ 7): ${formatHours(pace.requiredWeeklyHours)} a week for ${formatHours(pace.remainingHours)}.`,
    },
  ]
}

const milestoneTerms: readonly Term[] = [
  {
    term: 'Milestone progress',
    text: 'Done ÷ the lower end of the target, 100 % at most, rounded down. More than the upper end is no fault.',
    source: 'Counts are added up over all sessions. What no session counts is as you stated it.',
  },
]

const otherTerms: readonly Term[] = [
  {
    term: 'Study day',
    text: 'The local calendar day on which a session started, kept with the session, so a later change of time zone moves nothing.',
  },
  {
    term: 'No data',
    text: 'Nothing is recorded for this part yet. It does not mean that something was tried and failed.',
  },
]

function sources(status: Status, playbook: Playbook): Block {
  const categories = playbook.plan.categories.map((category): TableRow => {
    const row = status.allocation.find((each) => each.category === category.slug)
    const hours = row?.plannedHours ?? category.hours.min
    return rowOf({
      name: category.name,
      own: hours === category.hours.min ? undefined : 'hours of your own',
      figure: `${formatPercent(category.share / 100)}, ${formatHours(hours)}`,
      provenance: category.provenance,
    })
  })
  const milestones = playbook.milestones.map((milestone): TableRow => {
    const row = status.milestones.find((each) => each.id === milestone.id)
    return rowOf({
      name: milestone.name,
      own: row?.ownTarget === true ? 'a target of your own' : undefined,
      figure: (row && milestoneTargetLabel(row)) ?? 'none set',
      provenance: milestone.provenance,
    })
  })
  return {
    kind: 'table',
    summary:
      'Each target with its figure, the part of the source that it is from, and how it was read.',
    columns: [
      { head: 'Target', align: 'left', weight: 4 },
      { head: 'Figure', align: 'right', weight: 0 },
      { head: 'Source, and how it was read', align: 'left', weight: 9 },
    ],
    rows: [...categories, ...milestones],
  }
}

type SourceRow = Readonly<{
  name: string
  own: string | undefined
  figure: string
  provenance: Readonly<{ source: string; reading?: string | undefined }>
}>

function rowOf({ name, own, figure, provenance: { source, reading } }: SourceRow): TableRow {
  return {
    kind: 'row',
    cells: [
      { text: name, lines: 4, ...(own === undefined ? {} : { detail: own }) },
      { text: figure },
      { text: source, ...(reading === undefined ? {} : { detail: reading }) },
    ],
  }
}
