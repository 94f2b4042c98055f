import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dismissibleRules, generalRules, openFindings } from './check.ts'
import { textOf, type TextField } from './rule.ts'
import { checked, levels, soundStory } from './story-under-check.ts'

describe('the rules', () => {
  it('have ids of their own that can be dismissed, a name, an explanation and a source', () => {
    const ids = dismissibleRules(levels)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const { name, explanation, source } of generalRules)
      expect([name, explanation, source].every((text) => text.length > 5)).toBe(true)
  })

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom('we', 'I', 'blame', 'their fault', '42', '2024', 'US', '以', '—', '\n'),
        { maxLength: 80 },
      )
      .map((list) => list.join(' ')),
  )

  it('mark places inside the texts that they are about', () => {
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        text,
        (situation, action, result, reflection, telling) => {
          const parts = { situation, action, result, reflection, task: telling, growth: action }
          const formats = { '30s': telling }
          const check = checked({ parts, formats, secondaryPrinciples: ['frugality'] })
          const whole = { ...soundStory, parts, formats: { ...soundStory.formats, ...formats } }
          for (const { field, ranges } of check.general)
            for (const [start, end] of ranges) {
              expect(start).toBeLessThan(end)
              expect(end).toBeLessThanOrEqual(textOf(whole, field as TextField).length)
            }
        },
      ),
    )
  })

  it('give the same findings for the same story', () => {
    fc.assert(
      fc.property(text, (action) => {
        expect(checked({ parts: { action } })).toEqual(checked({ parts: { action } }))
      }),
      { numRuns: 30 },
    )
  })

  it('put the clear findings first, and keep the dismissed ones with their reason', () => {
    const dismissal = {
      rule: 'no-learning',
      reason: 'Meant so.',
      dismissedAt: '2026-10-01T10:00:00Z' as never,
    }
    const check = checked({
      parts: { reflection: '' },
      alternatives: '',
      obstacles: '',
      dismissals: [dismissal],
    })
    expect(check.general[0]).toMatchObject({ rule: 'no-learning', dismissal })
    expect(openFindings(check).map(({ rule }) => rule)).not.toContain('no-learning')
  })
})
