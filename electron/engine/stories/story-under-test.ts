import type { StoryContent } from '#contract/story.ts'
import { emptyContent } from '#domain/story-fields.ts'
import { openEngine } from '../../../tests/support/engine.ts'

// For the tests of this folder only.

/** A story of which every field is filled in, but for the figures of the ledger. */
export const aStory: StoryContent = {
  ...emptyContent,
  title: 'The checkout that slowed',
  level: 'L6',
  parts: {
    situation: 'The checkout took 850 ms before the busiest day.',
    task: 'I had to bring it under 300 ms.',
    action: 'I set up three phases and brought DevOps in.',
    result: 'It took 285 ms, and nothing went down.',
    reflection: 'I would measure earlier.',
    growth: 'Two teams took over the dashboards.',
  },
  alternatives: 'Buying more machines.',
  obstacles: 'A freeze on changes.',
  primaryPrinciple: 'ownership',
  secondaryPrinciples: ['dive-deep', 'deliver-results'],
  archetype: 'crisis',
  when: { from: '2023-09', to: '2023-12' },
  employer: 'A shop',
  role: 'Engineering manager',
  peopleLed: 12,
  peopleAffected: 200,
  teams: 2,
  budgetUsd: 250_000.5,
  durationMonths: 1.5,
  highestStakeholder: 'director',
  technologyLevel: 'service',
  formats: { ...emptyContent.formats, '2min': 'Two minutes of it.' },
  followUps: [{ question: 'How was it measured?', answer: '' }],
  tags: ['performance', 'Q4'],
  checklistItems: [{ playbook: 'L6', item: 'impact-1m' }],
}

/** An engine with one story. */
export async function withStory(content: Partial<StoryContent> = {}, dataDir?: string) {
  const setup = openEngine(dataDir === undefined ? {} : { dataDir })
  const { story } = await setup.ask('stories.create', { content: { ...aStory, ...content } })
  return { ...setup, story }
}
