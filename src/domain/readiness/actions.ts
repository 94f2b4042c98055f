import type { ReadinessAction } from '#contract/readiness.ts'
import type { ReadinessRule } from '#contract/readiness-weights.ts'
import { mockTypeNames } from '../mocks.ts'
import { formatCount, trimmedDecimals } from '../readable.ts'
import type { ReadinessFacts } from './facts.ts'
import { FEWEST_STORIES, FULLY_REHEARSED, type PartId, RESULTS_THAT_COUNT } from './parts.ts'
import { sessionCount, sessionHours } from './steps.ts'

/** Something that can be done next, the part that it is meant for, and the facts once it is done. */
export type PossibleAction = Readonly<{
  part: PartId
  action: ReadinessAction
  text: string
  after: ReadinessFacts
}>

/** How long a suggested session is, in hours. */
export const STUDY_HOURS = 2
/** How many principles a suggested new story serves. */
const PRINCIPLES_OF_A_STORY = 4
/** The rating that a suggested mock interview is reckoned with: hire. */
const EXPECTED_RATING = 4
/** What an item is worth with evidence, and with a story. */
const WITH_EVIDENCE = 0.8

/** Everything that could be done next, each by itself. */
export function possibleActions(
  facts: ReadinessFacts,
  rule: ReadinessRule,
): readonly PossibleAction[] {
  return [
    ...study(facts, rule),
    ...counting(facts, rule),
    ...items(facts),
    ...writing(facts),
    ...telling(facts),
    ...results(facts),
  ]
}

function study(facts: ReadinessFacts, { weights }: ReadinessRule): PossibleAction[] {
  return facts.plan
    .filter(({ hours, plannedHours }) => hours < plannedHours)
    .map((row) => {
      const hours = Math.min(STUDY_HOURS, Math.max(0.25, row.plannedHours - row.hours))
      const counted = Math.min(hours, sessionHours(weights, row.plannedHours))
      return {
        part: 'planProgress' as const,
        action: { kind: 'study' as const, category: row.category, hours },
        text: `Study ${row.name} for ${trimmedDecimals(hours)} h`,
        after: {
          ...facts,
          plan: facts.plan.map((other) =>
            other === row ? { ...other, hours: other.hours + counted } : other,
          ),
        },
      }
    })
}

function counting(facts: ReadinessFacts, { weights }: ReadinessRule): PossibleAction[] {
  return facts.milestones
    .filter(({ actual, target }) => actual < target)
    .map((row) => {
      const { id, category, unit, measure } = row
      const n = Math.max(
        1,
        Math.min(Math.ceil(row.target / 20), Math.ceil(row.target - row.actual)),
      )
      const counted = measure === 'counts' ? Math.min(n, sessionCount(weights, row.target)) : n
      return {
        part: 'milestones' as const,
        action:
          measure === 'counts'
            ? { kind: 'count' as const, milestone: id, category, n }
            : { kind: 'state' as const, milestone: id },
        text:
          measure === 'counts'
            ? `Do ${formatCount(n, unit)} more`
            : `Master one more ${unit.one}, and state it`,
        after: {
          ...facts,
          milestones: facts.milestones.map((other) =>
            other === row ? { ...other, actual: other.actual + counted } : other,
          ),
        },
      }
    })
}

function items(facts: ReadinessFacts): PossibleAction[] {
  return facts.checklist
    .filter(({ worth }) => worth < 1)
    .map((row) => {
      const isStory = row.worth >= WITH_EVIDENCE
      return {
        part: 'checklist' as const,
        action: { kind: 'checklist-item' as const, item: row.id },
        text: `${isStory ? 'Link a story to' : 'Show with evidence'}: ${row.text}`,
        after: {
          ...facts,
          checklist: facts.checklist.map((other) =>
            other === row ? { ...other, worth: isStory ? 1 : WITH_EVIDENCE } : other,
          ),
        },
      }
    })
}

function writing(facts: ReadinessFacts): PossibleAction[] {
  const ready = (story: ReadinessFacts['stories'][number]) => ({ ...story, isReady: true })
  const finishing = facts.stories
    .filter(({ isReady }) => !isReady)
    .map((story) => ({
      part: 'storyCoverage' as const,
      action: { kind: 'finish-story' as const, story: story.id },
      text: `Finish the story “${story.title}”`,
      after: {
        ...facts,
        stories: facts.stories.map((other) => (other === story ? ready(other) : other)),
      },
    }))
  const gaps = facts.principles
    .map(({ id, name, needed }) => {
      const serving = facts.stories.filter(
        (story) => story.isReady && story.principles.includes(id),
      ).length
      return { id, name, missing: Math.max(FEWEST_STORIES, needed) - serving }
    })
    .filter(({ missing }) => missing > 0)
    .toSorted((a, b) => b.missing - a.missing)
    .slice(0, PRINCIPLES_OF_A_STORY)
  if (gaps.length === 0) return finishing
  const [first, ...rest] = gaps.map(({ name }) => name)
  const story = {
    id: 'new',
    title: 'A new story',
    isReady: true,
    principles: gaps.map(({ id }) => id),
    rehearsals: 0,
  }
  return [
    ...finishing,
    {
      part: 'storyCoverage',
      action: { kind: 'write-story', principles: gaps.map(({ id }) => id) },
      text: `Write a story for ${first ?? ''}${rest.length > 0 ? ` that also serves ${rest.join('; ')}` : ''}`,
      after: { ...facts, stories: [...facts.stories, story] },
    },
  ]
}

function telling(facts: ReadinessFacts): PossibleAction[] {
  const names = new Map(facts.principles.map(({ id, name }) => [id, name]))
  return facts.stories
    .filter(({ isReady, rehearsals }) => isReady && rehearsals < FULLY_REHEARSED)
    .map((story) => {
      const principle = names.get(story.principles[0] ?? '')
      return {
        part: 'rehearsal' as const,
        action: { kind: 'rehearse' as const, story: story.id },
        text: principle
          ? `Rehearse the story for ${principle}: “${story.title}”`
          : `Rehearse the story “${story.title}”`,
        after: {
          ...facts,
          stories: facts.stories.map((other) =>
            other === story ? { ...other, rehearsals: other.rehearsals + 1 } : other,
          ),
        },
      }
    })
}

function results(facts: ReadinessFacts): PossibleAction[] {
  const metrics = facts.metrics
    .filter(({ worth }) => worth !== 1)
    .map((row) => ({
      part: 'metrics' as const,
      action: { kind: 'metric' as const, indicator: row.id },
      text:
        row.worth === null ? `Record a value for: ${row.text}` : `Reach and record: ${row.text}`,
      after: {
        ...facts,
        metrics: facts.metrics.map((other) => (other === row ? { ...other, worth: 1 } : other)),
      },
    }))
  const mocks = facts.mockTypes
    .filter(
      (type) =>
        facts.mocks.filter((mock) => mock.type === type && mock.overall >= EXPECTED_RATING).length <
        RESULTS_THAT_COUNT,
    )
    .map((type) => ({
      part: 'mocks' as const,
      action: { kind: 'mock' as const, type },
      text: `Do a mock interview: ${mockTypeNames[type]}, reckoned with the rating “hire”`,
      after: { ...facts, mocks: [...facts.mocks, { type, overall: EXPECTED_RATING }] },
    }))
  return [...metrics, ...mocks]
}
