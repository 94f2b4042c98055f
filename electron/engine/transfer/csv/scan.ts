import type { TransferMapping, TransferQuestion } from '#contract/transfer.ts'
import {
  ambiguousDate,
  dayByOrder,
  NO_EVIDENCE,
  provenOrder,
  readDate,
  withDate,
  type OrderEvidence,
} from '#domain/transfer-date.ts'
import { formatLongDay } from '#domain/readable.ts'
import { layoutOf, readRow } from '#domain/transfer-row.ts'
import { refuse } from '../../refusal.ts'
import type { Work } from '../../jobs/work.ts'
import { rowsOf, type Table } from './rows.ts'

/** What the whole of a file says, before any row of it can be placed. */
export type Scan = Readonly<{
  rows: number
  dates: OrderEvidence
  /** The names in the category column and how often each stands there; "" is no name. */
  names: ReadonlyMap<string, number>
  /** The first bare numbers whose unit is not known. */
  bareNumbers: readonly string[]
}>

/** More names than that are no categories: another column was meant. */
const mostNames = 1000

/** Reads all rows of a table once. */
export async function scan(table: Table, mapping: TransferMapping, work: Work): Promise<Scan> {
  const layout = layoutOf(mapping.columns)
  const names = new Map<string, number>()
  const bareNumbers: string[] = []
  let dates = NO_EVIDENCE
  let rows = 0
  for await (const { line, cells } of rowsOf(table, work.checkCancel)) {
    rows += 1
    const read = readRow(cells, layout, mapping.durationUnit)
    if (!read.ok) continue
    const { row } = read
    if (row.startedAt === '')
      for (const text of [row.start.date, row.end.date])
        if (text !== '') dates = withDate(dates, readDate(text), { line, text })
    if (row.needsUnit && row.end.time === '' && bareNumbers.length < 3)
      bareNumbers.push(cells[layout.place.duration ?? 0]?.trim() ?? '')
    if (row.playbook !== '') continue
    names.set(row.category, (names.get(row.category) ?? 0) + 1)
    if (names.size > mostNames)
      refuse({
        code: 'invalid-input',
        field: 'mapping.columns',
        message: `The category column has more than ${mostNames.toLocaleString('en')} different names.`,
        hint: 'Choose another column for the category.',
      })
  }
  return { rows, dates, names, bareNumbers }
}

/** Whether the columns give what a session needs; else what to choose. */
export function columnQuestions({ columns }: TransferMapping): TransferQuestion[] {
  const has = (...fields: TransferMapping['columns']) => fields.some((one) => columns.includes(one))
  const questions: TransferQuestion[] = []
  if (!has('date', 'started-at'))
    questions.push({ kind: 'column', field: 'date', message: 'Which column has the date?' })
  if (!has('duration', 'end-time'))
    questions.push({
      kind: 'column',
      field: 'duration',
      message: 'Which column has the duration, or which ones have start and end?',
    })
  return questions
}

/** The question for the order of the dates, where the file proves none and nobody said. */
export function orderQuestions(
  { dates }: Scan,
  { dateOrder }: TransferMapping,
): TransferQuestion[] {
  if (dateOrder !== null || provenOrder(dates) !== null) return []
  const example = ambiguousDate(dates) ?? dates.first
  if (!example) return []
  const isMixed = dates.orders.length === 0
  const date = readDate(example.text)
  const orders = isMixed ? dateOrders : dates.orders
  return [
    {
      kind: 'date-order',
      message: isMixed
        ? 'The dates of the file are in different orders. Choose one; rows that do not fit it are rejected.'
        : `In which order are the dates? “${example.text}” can be read in more than one.`,
      orders: orders.map((order) => {
        const day = dayByOrder(date, order)
        return { order, ...example, reads: day === null ? 'no date' : formatLongDay(day) }
      }),
    },
  ]
}

const dateOrders = ['dmy', 'mdy', 'ymd'] as const

/** The question for the unit of bare numbers. */
export function unitQuestions({ bareNumbers }: Scan): TransferQuestion[] {
  return bareNumbers.length === 0
    ? []
    : [
        {
          kind: 'duration-unit',
          message: `What are the durations in? The file has plain numbers such as ${bareNumbers[0]}.`,
          examples: [...bareNumbers],
        },
      ]
}
