import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockOf,
  countWords,
  defaultStorySettings,
  fitOf,
  fullSeconds,
  plannedSeconds,
  secondsToSay,
  wordsIn,
} from './spoken.ts'

describe('spoken words', () => {
  it.each([
    ['', 0],
    ['   \n\n ', 0],
    ["I don't know", 3],
    ['end-to-end tests for $1.2M', 4],
    ['- **bold** and _soft_', 3],
    ['# Heading\n\n---\n\n* item', 2],
    ['من فريق صغير', 3],
    ['😀 👍', 0],
    ['Ich führte das Team', 4],
  ])('of %j are %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  it('are found in scripts without gaps', () => {
    const words = countWords('私はチームを率いて遅延を半分にした。')
    expect(words).toBeGreaterThan(5)
    expect(words).toBeLessThan(18)
  })

  it('add up over lines', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (a, b) => {
        expect(countWords([...a, ...b].join('\n'))).toBe(a.length + b.length)
      }),
    )
  })
})

describe('a text beside its time', () => {
  const settings = defaultStorySettings

  it('has a budget of 140 words a minute', () => {
    expect(wordsIn(30, 140)).toBe(70)
    expect(secondsToSay(140, 140)).toBe(60)
  })

  it.each([
    [0, 'empty'],
    [59, 'short'],
    [60, 'fits'],
    [70, 'fits'],
    [80, 'fits'],
    [81, 'long'],
  ] as const)('of %i words is, for 30 s and a tolerance of 15 %%, %s', (words, verdict) => {
    expect(fitOf(words, 30, settings)).toMatchObject({ verdict, over: words - 70 })
  })

  it('is never both too long and too short, whatever the settings', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 60, max: 300 }),
        fc.integer({ min: 0, max: 100 }),
        (words, seconds, wordsPerMinute, tolerancePercent) => {
          const fit = fitOf(words, seconds, { ...settings, wordsPerMinute, tolerancePercent })
          expect(fit.verdict === 'empty').toBe(words === 0)
          if (fit.verdict === 'long') expect(fit.over).toBeGreaterThan(0)
          if (fit.verdict === 'short') expect(fit.over).toBeLessThan(0)
        },
      ),
    )
  })

  it('shares out the longest telling that is on', () => {
    expect(fullSeconds(settings)).toBe(300)
    expect(plannedSeconds('situation', settings)).toBe(45)
    expect(plannedSeconds('action', { ...settings, formats: ['30s', '2min'] })).toBe(60)
  })
})

describe('a time', () => {
  it.each([
    [0, '0:00'],
    [44.6, '0:45'],
    [125, '2:05'],
    [59.9, '1:00'],
  ])('of %d s reads %s', (seconds, text) => {
    expect(clockOf(seconds)).toBe(text)
  })
})
