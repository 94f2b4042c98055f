import { describe, expect, it } from 'vitest'
import { separatorOf } from './transfer-separator.ts'

describe('the separator of a table', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n1,5;2;3\n', ';'],
    ['a\tb\n1, 2, 3\t4\n', '\t'],
    ['"a;x","b;y"\n1,2\n', ','],
    ['Date;Note, long\n2026-08-12;"a;b"\n', ';'],
    ['a,b', ','],
    ['a;b\r\n1;2\r\n\r\n3;4', ';'],
    ['a,b;c\n1;2\n3;4\n5;6\n', ';'],
  ])('of %j is %j', (sample, separator) => {
    expect(separatorOf(sample)).toBe(separator)
  })

  it.each(['', 'only one column\n1\n2\n', '"a,b"\n'])('is none in %j', (sample) => {
    expect(separatorOf(sample)).toBeNull()
  })
})
