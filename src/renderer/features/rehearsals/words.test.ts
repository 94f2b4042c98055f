import { describe, expect, it } from 'vitest'
import { formatLabel, sizeText, titleOf } from './words.ts'

describe('sizes', () => {
  it.each([
    [0, '0 KB'],
    [4, '1 KB'],
    [831_488, '812 KB'],
    [1_023_999, '1.0 MB'],
    [4_404_019, '4.2 MB'],
  ])('%d bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text))
})

it('names formats and stories without a title', () => {
  expect([formatLabel('2min'), titleOf({ title: ' ' }), titleOf({ title: 'A' })]).toEqual([
    '2 min',
    'Untitled story',
    'A',
  ])
})
