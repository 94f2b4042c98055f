import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultAt, slugOf, textAt, valueAt } from './form-values.ts'

describe('ids of new rows', () => {
  it('are always such as the schema takes, and never taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (name, others) => {
        const taken = [...others, slugOf(name, [])]
        const slug = slugOf(name, taken)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(60)
        expect(taken).not.toContain(slug)
      }),
    )
    expect(slugOf('Über System-Design!', [])).toBe('uber-system-design')
  })
})

describe('a place of the text', () => {
  it('is read whatever stands there', () => {
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1)
    expect(valueAt({ a: 'x' }, ['a', 0, 'b'])).toBeUndefined()
    expect(valueAt({}, ['__proto__', 'constructor'])).toBeUndefined()
    expect(textAt({ a: true }, ['a'])).toBe('')
  })

  it('has the fault that is told of it, and not that of a neighbour', () => {
    const faults = [
      { line: 1, column: 1, message: 'plan.categories[0].share: expected a number, found "x"' },
    ]
    expect(faultAt(faults, ['plan', 'categories', 0, 'share'])).toBe(
      'Expected a number, found "x".',
    )
    expect(faultAt(faults, ['plan', 'categories'])).toBeUndefined()
  })
})
