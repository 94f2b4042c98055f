import { describe, expect, it } from 'vitest'
import { draftFrom, mergedDrafts } from './kept-drafts.ts'

describe('a stored draft', () => {
  it.each([null, '', 'null', '7', '{', '[]', '{"typed":1}'])('of %j is none', (stored) => {
    expect(draftFrom(stored)).toBe(null)
  })

  it('comes back as it was kept', () => {
    const draft = {
      typed: { title: 'مرحبا 😀 <b>' },
      before: { title: '' },
      unreadable: { teams: 'three' },
      conflicts: ['title'] as const,
    }
    expect(draftFrom(JSON.stringify(draft))).toEqual(draft)
  })
})

describe('drafts of two windows', () => {
  it('become one, in which the second one counts', () => {
    const one = { typed: { title: 'a', tags: ['x'] }, before: {}, unreadable: {}, conflicts: [] }
    const other = { typed: { title: 'b' }, before: { title: '' }, unreadable: {}, conflicts: [] }
    expect(mergedDrafts(one, other)).toMatchObject({
      typed: { title: 'b', tags: ['x'] },
      before: { title: '' },
    })
  })
})
