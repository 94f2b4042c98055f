import { describe, expect, it } from 'vitest'
import { emptyFigure, figureOf } from './figure-draft.ts'

describe('a figure as it is typed', () => {
  it('becomes numbers, and nothing where nothing stands', () => {
    const draft = {
      ...emptyFigure,
      metric: 'Latency',
      baseline: '1,250',
      achieved: '2.5k',
      unit: 'ms',
    }
    expect(figureOf(draft)).toEqual({
      ok: true,
      figure: { ...draft, baseline: 1250, target: null, achieved: 2500 },
    })
  })

  it('says of each number that is none what to write', () => {
    const answer = figureOf({ ...emptyFigure, metric: 'x', baseline: '5%', target: 'much' })
    expect(answer).toMatchObject({
      ok: false,
      errors: { baseline: expect.stringMatching(/unit/), target: expect.stringMatching(/“much”/) },
    })
  })
})
