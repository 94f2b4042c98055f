import { describe, expect, it } from 'vitest'
import type { MilestoneRow } from '#contract/plan.ts'
import { changeOf, isStated, milestoneViewOf } from './milestone-view.ts'

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

describe('saving a form', () => {
  const draft = { stated: '8', target: '' }

  it('sends nothing when nothing was changed', () => {
    expect(changeOf(draft, row)).toEqual({ ok: true, input: null })
    const own = { ...row, ownTarget: true }
    expect(changeOf({ stated: '8', target: '10' }, own)).toEqual({ ok: true, input: null })
  })

  it('sends only what was changed', () => {
    expect(changeOf({ ...draft, stated: '9' }, row)).toEqual({
      ok: true,
      input: { milestone: 'stories', stated: 9 },
    })
    expect(changeOf({ ...draft, target: '1,200' }, row)).toEqual({
      ok: true,
      input: { milestone: 'stories', target: 1200 },
    })
  })

  it('goes back to the playbook when the own target is emptied', () => {
    const own = { ...row, target: 7, ownTarget: true }
    expect(changeOf(draft, own)).toEqual({
      ok: true,
      input: { milestone: 'stories', target: null },
    })
  })

  it('never states what sessions count', () => {
    const counted: MilestoneRow = { ...row, measure: 'counts' }
    expect(changeOf({ stated: '99', target: '' }, counted)).toEqual({ ok: true, input: null })
  })

  it('says what is wrong beside each field', () => {
    const change = changeOf({ stated: 'many', target: '1.5' }, row)
    expect(change).toMatchObject({
      ok: false,
      error: {
        field: 'stated',
        message: 'Write a whole number such as 12.',
        others: [{ field: 'target', message: 'A whole number is needed here.' }],
      },
    })
  })

  it('names the field that is wrong when the other one is right', () => {
    expect(changeOf({ ...draft, target: 'ten' }, row)).toMatchObject({
      ok: false,
      error: { field: 'target', others: [] },
    })
  })
})
