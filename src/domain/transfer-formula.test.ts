import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeFormula, unescapeFormula } from './transfer-formula.ts'

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.stringMatching(/^'{0,3}[=+\-@\t\r\n＝＋－＠]/), fc.string())
    .map(([start, rest]) => start + rest),
)

describe('cells in a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1", "''@x"])(
    'are no formulas: %j gets an apostrophe, and loses it again',
    (text) => {
      expect(escapeFormula(text)).toBe(`'${text}`)
      expect(unescapeFormula(`'${text}`)).toBe(text)
    },
  )

  it.each(["'tis", "'quoted'", 'plain', '', '1-1', "'"])('stay as they are: %j', (text) => {
    expect(escapeFormula(text)).toBe(text)
    expect(unescapeFormula(text)).toBe(text)
  })

  it('begin with nothing that a spreadsheet acts on, and come back exactly', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(escapeFormula(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(unescapeFormula(escapeFormula(text))).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })
})
