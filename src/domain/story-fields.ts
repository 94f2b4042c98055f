import type { StoryContent, StoryFormat, StoryPart } from '#contract/story.ts'

/** The parts of STAR++ with their names, in the order in which a story is told. */
export const partNames: Readonly<Record<StoryPart, string>> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  reflection: 'Reflection',
  growth: 'Growth',
}

/** The lengths that a story can be told in, the shortest first. */
export const formatNames: Readonly<Record<StoryFormat, string>> = {
  '30s': 'In 30 seconds',
  '60s': 'In 60 seconds',
  '2min': 'In 2 minutes',
  '3min': 'In 3 minutes',
  '5min': 'In 5 minutes',
}

// The keys of a record that is complete by its type, in the order in which it is written.
export const partOrder = Object.keys(partNames) as readonly StoryPart[]
export const formatOrder = Object.keys(formatNames) as readonly StoryFormat[]

/** One field of the editor: where it stands in the content, its name for people, and what it says as text. */
export type StoryField = Readonly<{
  field: string
  label: string
  textOf: (content: StoryContent) => string
}>

const number = (value: number | null) => (value === null ? '' : String(value))
const lines = (list: readonly string[]) => list.join('\n')

/** Every field of a story in the order of the editor; equal texts mean equal fields. */
export const storyFields: readonly StoryField[] = [
  { field: 'title', label: 'Title', textOf: (content) => content.title },
  { field: 'level', label: 'Level', textOf: ({ level }) => level ?? '' },
  ...partOrder.map((part) => ({
    field: `parts.${part}`,
    label: partNames[part],
    textOf: ({ parts }: StoryContent) => parts[part],
  })),
  {
    field: 'alternatives',
    label: 'Alternatives considered',
    textOf: ({ alternatives }) => alternatives,
  },
  { field: 'obstacles', label: 'Obstacles', textOf: ({ obstacles }) => obstacles },
  { field: 'results', label: 'Results', textOf: ({ results }) => lines(results) },
  {
    field: 'primaryPrinciple',
    label: 'Primary principle',
    textOf: ({ primaryPrinciple }) => primaryPrinciple ?? '',
  },
  {
    field: 'secondaryPrinciples',
    label: 'Secondary principles',
    textOf: ({ secondaryPrinciples }) => lines(secondaryPrinciples),
  },
  { field: 'archetype', label: 'Archetype', textOf: ({ archetype }) => archetype ?? '' },
  {
    field: 'when',
    label: 'When',
    textOf: ({ when }) => (when ? [when.from, when.to ?? []].flat().join(' to ') : ''),
  },
  { field: 'employer', label: 'Employer', textOf: ({ employer }) => employer },
  { field: 'role', label: 'Role', textOf: ({ role }) => role },
  { field: 'peopleLed', label: 'People led', textOf: ({ peopleLed }) => number(peopleLed) },
  {
    field: 'peopleAffected',
    label: 'People affected',
    textOf: ({ peopleAffected }) => number(peopleAffected),
  },
  { field: 'teams', label: 'Teams', textOf: ({ teams }) => number(teams) },
  { field: 'budgetUsd', label: 'Budget in USD', textOf: ({ budgetUsd }) => number(budgetUsd) },
  {
    field: 'durationMonths',
    label: 'Duration in months',
    textOf: ({ durationMonths }) => number(durationMonths),
  },
  {
    field: 'highestStakeholder',
    label: 'Highest stakeholder',
    textOf: ({ highestStakeholder }) => highestStakeholder ?? '',
  },
  {
    field: 'technologyLevel',
    label: 'Technology level',
    textOf: ({ technologyLevel }) => technologyLevel ?? '',
  },
  ...formatOrder.map((format) => ({
    field: `formats.${format}`,
    label: formatNames[format],
    textOf: ({ formats }: StoryContent) => formats[format],
  })),
  {
    field: 'followUps',
    label: 'Follow-up questions',
    textOf: ({ followUps }) =>
      followUps.map(({ question, answer }) => `${question}\n${answer}`).join('\n\n'),
  },
  { field: 'tags', label: 'Tags', textOf: ({ tags }) => lines(tags) },
  {
    field: 'checklistItems',
    label: 'Checklist items',
    textOf: ({ checklistItems }) =>
      lines(checklistItems.map(({ playbook, item }) => `${playbook}: ${item}`)),
  },
]

/** A story in which nothing is written yet. */
export const emptyContent: StoryContent = {
  title: '',
  level: null,
  parts: { situation: '', task: '', action: '', result: '', reflection: '', growth: '' },
  alternatives: '',
  obstacles: '',
  primaryPrinciple: null,
  secondaryPrinciples: [],
  archetype: null,
  when: null,
  employer: '',
  role: '',
  peopleLed: null,
  peopleAffected: null,
  teams: null,
  budgetUsd: null,
  durationMonths: null,
  highestStakeholder: null,
  technologyLevel: null,
  results: [],
  formats: { '30s': '', '60s': '', '2min': '', '3min': '', '5min': '' },
  followUps: [],
  tags: [],
  checklistItems: [],
}
