import { describe, expect, it } from 'vitest'
import { headingSignature, isBlank, nearestCategory, plainNote } from './transfer-names.ts'

const categories = [
  { slug: 'system-design', name: 'System design' },
  { slug: 'coding', name: 'Coding practice' },
  { slug: 'stories', name: 'Behavioural stories' },
  { slug: 'deep-dives', name: 'Technical deep dives' },
]

describe('the category that a name means', () => {
  it.each([
    ['System Design', 'system-design'],
    ['system_design', 'system-design'],
    ['System design, week 3', 'system-design'],
    ['Leadership stories', 'stories'],
    ['Story', 'stories'],
    ['Coding', 'coding'],
    ['Deep dive', 'deep-dives'],
    ['Website', null],
    ['Coding and stories', null],
    ['', null],
    ['a', null],
  ])('%j is %s', (value, slug) => {
    expect(nearestCategory(value, categories)).toBe(slug)
  })
})

it('headings are the same whatever their case, accents and spacing', () => {
  expect(headingSignature([' Größe ', 'START  date'])).toBe(
    headingSignature(['große', 'Start-Date']),
  )
  expect(headingSignature(['a', 'b'])).not.toBe(headingSignature(['b', 'a']))
})

it('notes are the same whatever their white space and case', () => {
  expect(plainNote(' Größe\r\n  x ')).toBe(plainNote('gro\u0308ße x'))
  expect(plainNote('C++')).not.toBe(plainNote('C#'))
})

it.each([
  ['', true],
  [' - ', true],
  ['–', true],
  ['0', false],
  ['a-b', false],
])('%j says nothing: %s', (cell, blank) => {
  expect(isBlank(cell)).toBe(blank)
})
