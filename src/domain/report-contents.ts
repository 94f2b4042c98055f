import type { ReportPreset, ReportSectionId } from '#contract/report.ts'

/** The parts of the report with their titles, in their order. */
export const reportSectionNames: Readonly<Record<ReportSectionId, string>> = {
  cover: 'Cover and contents',
  readiness: 'Readiness',
  'where-you-stand': 'Where you stand',
  allocation: 'Allocation against the plan',
  forecast: 'Trend and forecast',
  milestones: 'Milestones',
  checklist: 'Checklist',
  'success-metrics': 'Success metrics',
  scope: 'Scope',
  principles: 'Principle coverage',
  stories: 'Stories',
  rehearsals: 'Rehearsals and mock interviews',
  'practice-log': 'Practice log',
  methods: 'Methods and sources',
}

// The keys of a record that is complete by its type, in the order in which it is written.
export const reportSectionOrder = Object.keys(reportSectionNames) as readonly ReportSectionId[]

/** The presets that come with the app. */
export const builtInPresets: readonly ReportPreset[] = [
  {
    id: 'full',
    name: 'Full report',
    own: false,
    contents: {
      sections: [...reportSectionOrder],
      storyFormat: '2min',
      findings: false,
      aliases: false,
    },
  },
  {
    id: 'one-page',
    name: 'One-page summary',
    own: false,
    contents: {
      sections: ['readiness'],
      storyFormat: '2min',
      findings: false,
      aliases: false,
    },
  },
  {
    id: 'stories',
    name: 'Stories booklet',
    own: false,
    contents: {
      sections: ['cover', 'principles', 'stories'],
      storyFormat: 'whole',
      findings: false,
      aliases: false,
    },
  },
  {
    id: 'mentor',
    name: 'Mentor review',
    own: false,
    contents: {
      sections: [
        'cover',
        'readiness',
        'checklist',
        'success-metrics',
        'scope',
        'principles',
        'stories',
        'rehearsals',
        'methods',
      ],
      storyFormat: '2min',
      findings: true,
      aliases: true,
    },
  },
]

/** The chosen parts in the order of the report. */
export function inReportOrder(chosen: readonly ReportSectionId[]): readonly ReportSectionId[] {
  return reportSectionOrder.filter((id) => chosen.includes(id))
}
