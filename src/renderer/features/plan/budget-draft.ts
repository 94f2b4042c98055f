import type { CallError } from '#contract/errors.ts'
import type { AllocationRow } from '#contract/plan.ts'
import type { PlanCategory } from '#contract/playbooks.ts'
import { scaleBudget } from '#domain/budget.ts'
import { trimmedDecimals } from '#domain/readable.ts'
import { withoutNoise } from '#domain/units.ts'
import { readNumber } from './typed-number.ts'

/** The hour budget while it is edited: every field as typed, so that nothing is lost to a slip. */
export type BudgetDraft = Readonly<{
  /** One per category, in the plan's order. */
  hours: readonly string[]
  total: string
  /**
   * The hours that a new total is scaled from: those in force, or those typed since. Scaling from what an earlier key
   * made of them would lose the proportion on the way through "1".
   */
  base: readonly number[]
}>

/** A number as it stands in a field: no grouping, so that it reads back as it was. */
export function fieldText(value: number): string {
  return trimmedDecimals(value).replaceAll(',', '')
}

/** The draft of a budget as it is in force. */
export function draftOf(hours: readonly number[]): BudgetDraft {
  return { hours: hours.map(fieldText), total: fieldText(sum(hours)), base: hours }
}

/** Takes what was typed for one category; the total follows as long as every field is a number. */
export function withCategory(draft: BudgetDraft, index: number, typed: string): BudgetDraft {
  const hours = draft.hours.map((text, at) => (at === index ? typed : text))
  const read = numbersOf(hours)
  if (read === null) return { ...draft, hours }
  return { hours, total: fieldText(sum(read)), base: read }
}

/** Takes what was typed for the total and scales the categories to it in proportion, in steps of half an hour. */
export function withTotal(draft: BudgetDraft, typed: string): BudgetDraft {
  const total = readNumber(typed)
  if (total === null || total > MAX_TOTAL) return { ...draft, total: typed }
  return { ...draft, hours: scaleBudget(draft.base, total).map(fieldText), total: typed }
}

/** More than any plan has; keeps a slip in the total from filling the fields with nonsense. */
const MAX_TOTAL = 60_000

/** The hours of a draft, or null while a field is not a number. */
export function numbersOf(hours: readonly string[]): readonly number[] | null {
  const numbers = hours.map(readNumber)
  return numbers.every((value) => value !== null) ? numbers : null
}

/** The name that the engine gives to the hours of a category, for errors beside their field. */
export function hoursField(index: number): string {
  return `hours.${index}.hours`
}

/** The name of the total's field: the engine has none, as only its parts are stored. */
export const TOTAL_FIELD = 'total'

/** What is wrong with a draft before it is sent; null when every field is a number. Limits are the engine's to check. */
export function budgetErrorOf({ hours, total }: BudgetDraft): CallError | null {
  const [first, ...others] = [
    ...hours.map((typed, index) => ({ field: hoursField(index), message: hoursError(typed) })),
    { field: TOTAL_FIELD, message: hoursError(total) },
  ].flatMap(({ field, message }) => (message === undefined ? [] : [{ field, message }]))
  return first === undefined ? null : { code: 'invalid-input', ...first, others }
}

function hoursError(typed: string): string | undefined {
  if (typed.trim() === '') return 'Give the hours, or 0 for none.'
  return readNumber(typed) === null ? 'Write the hours as a number such as 85 or 85.5.' : undefined
}

/** Whether a budget is the playbook's in every category. */
export function isPlaybookBudget(
  rows: readonly Pick<AllocationRow, 'category' | 'plannedHours'>[],
  categories: readonly Pick<PlanCategory, 'slug' | 'hours'>[],
): boolean {
  return rows.every(({ category, plannedHours }) => {
    const found = categories.find(({ slug }) => slug === category)
    return found === undefined || found.hours.min === plannedHours
  })
}

function sum(values: readonly number[]): number {
  return withoutNoise(values.reduce((total, value) => total + value, 0))
}
