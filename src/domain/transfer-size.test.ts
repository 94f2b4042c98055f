import { describe, expect, it } from 'vitest'
import { largestFile, sizeError } from './transfer-size.ts'

describe('the size of a file', () => {
  it('is right from one byte to 64 MiB', () => {
    expect([1, 5000, largestFile].map(sizeError)).toEqual([null, null, null])
  })

  it('is refused one byte above, with the size and the limit in words', () => {
    expect(sizeError(largestFile + 1)).toMatchObject({
      code: 'invalid-input',
      message: 'The file is too large: 65 MiB, and 64 MiB at most can be imported.',
      hint: expect.stringContaining('split') as string,
    })
  })

  it('is refused at nothing', () => {
    expect(sizeError(0)?.message).toBe('The file is empty.')
  })
})
