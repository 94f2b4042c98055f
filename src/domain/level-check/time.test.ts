import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultStorySettings } from '../spoken.ts'
import { checked, findingOf, rulesIn, soundStory } from './story-under-check.ts'

const words = (n: number) => Array.from({ length: n }, () => 'the').join(' ')

describe('context', () => {
  it.each([
    [200, 10, false],
    [200, 11, true],
  ])('of %i and %i words is over 90 seconds: %s', (situation, task, over) => {
    const check = checked({ parts: { situation: words(situation), task: words(task) } })
    expect(rulesIn(check).includes('context-over-90-seconds')).toBe(over)
  })

  it('is marked from where the 90 seconds are over', () => {
    const text = words(212)
    const found = findingOf(
      checked({ parts: { situation: text, task: '' } }),
      'context-over-90-seconds',
    )
    expect(found?.ranges.map(([a, b]) => text.slice(a, b))).toEqual(['the the'])
    expect(found?.message).toContain('212 words')
  })

  it('depends on how fast the person speaks', () => {
    const settings = { ...defaultStorySettings, wordsPerMinute: 70 }
    const check = checked({ parts: { situation: words(106), task: '' } }, [], { settings })
    expect(rulesIn(check)).toContain('context-over-90-seconds')
  })
})

describe('a part over its share', () => {
  it('quotes the share, the words and what it should be', () => {
    const parts = {
      situation: words(60),
      task: words(10),
      action: words(60),
      result: words(20),
      reflection: words(5),
      growth: words(5),
    }
    expect(findingOf(checked({ parts }), 'part-over-its-share')).toMatchObject({
      field: 'parts.situation',
      message: 'Situation takes 38 % of the story: 60 of 160 words. Its share is 15 %.',
    })
  })

  it('is never found in a story whose parts keep to the shares', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (scale) => {
        const { shares } = defaultStorySettings
        const parts = Object.fromEntries(
          Object.entries(shares).map(([part, share]) => [part, words(share * scale)]),
        )
        expect(rulesIn(checked({ parts }))).not.toContain('part-over-its-share')
      }),
    )
  })

  it('says nothing of a sketch', () => {
    const parts = { situation: words(50), task: words(2), action: words(5), result: words(2) }
    expect(rulesIn(checked({ parts }))).not.toContain('part-over-its-share')
  })
})

describe('a telling', () => {
  it.each([
    [0, []],
    [59, ['format-too-short']],
    [60, []],
    [80, []],
    [81, ['format-too-long']],
  ])('of %i words for 30 s: %j', (n, rules) => {
    expect(rulesIn(checked({ formats: { '30s': words(n) } }))).toEqual(rules)
  })

  it('that is switched off is not judged', () => {
    expect(rulesIn(checked({ formats: { '60s': words(900) } }))).toEqual([])
  })
})

describe('age', () => {
  it.each([
    ['2023-11', []],
    ['2023-10', ['older-than-3-years']],
    ['2021-11', ['older-than-3-years']],
    ['2021-10', ['older-than-5-years']],
    ['2027-01', []],
  ])('a story of %s is %j in November 2026', (from, rules) => {
    expect(rulesIn(checked({ when: { from, to: null } }))).toEqual(rules)
  })

  it('counts from its last month', () => {
    expect(rulesIn(checked({ when: { from: '2019-01', to: '2026-01' } }))).toEqual([])
    expect(rulesIn(checked({ when: null }))).toEqual([])
  })
})

describe('the sound story', () => {
  it('has nothing to find', () => {
    const check = checked({})
    expect([rulesIn(check), check.levels[0]?.findings]).toEqual([[], []])
    expect(soundStory.level).toBe('L6')
  })
})
