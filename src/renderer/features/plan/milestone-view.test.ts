import { describe, expect, it } from 'vitest'
import type { MilestoneRow } from '#contract/plan.ts'
import { isStated, milestoneViewOf, readWhole } from './milestone-view.ts'

const row: MilestoneRow = {
  id: 'stories',
  name: 'STAR++ stories',
  category: 'stories',
  unit: { one: 'story', many: 'stories' },
  actual: 8,
  target: 10,
  max: 12,
  approximate: false,
  open: false,
  progress: 0.8,
  measure: 'stories',
  ownTarget: false,
  inPlaybook: true,
}
const range = { min: 10, max: 12, approximate: false, open: false }
const none: MilestoneRow = { ...row, target: null, max: null, progress: null, inPlaybook: false }

describe('a milestone in words', () => {
  it('writes the target as the playbook does', () => {
    expect(milestoneViewOf(row, range).text).toBe('8 of 10-12 stories')
    expect(milestoneViewOf({ ...row, target: 15, max: null, open: true }, range).text).toBe(
      '8 of 15+ stories',
    )
    expect(milestoneViewOf({ ...row, target: 100, max: null, approximate: true }, range).text).toBe(
      '8 of ~100 stories',
    )
  })

  it('takes more than the upper end as information', () => {
    expect(milestoneViewOf({ ...row, actual: 12 }, range).note).toBeNull()
    expect(milestoneViewOf({ ...row, actual: 13 }, range).note).toBe(
      '1 story more than the playbook asks for, which is fine.',
    )
  })

  it('never finds too many where the target is open', () => {
    const open = { ...row, target: 15, max: null, open: true, actual: 99 }
    expect(milestoneViewOf(open, { min: 15, approximate: false, open: true }).note).toBeNull()
  })

  it('says that the playbook has no figure', () => {
    expect(milestoneViewOf(none, null).text).toBe('8 stories')
    expect(milestoneViewOf(none, null).note).toContain('Not in the playbook')
    expect(milestoneViewOf({ ...none, actual: 1 }, null).text).toBe('1 story')
  })

  it('keeps the playbook figure in sight beside an own target', () => {
    const own = { ...row, target: 8, max: null, ownTarget: true }
    expect(milestoneViewOf(own, range).note).toBe('Your own target; the playbook says 10-12.')
    expect(milestoneViewOf(own, null).note).toBe('Your own target; the playbook has none.')
  })
})

describe('what can be stated', () => {
  it('is everything that sessions do not count', () => {
    expect(isStated({ measure: 'counts' })).toBe(false)
    expect(isStated({ measure: 'stated' })).toBe(true)
    expect(isStated({ measure: 'stories' })).toBe(true)
  })
})

describe('readWhole', () => {
  it('takes whole numbers and asks the rest back', () => {
    expect(readWhole('12')).toEqual({ value: 12 })
    expect(readWhole('1,200')).toEqual({ value: 1200 })
    expect(readWhole('1.5')).toEqual({ error: 'A whole number is needed here.' })
    expect(readWhole('many')).toEqual({ error: 'Write a whole number such as 12.' })
  })
})
