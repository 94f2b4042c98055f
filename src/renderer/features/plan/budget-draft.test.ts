import { describe, expect, it } from 'vitest'
import {
  budgetErrorOf,
  draftOf,
  isPlaybookBudget,
  numbersOf,
  withCategory,
  withTotal,
} from './budget-draft.ts'

const L6 = [100, 85, 70, 30]

function typedTotal(text: string, from = draftOf(L6)) {
  // One key after the other, as a person types.
  return text
    .split('')
    .reduce(
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

describe('what is wrong', () => {
  it('is nothing when every field is a number', () => {
    expect(budgetErrorOf(draftOf(L6))).toBeNull()
    expect(budgetErrorOf(withCategory(draftOf(L6), 3, '0'))).toBeNull()
  })

  it('stands beside each field that is wrong', () => {
    const draft = withCategory(withCategory(draftOf(L6), 1, 'ten'), 2, '')
    expect(budgetErrorOf(draft)).toMatchObject({
      field: 'hours.1.hours',
      message: 'Write the hours as a number such as 85 or 85.5.',
      others: [{ field: 'hours.2.hours', message: 'Give the hours, or 0 for none.' }],
    })
  })

  it('stands beside a total that is no number, though only its parts are saved', () => {
    expect(budgetErrorOf(withTotal(draftOf(L6), 'lots'))).toMatchObject({ field: 'total' })
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
