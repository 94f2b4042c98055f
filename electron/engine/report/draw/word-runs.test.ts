import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runOfWords } from './word-runs.ts'
import type { Run } from './word-runs.ts'

/** A font whose glyphs are the characters, each as wide as its code. */
function shaper() {
  const asked: string[] = []
  const runOf = (word: string): Run => {
    asked.push(word)
    const glyphs = Array.from(word)
    const positions = glyphs.map((each) => each.codePointAt(0) ?? 0)
    return { glyphs, positions, advanceWidth: positions.reduce((sum, width) => sum + width, 0) }
  }
  return { asked, runOf }
}

describe('runOfWords', () => {
  it('gives the glyphs, positions and width of the whole text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', ' ', 'Z', '\u00a0') }), (text) => {
        const whole = shaper().runOf(text)
        const { glyphs, positions, advanceWidth } = runOfWords(text, shaper().runOf)
        expect({ glyphs, positions, advanceWidth }).toEqual(whole)
      }),
    )
  })

  it('asks for words and for the spaces between them', () => {
    const { asked, runOf } = shaper()
    runOfWords('one two  three ', runOf)
    expect(asked).toEqual(['one', ' ', 'two', '  ', 'three', ' '])
  })

  it('leaves a line with letters from right to left in one piece', () => {
    const { asked, runOf } = shaper()
    runOfWords('שלום עולם', runOf)
    expect(asked).toEqual(['שלום עולם'])
  })
})
