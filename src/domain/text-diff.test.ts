import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextSegment } from '#contract/stories.ts'
import { diffOf } from './text-diff.ts'

const marks = { same: '', removed: '-', added: '+' }
const short = (segments: readonly TextSegment[]) =>
  segments.map(({ kind, text }) => (kind === 'same' ? text : `[${marks[kind]}${text}]`)).join('')
const side = (segments: readonly TextSegment[], left: 'removed' | 'added') =>
  segments
    .filter(({ kind }) => kind === 'same' || kind === left)
    .map(({ text }) => text)
    .join('')

describe('the comparison of two texts', () => {
  it.each([
    ['', '', ''],
    ['a', 'a', 'a'],
    ['', 'I led.', '[+I led.]'],
    ['I led.', '', '[-I led.]'],
    ['We cut it.', 'I cut it.', '[-We][+I] cut it.'],
    ['I cut it by 30 %.', 'I cut it by 45 %.', 'I cut it by [-30][+45] %.'],
    ['the red car', 'the blue bike', 'the [-red car][+blue bike]'],
    ['one\ntwo\nthree', 'one\nthree', 'one\n[-two\n]three'],
    ['私は決めた', '私が決めた', '私[-は][+が]決めた'],
    ['done 👩‍💻', 'done 👨‍💻', 'done [-👩‍💻][+👨‍💻]'],
    ['שלום עולם', 'שלום לכם', 'שלום [-עולם][+לכם]'],
    ['<b>x</b>', '<i>x</i>', '<[-b][+i]>x</[-b][+i]>'],
  ])('of %j and %j is %j', (older, newer, expected) => {
    expect(short(diffOf(older, newer))).toBe(expected)
  })

  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '. ', '👍🏽', '語', '\r\n', '"'), {
      maxLength: 30,
    })
    .map((list) => list.join(''))

  it('loses nothing: kept and removed are the older text, kept and added the newer one', () => {
    fc.assert(
      fc.property(
        fc.oneof(words, fc.string({ unit: 'binary' })),
        fc.oneof(words, fc.string({ unit: 'binary' })),
        (older, newer) => {
          const segments = diffOf(older, newer)
          expect(side(segments, 'removed')).toBe(older)
          expect(side(segments, 'added')).toBe(newer)
          for (const [index, { kind, text }] of segments.entries()) {
            expect(text).not.toBe('')
            expect(kind).not.toBe(segments[index + 1]?.kind)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('marks nothing in equal texts', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(diffOf(text, text).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  it('keeps as many words as any comparison can (against the textbook table)', () => {
    // Signs that are a word each, so that nothing but the search decides.
    const signs = fc.array(fc.constantFrom('!', '?', ';'), { maxLength: 9 })
    fc.assert(
      fc.property(signs, signs, (a, b) => {
        const longest = (i: number, j: number): number => {
          if (i === a.length || j === b.length) return 0
          if (a[i] === b[j]) return 1 + longest(i + 1, j + 1)
          return Math.max(longest(i + 1, j), longest(i, j + 1))
        }
        const kept = diffOf(a.join(''), b.join('')).filter(({ kind }) => kind === 'same')
        expect(kept.map(({ text }) => text).join('')).toHaveLength(longest(0, 0))
      }),
      { numRuns: 300 },
    )
  })

  it('takes texts of 100 KB in its stride, and does not follow thousands of differences', () => {
    const text = 'a one two three four five\n'.repeat(4000)
    const few = diffOf(text, text.replaceAll('a one two three four five\n'.repeat(50), 'b\n'))
    expect(side(few, 'removed')).toBe(text)
    const numbered = (letter: string) =>
      Array.from({ length: 20_000 }, (_, n) => `${letter}${n}`).join(' ')
    expect(diffOf(numbered('a'), numbered('b')).map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ])
  })
})
