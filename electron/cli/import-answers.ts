import { countKind } from '#contract/playbooks.ts'
import {
  dateOrder,
  durationUnit,
  transferField,
  type TransferField,
  type TransferInspection,
  type TransferMapping,
  type TransferQuestion,
} from '#contract/transfer.ts'
import { plainName } from '#domain/transfer-names.ts'
import { meant } from './command-line.ts'
import { complain } from './complaint.ts'

/** What was typed about how to read a table. */
export type Answers = Readonly<{
  map: readonly string[]
  category: readonly string[]
  'date-order': string | undefined
  unit: string | undefined
  'time-zone': string | undefined
}>

type Table = Extract<TransferInspection, { kind: 'csv' }>

/** Everything that a column can be about, as it is typed. */
export const fieldNames: readonly string[] = [
  ...transferField.options[0].options,
  ...countKind.options.map((kind) => `count.${kind}`),
]

/** The proposed mapping with what was typed in its place. */
export function mappingFrom(table: Table, answers: Answers): TransferMapping {
  const columns = [...table.mapping.columns]
  for (const text of answers.map) {
    const { left, right } = halves('map', text, 'column=field')
    columns[columnNamed(table, left)] = fieldNamed(right)
  }
  const typed = answers.category.map((text) => {
    const { left, right } = halves('category', text, 'name=category')
    return { value: left, category: right === '-' ? null : right.toLowerCase() }
  })
  const values = new Set(typed.map(({ value }) => value))
  return {
    columns,
    dateOrder:
      optionOf('date-order', answers['date-order'], dateOrder.options) ?? table.mapping.dateOrder,
    durationUnit:
      optionOf('unit', answers.unit, durationUnit.options) ?? table.mapping.durationUnit,
    timeZone: answers['time-zone'] ?? table.mapping.timeZone,
    categories: [...table.mapping.categories.filter(({ value }) => !values.has(value)), ...typed],
  }
}

/** What to type to answer a question. */
export function howToAnswer(question: TransferQuestion): string {
  switch (question.kind) {
    case 'column':
      return `Give --map "COLUMN=${question.field}".`
    case 'date-order':
      return `Give ${question.orders
        .map(({ order, text, reads }) => `--date-order ${order} (${text} is ${reads})`)
        .join(' or ')}.`
    case 'duration-unit':
      return 'Give --unit hours, minutes, seconds or milliseconds.'
    case 'category':
      return `Give --category "${question.value}=${question.suggestion ?? 'CATEGORY'}", or "${question.value}=-" to leave its rows out.`
  }
}

/** Both sides of the last "=". */
function halves(option: string, text: string, form: string) {
  const at = text.lastIndexOf('=')
  if (at < 0) complain(`--${option}: "${text}" is not ${form}.`)
  return { left: text.slice(0, at).trim(), right: text.slice(at + 1).trim() }
}

/** The place of a column, by its heading or its number from 1. */
function columnNamed({ columns }: Table, typed: string): number {
  const headings = columns.map(({ name }) => name)
  const found = headings.findIndex((heading) => plainName(heading) === plainName(typed))
  if (found >= 0) return found
  if (/^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= headings.length)
    return Number(typed) - 1
  return complain(
    `--map: the file has no column "${typed}".${meant(typed, headings)} It has ${headings.join(', ')}.`,
  )
}

function fieldNamed(typed: string): TransferField {
  const parsed = transferField.safeParse(typed.toLowerCase())
  return parsed.success
    ? parsed.data
    : complain(
        `--map: there is no field "${typed}".${meant(typed, fieldNames)} Choose one of ${fieldNames.join(', ')}.`,
      )
}

function optionOf<T extends string>(
  option: string,
  typed: string | undefined,
  options: readonly T[],
): T | undefined {
  if (typed === undefined) return undefined
  return (
    options.find((known) => known === typed.toLowerCase()) ??
    complain(`--${option}: there is no "${typed}". Choose ${options.join(', ')}.`)
  )
}
