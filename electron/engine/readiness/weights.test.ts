import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultReadiness, readinessWeights } from '#contract/readiness-weights.ts'
import { everything } from '#domain/readiness/facts-under-test.ts'
import { readinessOf } from '#domain/readiness/score.ts'
import { assetsDir, temporaryFolder } from '../../../tests/support/engine.ts'
import { loadPlaybooks } from '../playbooks/load.ts'

describe('the weights of readiness', () => {
  const { weights } = defaultReadiness

  it.each([
    [{ ...weights, mocks: 20 }, 'must add up to 100'],
    [{ ...weights, planProgress: 40, checklist: 0, milestones: 5 }, 'more than 40 points'],
    [{ ...weights, mocks: -5, metrics: 30 }, '>=0'],
  ])('are refused where %j', (wrong, message) => {
    expect(readinessWeights.safeParse(wrong).error?.message).toContain(message)
  })

  it.each(['L6', 'L7'])('of %s can be filled', (level) => {
    const library = loadPlaybooks({
      builtInDir: path.join(assetsDir, 'data'),
      userDir: temporaryFolder(),
    })
    const rule = library.get(level)?.readiness
    expect(rule && readinessOf(everything, rule).score).toBe(100)
  })
})
