import { describe, expect, it } from 'vitest'
import { placeInBand } from './scope.ts'
import { placeWords, quantityName, rungLabel, rungName } from './scope-words.ts'

describe('a rung', () => {
  it.each([
    ['peer-manager', 'peer manager', 'Peer manager'],
    ['vp', 'VP', 'VP'],
    ['c-level', 'C-level', 'C-level'],
  ])('%s is “%s” in a sentence and “%s” by itself', (rung, inSentence, alone) => {
    expect(rungName(rung)).toBe(inSentence)
    expect(rungLabel(rung)).toBe(alone)
  })
})

describe('a quantity', () => {
  it('has a name, and one of a playbook of one’s own is told by its id', () => {
    expect(quantityName('engineers-in-scope')).toBe('Engineers in your scope')
    expect(quantityName('data-centers')).toBe('Data centers')
  })
})

describe('a place', () => {
  const bands = [
    { level: 'L6', min: 10, max: 25 },
    { level: 'L7', min: 100, max: 300 },
  ]

  it.each([
    [5, 'below L6'],
    [10, 'fits L6'],
    [40, 'between L6 and L7'],
    [301, 'above L7'],
  ])('%i is told as “%s”', (value, words) => {
    const place = placeInBand(value, bands)
    expect(place && placeWords(place)).toBe(words)
  })

  it('on the edge of two levels fits both', () => {
    expect(placeWords({ place: 'inside', levels: ['L6', 'L7'], under: null, over: null })).toBe(
      'fits L6 and L7',
    )
  })
})
