import type { Evidence } from '#contract/evidence.ts'
import type { Finding, StoryCheck } from '#contract/level-check.ts'
import type { Story } from '#contract/story.ts'
import { defaultStorySettings } from '../spoken.ts'
import { emptyContent } from '../story-fields.ts'
import { storyChecker, type CheckSurroundings } from './check.ts'
import type { LevelScope } from './dimensions.ts'

// For the tests of this folder only.

type Band = LevelScope['scope'][number]['bands'][number]
const row = (id: string, bands: Band[], rungs: string[] = []): LevelScope['scope'][number] => ({
  id,
  name: id,
  expectation: id,
  bands,
  rungs,
  provenance: { source: `Comparison, ${id}` },
})

/** The ranges of both levels as the playbooks have them; a test of the engine holds the real ones. */
export const levels: readonly LevelScope[] = [
  {
    id: 'L6',
    name: 'L6 engineering manager',
    checklist: [],
    scope: [
      row('team-scope', [
        { quantity: 'engineers-in-scope', unit: 'engineers', min: 10, max: 25 },
        { quantity: 'teams-in-scope', unit: 'teams', min: 2, max: 4 },
      ]),
      row('project-duration', [{ quantity: 'project-months', unit: 'months', min: 3, max: 12 }]),
      row('budget-authority', [
        { quantity: 'budget-usd', unit: 'USD', min: 100_000, max: 2_000_000 },
      ]),
      row('technology-decisions', [], ['component', 'service']),
      row('stakeholder-level', [], ['peer-manager', 'director']),
    ],
  },
  {
    id: 'L7',
    name: 'L7 senior manager',
    checklist: [],
    scope: [
      row('team-scope', [{ quantity: 'engineers-in-scope', unit: 'engineers', min: 100 }]),
      row('project-duration', [{ quantity: 'project-months', unit: 'months', min: 12, max: 36 }]),
      row('budget-authority', [
        { quantity: 'budget-usd', unit: 'USD', min: 2_000_000, max: 20_000_000 },
      ]),
      row('technology-decisions', [], ['platform', 'architecture']),
      row('stakeholder-level', [], ['vp', 'svp', 'c-level']),
    ],
  },
]

const at = '2026-10-01T10:00:00Z' as Story['createdAt']

/** A story in which no rule finds anything. */
export const soundStory: Story = {
  ...emptyContent,
  id: '0199a0a0-0000-7000-8000-000000000001',
  status: 'ready',
  version: 1,
  dismissals: [],
  missing: [],
  createdAt: at,
  changedAt: at,
  title: 'The checkout that slowed',
  level: 'L6',
  parts: {
    situation: 'Our customers waited 850 ms at the checkout, and 3 % of them left.',
    task: 'I had to bring it under 300 ms before the sale.',
    action:
      'I dug into the data and found the cause in how the service asked the database. I weighed a cache against a new schema, and chose the cache because it could be taken back. Two teams resisted at first. I showed them the traces, and we agreed on a trial. I wrote the first version of it with an engineer whom I was coaching, and owned the plan, the dashboards and the weekly review until it held.',
    result: 'The wait went down from 850 ms to 285 ms, and nobody left.',
    reflection: 'I learned to measure first.',
    growth: 'Two other teams use the dashboards since.',
  },
  alternatives: 'Buying more machines, which would have cost twice as much.',
  obstacles: 'A freeze on changes.',
  primaryPrinciple: 'ownership',
  secondaryPrinciples: ['dive-deep'],
  when: { from: '2026-01', to: '2026-06' },
  peopleLed: 12,
  peopleAffected: 200,
  teams: 2,
  budgetUsd: 250_000,
  durationMonths: 6,
  highestStakeholder: 'director',
  technologyLevel: 'service',
}

export const around: CheckSurroundings = {
  settings: defaultStorySettings,
  month: '2026-11',
  principles: [
    { id: 'ownership', name: 'Ownership', short: 'OWN' },
    { id: 'frugality', name: 'Frugality', short: 'FRUG' },
    { id: 'dive-deep', name: 'Dive Deep', short: 'DD' },
  ],
  levels,
  ownLevel: 'L6',
}

/** A figure of the ledger. */
export const figure = (facts: Partial<Evidence> = {}): Evidence => ({
  id: '0199a0a0-0000-7000-8000-0000000000e1',
  metric: 'Latency',
  baseline: 850,
  target: null,
  achieved: 285,
  unit: 'ms',
  period: '',
  source: '',
  note: '',
  links: [],
  createdAt: at,
  changedAt: at,
  ...facts,
})

type Changes = Partial<Omit<Story, 'parts' | 'formats'>> &
  Readonly<{ parts?: Partial<Story['parts']>; formats?: Partial<Story['formats']> }>

/** The sound story with changes, checked. */
export function checked(
  { parts, formats, ...changes }: Changes,
  figures: readonly Evidence[] = [],
  surroundings: Partial<CheckSurroundings> = {},
): StoryCheck {
  const story = {
    ...soundStory,
    ...changes,
    parts: { ...soundStory.parts, ...parts },
    formats: { ...soundStory.formats, ...formats },
  }
  return storyChecker({ ...around, ...surroundings })(story, figures)
}

/** The ids of the general findings. */
export function rulesIn(check: StoryCheck): string[] {
  return check.general.map(({ rule }) => rule)
}

/** The one finding of a rule, at any level. */
export function findingOf(check: StoryCheck, rule: string): Finding | undefined {
  return [...check.general, ...check.levels.flatMap(({ findings }) => findings)].find(
    (each) => each.rule === rule,
  )
}
