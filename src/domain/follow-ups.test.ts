import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryContent } from '#contract/story.ts'
import { followUpsOf, type FollowUpFigure } from './follow-ups.ts'
import { emptyContent } from './story-fields.ts'

const figure: FollowUpFigure = {
  metric: 'Latency',
  baseline: 850,
  achieved: 285,
  unit: 'ms',
  period: 'Q4 2023',
  source: 'Dashboard',
}
const asked = (content: Partial<StoryContent> = {}, figures: readonly FollowUpFigure[] = []) =>
  followUpsOf({ ...emptyContent, ...content }, figures).map(({ question }) => question)

describe('the follow-up ladder', () => {
  it('asks an empty story for what it lacks', () => {
    expect(asked()).toEqual(
      expect.arrayContaining([
        'When was that, and how long did it last?',
        'Which other ways did you consider?',
        'What resistance did you meet?',
        'Which number shows that it worked?',
        'What would you change if you did it again?',
        'Where have you used this since?',
      ]),
    )
  })

  it('asks of a figure how it was measured, then what was yours, in that order', () => {
    const questions = asked({}, [figure])
    const measured = questions.indexOf('How was “Latency” measured, and who else could look it up?')
    expect(measured).toBeGreaterThan(-1)
    expect(questions[measured + 1]).toBe(
      'From 850 ms to 285 ms: how much of that would have come without you?',
    )
  })

  it.each([
    [{ baseline: null }, 'What was “Latency” before you began?'],
    [{ period: ' ' }, 'Over what time was “Latency” reached?'],
    [{ source: '' }, 'How was “Latency” measured?'],
  ])('asks for what the figure lacks: %j', (part, question) => {
    expect(asked({}, [{ ...figure, ...part }])).toContain(question)
  })

  it.each([
    [{ peopleLed: 12 }, 'How did you split the work among the 12 people, and why like that?'],
    [{ teams: 3 }, 'Which of the 3 teams was the hardest to win, and what moved it?'],
    [{ budgetUsd: 1_250_000 }, 'Who gave you the $1,250,000, and how did you make the case?'],
    [{ highestStakeholder: 'vp' }, 'What did the VP ask you, and what did you answer?'],
    [
      { durationMonths: 7.5 },
      'Where did you stand half way through the 7.5 months, and what did you change then?',
    ],
    [
      {
        parts: {
          ...emptyContent.parts,
          action: 'We planned, we built and we shipped it. I watched.',
        },
      },
      'You keep saying “we”. Which of these steps were yours alone?',
    ],
  ])('takes up %j', (content, question) => {
    expect(asked(content)).toContain(question)
  })

  it('goes down step by step in each topic, never asks the same twice, and is the same again', () => {
    const text = fc.string()
    const count = fc.option(fc.integer({ min: 0, max: 1e7 }))
    fc.assert(
      fc.property(
        fc.record({ alternatives: text, obstacles: text, peopleLed: count, teams: count }),
        fc.array(fc.constant(figure), { maxLength: 2 }),
        (part, figures) => {
          const content = { ...emptyContent, ...part }
          const ladder = followUpsOf(content, figures)
          expect(followUpsOf(content, figures)).toEqual(ladder)
          expect(new Set(ladder.map(({ question }) => question)).size).toBe(ladder.length)
          for (const rungs of Map.groupBy(ladder, ({ topic }) => topic).values())
            expect(rungs.map(({ depth }) => depth)).toEqual(rungs.map((_, at) => at + 1))
        },
      ),
    )
  })
})
