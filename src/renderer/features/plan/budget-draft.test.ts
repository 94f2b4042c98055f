import { describe, expect, it } from 'vitest'
import {
  draftOf,
  hoursError,
  isPlaybookBudget,
  numbersOf,
  withCategory,
  withTotal,
} from './budget-draft.ts'

const L6 = [100, 85, 70, 30]

function typedTotal(text: string, from = draftOf(L6)) {
  // One key after the other, as a person types.
  return [...text].reduce(
    ({ draft, typed }, key) => ({ draft: withTotal(draft, typed + key), typed: typed + key }),
    { draft: from, typed: '' },
  ).draft
}

describe('the total', () => {
  it('follows the categories', () => {
    expect(draftOf(L6).total).toBe('285')
    expect(withCategory(draftOf(L6), 1, '90.5').total).toBe('290.5')
  })

  it('scales the categories in proportion, whatever stood there while it was typed', () => {
    expect(typedTotal('142.5').hours).toEqual(['50', '42.5', '35', '15'])
    expect(typedTotal('570').hours).toEqual(['200', '170', '140', '60'])
  })

  it('scales from categories that were typed before it', () => {
    const edited = withCategory(draftOf([100, 100]), 0, '300')
    expect(typedTotal('200', edited).hours).toEqual(['150', '50'])
  })

  it('leaves the categories alone while it is no number', () => {
    const draft = withTotal(draftOf(L6), 'about 300')
    expect(draft.hours).toEqual(['100', '85', '70', '30'])
    expect(draft.total).toBe('about 300')
  })

  it('keeps what was typed for a category and its last sum while a field is no number', () => {
    const draft = withCategory(draftOf(L6), 0, '1o0')
    expect(draft.hours[0]).toBe('1o0')
    expect(draft.total).toBe('285')
    expect(numbersOf(draft.hours)).toBeNull()
  })
})

describe('a field of hours', () => {
  it('says what is wrong and what to write', () => {
    expect(hoursError('')).toContain('or 0 for none')
    expect(hoursError('ten')).toContain('such as 85')
    expect(hoursError('0')).toBeUndefined()
  })
})

describe("the playbook's budget", () => {
  const categories = [
    { slug: 'a', hours: { min: 100, approximate: true, open: false } },
    { slug: 'b', hours: { min: 20, approximate: true, open: false } },
  ]
  it('is told from an own one by its hours', () => {
    const rows = [
      { category: 'a', plannedHours: 100 },
      { category: 'b', plannedHours: 20 },
    ]
    expect(isPlaybookBudget(rows, categories)).toBe(true)
    expect(
      isPlaybookBudget(
        [rows[1] ?? rows[0], { category: 'a', plannedHours: 99.5 }] as typeof rows,
        categories,
      ),
    ).toBe(false)
  })
})
