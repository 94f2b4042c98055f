import { describe, expect, expectTypeOf, it } from 'vitest'
import type { CountKind } from '#contract/playbooks.ts'
import { COUNT_KINDS, countUnit, totalCounts } from './counts.ts'
import { formatCount } from './readable.ts'

describe('counts', () => {
  it('knows every kind of the contract, and has words for it', () => {
    expectTypeOf<(typeof COUNT_KINDS)[number]>().toEqualTypeOf<CountKind>()
    expect(new Set(COUNT_KINDS).size).toBe(COUNT_KINDS.length)
    expect(formatCount(1, countUnit('paper'))).toBe('1 paper')
    expect(formatCount(3, countUnit('coding-hard'))).toBe('3 hard coding problems')
  })

  it('adds up per kind, in the order shown, and leaves out what did not occur', () => {
    const counts = [
      { kind: 'paper', n: 1 },
      { kind: 'coding-medium', n: 3 },
      { kind: 'paper', n: 2 },
    ] as const
    expect([...totalCounts(counts)]).toEqual([
      ['coding-medium', 3],
      ['paper', 3],
    ])
  })
})
