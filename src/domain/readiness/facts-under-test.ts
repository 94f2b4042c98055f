import fc from 'fast-check'
import type { ReadinessRule } from '#contract/readiness-weights.ts'
import type { ReadinessFacts, StoryFact } from './facts.ts'
import { sessionCount, sessionHours } from './steps.ts'

const principleIds = Array.from({ length: 16 }, (_, index) => `principle-${index}`)
const types = [
  'behavioural',
  'system-design',
  'coding',
  'bar-raiser',
  'hiring-manager',
  'full-loop',
] as const

/** Nothing recorded, in the size of a real level. */
export const nothing: ReadinessFacts = {
  plan: [
    { category: 'design', name: 'Design', plannedHours: 100, hours: 0 },
    { category: 'coding', name: 'Coding', plannedHours: 85, hours: 0 },
    { category: 'stories', name: 'Stories', plannedHours: 70, hours: 0 },
    { category: 'dives', name: 'Dives', plannedHours: 30, hours: 0 },
  ],
  milestones: [
    {
      id: 'problems',
      name: 'Problems',
      category: 'design',
      unit: { one: 'problem', many: 'problems' },
      actual: 0,
      target: 15,
      measure: 'counts',
    },
    {
      id: 'languages',
      name: 'Languages',
      category: 'coding',
      unit: { one: 'language', many: 'languages' },
      actual: 0,
      target: 2,
      measure: 'stated',
    },
  ],
  checklist: Array.from({ length: 30 }, (_, index) => ({
    id: `item-${index}`,
    text: `Item ${index}`,
    share: 1 / 30,
    worth: 0,
  })),
  principles: principleIds.map((id, index) => ({
    id,
    name: `Principle ${index}`,
    needed: 2 + (index % 3),
  })),
  stories: [],
  metrics: Array.from({ length: 12 }, (_, index) => ({
    id: `metric-${index}`,
    text: `Metric ${index}`,
    worth: null,
  })),
  mockTypes: types,
  mocks: [],
}

/** Everything done that can be. */
export const everything: ReadinessFacts = {
  ...nothing,
  plan: nothing.plan.map((row) => ({ ...row, hours: row.plannedHours })),
  milestones: nothing.milestones.map((row) => ({ ...row, actual: row.target })),
  checklist: nothing.checklist.map((row) => ({ ...row, worth: 1 })),
  stories: Array.from({ length: 16 }, (_, index) => ({
    id: `s${index}`,
    title: `Story ${index}`,
    isReady: true,
    principles: nothing.principles.filter((_row, at) => at % 4 === index % 4).map(({ id }) => id),
    rehearsals: 3,
  })),
  metrics: nothing.metrics.map((row) => ({ ...row, worth: 1 })),
  mocks: nothing.mockTypes.flatMap((type) => [
    { type, overall: 5 },
    { type, overall: 5 },
  ]),
}

/** Weights as a playbook may have them; written out, as the domain takes only types from the contract. */
export const rule: ReadinessRule = {
  weights: {
    planProgress: 15,
    allocation: 5,
    milestones: 10,
    checklist: 20,
    storyCoverage: 15,
    rehearsal: 10,
    metrics: 10,
    mocks: 15,
  },
  rehearsedStories: 10,
}

const story = (id: number): fc.Arbitrary<StoryFact> =>
  fc.record({
    id: fc.constant(`story-${id}`),
    title: fc.constant(`Story ${id}`),
    isReady: fc.boolean(),
    principles: fc.uniqueArray(fc.constantFrom(...principleIds), { maxLength: 6 }),
    rehearsals: fc.nat(5),
  })

const hours = fc.double({ min: 0, max: 200, noNaN: true })
const worth = fc.constantFrom(0, 0.2, 0.4, 0.5, 0.8, 1)

/** Any facts, small plans and large ones, with much, little and nothing recorded. */
export const anyFacts: fc.Arbitrary<ReadinessFacts> = fc.record({
  plan: fc
    .array(fc.record({ plannedHours: fc.constantFrom(0, 1, 2.5, 30, 100), hours }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((rows) =>
      rows.map((row, index) => ({ category: `c${index}`, name: `Category ${index}`, ...row })),
    ),
  milestones: fc
    .array(
      fc.record({
        actual: fc.nat(40),
        target: fc.integer({ min: 1, max: 200 }),
        measure: fc.constantFrom('counts' as const, 'stated' as const),
      }),
      { maxLength: 5 },
    )
    .map((rows) =>
      rows.map((row, index) => ({
        id: `m${index}`,
        name: `Milestone ${index}`,
        category: 'c0',
        unit: { one: 'x', many: 'x' },
        ...row,
      })),
    ),
  checklist: fc
    .array(fc.record({ weight: fc.integer({ min: 1, max: 50 }), worth }), { maxLength: 12 })
    .map((rows) => {
      const all = rows.reduce((sum, { weight }) => sum + weight, 0)
      return rows.map((row, index) => ({
        id: `i${index}`,
        text: `Item ${index}`,
        share: row.weight / all,
        worth: row.worth,
      }))
    }),
  principles: fc.array(fc.nat(6), { minLength: 16, maxLength: 16 }).map((needed) =>
    needed.map((value, index) => ({
      id: `principle-${index}`,
      name: `Principle ${index}`,
      needed: value,
    })),
  ),
  stories: fc
    .nat(14)
    .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => story(index)))),
  metrics: fc
    .array(fc.constantFrom(null, 0, 0.5, 1), { maxLength: 12 })
    .map((rows) =>
      rows.map((value, index) => ({ id: `x${index}`, text: `Metric ${index}`, worth: value })),
    ),
  mockTypes: fc.constantFrom<ReadinessFacts['mockTypes']>(types, ['full-loop']),
  mocks: fc.array(
    fc.record({ type: fc.constantFrom(...types), overall: fc.integer({ min: 1, max: 5 }) }),
    { maxLength: 10 },
  ),
})

/** Any weights that a playbook may have. */
export const anyRule: fc.Arbitrary<ReadinessRule> = fc
  .record({
    hours: fc.integer({ min: 0, max: 40 }),
    allocation: fc.double({ min: 0, max: 1, noNaN: true }),
    rest: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }),
    rehearsedStories: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ hours: both, allocation, rest, rehearsedStories }) => {
    const all = rest.reduce((sum, value) => sum + value, 0)
    const at = (index: number) =>
      all === 0 ? (100 - both) / 6 : ((rest[index] ?? 0) / all) * (100 - both)
    return {
      rehearsedStories,
      weights: {
        planProgress: both * (1 - allocation),
        allocation: both * allocation,
        milestones: at(0),
        checklist: at(1),
        storyCoverage: at(2),
        rehearsal: at(3),
        metrics: at(4),
        mocks: at(5),
      },
    }
  })

/** One more thing done, of each kind that there is: the facts before it and after it. */
export type Deed = Readonly<{ kind: string; after: ReadinessFacts }>

const place = fc.nat(1000)

/** Something more of what is planned: one session, one item, one story, one rehearsal, one result. */
export function anyDeed(facts: ReadinessFacts, { weights }: ReadinessRule): fc.Arbitrary<Deed> {
  const at = <Item>(items: readonly Item[], index: number, change: (item: Item) => Item) =>
    items.map((item, other) => (other === index % items.length ? change(item) : item))
  return fc.oneof(
    fc.tuple(place, fc.double({ min: 0.001, max: 24, noNaN: true })).map(([index, length]) => ({
      kind: 'hours',
      after: {
        ...facts,
        plan: at(facts.plan, index, (row) => ({
          ...row,
          hours: row.hours + Math.min(length, sessionHours(weights, row.plannedHours)),
        })),
      },
    })),
    fc.array(fc.nat(500), { minLength: 5, maxLength: 5 }).map((counts) => ({
      kind: 'counts',
      after: {
        ...facts,
        milestones: facts.milestones.map((row, index) => ({
          ...row,
          actual:
            row.measure === 'counts'
              ? row.actual + Math.min(counts[index] ?? 0, sessionCount(weights, row.target))
              : row.actual,
        })),
      },
    })),
    fc.tuple(place, fc.nat(300)).map(([index, n]) => ({
      kind: 'stated',
      after: {
        ...facts,
        milestones: at(facts.milestones, index, (row) =>
          row.measure === 'stated' ? { ...row, actual: row.actual + n } : row,
        ),
      },
    })),
    fc.tuple(place, worth).map(([index, better]) => ({
      kind: 'checklist',
      after: {
        ...facts,
        checklist: at(facts.checklist, index, (row) => ({
          ...row,
          worth: Math.max(row.worth, better),
        })),
      },
    })),
    story(99).map((added) => ({
      kind: 'story',
      after: { ...facts, stories: [...facts.stories, { ...added, rehearsals: 0 }] },
    })),
    place.map((index) => ({
      kind: 'ready',
      after: { ...facts, stories: at(facts.stories, index, (row) => ({ ...row, isReady: true })) },
    })),
    place.map((index) => ({
      kind: 'rehearsal',
      after: {
        ...facts,
        stories: at(facts.stories, index, (row) => ({ ...row, rehearsals: row.rehearsals + 1 })),
      },
    })),
    fc.tuple(place, fc.constantFrom(0, 0.5, 1)).map(([index, better]) => ({
      kind: 'metric',
      after: {
        ...facts,
        metrics: at(facts.metrics, index, (row) => ({
          ...row,
          worth: Math.max(row.worth ?? 0, better),
        })),
      },
    })),
    fc.tuple(place, fc.integer({ min: 1, max: 5 })).map(([index, overall]) => ({
      kind: 'mock',
      after: {
        ...facts,
        mocks: [
          ...facts.mocks,
          { type: facts.mockTypes[index % facts.mockTypes.length] ?? 'full-loop', overall },
        ],
      },
    })),
  )
}
