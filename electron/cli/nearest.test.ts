import { describe, expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const slugs = ['system-design', 'coding', 'stories', 'deep-dives']

describe('the nearest word', () => {
  it.each([
    ['sys', 'system-design'],
    ['systemdesign', 'system-design'],
    ['codign', 'coding'],
    ['CODING', 'coding'],
    ['story', 'stories'],
    ['deep-dive', 'deep-dives'],
  ])('for %s is %s', (typed, meant) => expect(nearest(typed, slugs)).toBe(meant))

  it.each(['', 'architecture', 'xyz'])('for "%s" is none', (typed) =>
    expect(nearest(typed, slugs)).toBeUndefined(),
  )

  it('is none where two are as near', () => {
    expect(nearest('s', slugs)).toBeUndefined()
    expect(nearest('medim', ['medium', 'medial'])).toBe('medium')
    expect(nearest('cat', ['bat', 'hat'])).toBeUndefined()
  })
})
