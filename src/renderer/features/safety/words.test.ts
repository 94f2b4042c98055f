import { describe, expect, it } from 'vitest'
import { bytesText, differenceText } from './words.ts'

describe('the words of the backups', () => {
  it.each([
    [0, '0 kB'],
    [1, '1 kB'],
    [812_300, '812 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [4_230_000, '4.2 MB'],
    [151_000_000, '151 MB'],
    [20_000_000_000, '20.0 GB'],
  ])('say %i bytes as %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text)
  })

  it('say what comes back, what is as before and what goes', () => {
    const what = 'sessions'
    expect(differenceText({ what, added: 2, changed: 1, removed: 0 })).toBe(
      '2 come back, 1 is as before',
    )
    expect(differenceText({ what, added: 0, changed: 0, removed: 1 })).toBe('1 goes')
  })
})
