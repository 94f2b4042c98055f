import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFacts, nothing, rule } from './facts-under-test.ts'
import { gainsOf } from './gains.ts'
import { type NextFacts, nextSteps, STEPS_OFFERED } from './next.ts'

const plain: NextFacts = {
  gains: [],
  daysLeft: 60,
  weeklyHours: 10,
  behind: new Map(),
  critical: null,
  due: new Map(),
}
const study = (category: string, points = 0.2) =>
  ({
    part: 'planProgress',
    action: { kind: 'study', category, hours: 2 },
    text: `Study ${category}`,
    points,
  }) as const
const rehearse = (story: string, points = 0.5) =>
  ({
    part: 'rehearsal',
    action: { kind: 'rehearse', story },
    text: `Rehearse ${story}`,
    points,
  }) as const
const write = {
  part: 'storyCoverage',
  action: { kind: 'write-story', principles: [] as string[] },
  text: 'Write a story',
  points: 1.8,
} as const

describe('what to do next', () => {
  it('ranks by points an hour, and shows the arithmetic', () => {
    const steps = nextSteps({ ...plain, gains: [write, study('coding'), rehearse('outage')] })
    expect(steps.map(({ text }) => text)).toEqual([
      'Rehearse outage',
      'Write a story',
      'Study coding',
    ])
    expect(steps[0]).toMatchObject({
      points: 0.5,
      hours: 0.25,
      reason: '+0.5 points for about 15 min (2 an hour); 60 days left.',
    })
  })

  it('puts a category first that is behind, and one that holds the plan up before that', () => {
    const gains = [study('coding', 0.3), study('design', 0.2), study('dives', 0.1)]
    const first = (facts: Partial<NextFacts>) => nextSteps({ ...plain, gains, ...facts })[0]
    expect(first({})?.text).toBe('Study coding')
    expect(first({ behind: new Map([['design', 8.5]]) })?.text).toBe('Study design')
    expect(first({ behind: new Map([['dives', 8.5]]), critical: 'dives' })).toMatchObject({
      text: 'Study dives',
      reason:
        '+0.1 points for about 2 h (0.05 an hour); 8.5 h behind what is due by today; this category holds the plan up most.',
    })
  })

  it('says why a story is due, and prefers it to one that is not', () => {
    const gains = [rehearse('outage'), rehearse('launch', 0.3)]
    const due = new Map([['launch', 'last told three weeks ago']])
    expect(nextSteps({ ...plain, gains, due })[0]).toMatchObject({
      text: 'Rehearse launch',
      reason: '+0.3 points for about 15 min (1.2 an hour); last told three weeks ago.',
    })
  })

  it('practises in the last days rather than begin something new', () => {
    const gains = [{ ...write, points: 7 }, rehearse('outage')]
    expect(nextSteps({ ...plain, gains })[0]?.text).toBe('Write a story')
    expect(nextSteps({ ...plain, gains, daysLeft: 10 })[0]).toMatchObject({
      text: 'Rehearse outage',
      reason: '+0.5 points for about 15 min (2 an hour); 10 days left, so practise what you have.',
    })
  })

  it('offers nothing that takes longer than the hours left', () => {
    const steps = nextSteps({ ...plain, gains: [write, rehearse('outage')], daysLeft: 1 })
    expect(steps.map(({ text }) => text)).toEqual(['Rehearse outage'])
    expect(nextSteps({ ...plain, gains: [write], daysLeft: 0 })).toEqual([])
  })

  it('offers five steps at most, each of another part, and the same for the same facts', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const gains = gainsOf(facts, rule)
        const steps = nextSteps({ ...plain, gains })
        expect(steps.length).toBeLessThanOrEqual(STEPS_OFFERED)
        const parts = steps.map(({ text }) => gains.find((gain) => gain.text === text)?.part)
        expect(new Set(parts).size).toBe(steps.length)
        expect(nextSteps({ ...plain, gains: gains.toReversed() })).toEqual(steps)
      }),
      { numRuns: 40 },
    )
  })

  it('always has a step of study among them, in the place of the last one if need be', () => {
    const gains = [
      rehearse('outage'),
      write,
      ...(['metrics', 'checklist', 'mocks'] as const).map((part, index) => ({
        part,
        action: { kind: 'metric', indicator: part } as const,
        text: part,
        points: 2 + index,
      })),
      study('coding'),
      study('design', 0.1),
    ]
    const texts = nextSteps({ ...plain, gains }).map(({ text }) => text)
    expect(texts).toEqual(['mocks', 'checklist', 'metrics', 'Rehearse outage', 'Study coding'])
  })

  it('has something to offer to whoever begins', () => {
    const steps = nextSteps({ ...plain, gains: gainsOf(nothing, rule), daysLeft: null })
    expect(steps).toHaveLength(STEPS_OFFERED)
  })
})
