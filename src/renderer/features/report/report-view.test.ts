import { describe, expect, it } from 'vitest'
import type { MilestoneRow, Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { reportSummaries } from './report-view.ts'

const milestone = { target: 10, progress: 0.5 } as MilestoneRow
const status = {
  level: 'L6',
  today: '2026-11-24',
  profile: { name: 'Ada', startDate: '2026-09-01', interviewDate: '2026-12-15', weeklyHours: 15 },
  totals: { sessions: 142, seconds: 0, studyDays: 60, mappedSeconds: 0 },
  allocation: [0.35, 0.3, 0.25, 0.1].map((plannedShare) => ({ name: 'Part', plannedShare })),
  allocationDistance: 6.25,
  pace: { status: 'behind', countedHours: 168.3, plannedHours: 285, daysLeft: 21 },
  checklist: { items: 32, shown: 7, shownWithStory: 3 },
  metrics: { indicators: 12, met: 0, noValue: 12 },
  readiness: { score: 34.2 },
  forecast: { basis: 'nothing' },
  milestones: [
    milestone,
    { ...milestone, progress: 1 },
    { ...milestone, target: null, progress: null },
  ],
} as unknown as Status
const playbook = {
  name: 'L6 engineering manager',
  checklist: [{ items: Array.from({ length: 32 }) }],
  indicators: [{ indicators: Array.from({ length: 12 }) }],
} as unknown as Playbook

function summaries(state: Status, book = playbook) {
  return reportSummaries(state, book)
}

describe('what is in the report', () => {
  it('is told with the figures of the status', () => {
    expect(summaries(status)).toMatchObject({
      'where-you-stand': 'Behind, 168.3 h of 285.0 h done',
      allocation: '4 categories, allocation distance 6.3',
      milestones: '1 of 2 reached, 1 more without a target',
      checklist: '10 of 32 shown',
      'success-metrics': '12 metrics, no data yet',
      'practice-log': 'The latest of 142 sessions in all',
    })
  })

  it('calls nothing logged no data, and never behind', () => {
    const empty = {
      ...status,
      totals: { ...status.totals, sessions: 0 },
      allocationDistance: null,
    }
    expect(summaries(empty)).toMatchObject({
      'where-you-stand': 'Nothing logged yet of 285.0 h planned',
      allocation: '4 categories, no data yet',
      'practice-log': 'No sessions yet',
    })
  })

  it('says what a playbook leaves out', () => {
    const bare = { ...playbook, checklist: [], indicators: [] }
    const none = {
      ...status,
      milestones: status.milestones.map((row) => ({ ...row, target: null })),
    }
    expect(summaries(none, bare)).toMatchObject({
      milestones: '3, none with a target',
      checklist: 'The playbook has none',
      'success-metrics': 'The playbook has none',
    })
  })
})
