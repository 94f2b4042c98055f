import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords } from '../spoken.ts'
import { lexiconOf, sign, signsOf } from './lexicon.ts'
import { factsOf, placesOf } from './words.ts'

const lexicon = lexiconOf([])

describe('the words of a text', () => {
  it('are as many as are spoken, in any script and with any signs', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        ' ',
        '\n',
        '\u00a0',
        '\u2003',
        'é',
        'ñ',
        '—',
        '’',
        '“I”',
        'µ',
        'ª',
        '²',
        '½',
        '…',
        '$1.2M',
        'end-to-end',
        'word',
        '以',
        'ف',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        expect(factsOf(text, lexicon).words).toBe(countWords(text))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['we', sign.we],
    ['I', sign.i],
    ['customers', sign.business],
    ['Disagreed', sign.struggle],
    ['blameless', 0],
  ])('%s has its sign', (word, expected) => {
    expect(signsOf(word) & (sign.we | sign.i | sign.business | sign.struggle | sign.blame)).toBe(
      expected,
    )
  })

  it.each(['US', 'i', 'weed', 'Iowa'])('%s is no pronoun', (word) => {
    expect(signsOf(word) & (sign.we | sign.i)).toBe(0)
  })

  it('are found where they stand', () => {
    const text = 'We’re late; “us” two, we.'
    expect(placesOf(text, sign.we).map(([start, end]) => text.slice(start, end))).toEqual([
      'We',
      'us',
      'we',
    ])
  })
})
