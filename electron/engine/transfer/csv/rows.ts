import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { separatorOf, type Separator } from '#domain/transfer-separator.ts'
import { Refusal, refuse } from '../../refusal.ts'
import { chunksOf, encodingOf, type Encoding } from './text.ts'

/** A table as text, and how to read it. */
export type Table = Readonly<{
  path: string
  encoding: Encoding
  separator: Separator
  /** Excel's own first line, `sep=;`, stands before the headings. */
  hasSeparatorLine: boolean
  headings: readonly string[]
}>

/** A row below the headings and the line that it begins on, counted from 1. */
export type TableRow = Readonly<{ line: number; cells: readonly string[] }>

const limits = {
  columns: 500,
  /** Letters of one row. A note that was merged from a hundred others fits. */
  rowLetters: 4_000_000,
  rows: 500_000,
} as const

const separatorLine = /^sep=(.)\r?\n/i

/** Opens a table: finds its encoding, separator and headings. Refuses what is none, with what is wrong. */
export async function openTable(path: string, checkCancel: () => void): Promise<Table> {
  const encoding = encodingOf(path, checkCancel)
  const sample = sampleOf(path, encoding)
  const stated = separatorLine.exec(sample)?.[1]
  const separator =
    stated === ',' || stated === ';' || stated === '\t' ? stated : separatorOf(sample)
  if (separator === null)
    return refuse({
      code: 'invalid-input',
      field: 'file',
      message: 'No columns were found: the first line has no comma, semicolon or tab.',
      hint: 'Choose a CSV file with headings in its first line, or a JSON file of Loopready.',
    })
  const table = { path, encoding, separator, hasSeparatorLine: stated !== undefined, headings: [] }
  for await (const { cells } of recordsOf(table, checkCancel))
    return { ...table, headings: headingsOf(cells) }
  return refuse({ code: 'invalid-input', field: 'file', message: 'There is no text in the file.' })
}

function headingsOf(cells: readonly string[]): readonly string[] {
  if (cells.length > limits.columns)
    refuse({
      code: 'invalid-input',
      field: 'file',
      message: `The file has ${cells.length.toLocaleString('en')} columns; ${limits.columns} at most can be read.`,
      hint: 'Leave out the columns that are not needed.',
    })
  return cells.map((cell) => cell.trim())
}

/** The rows below the headings, one at a time. Refuses a file that breaks off, and rows beyond all measure. */
export async function* rowsOf(table: Table, checkCancel: () => void): AsyncGenerator<TableRow> {
  let count = -1
  for await (const row of recordsOf(table, checkCancel)) {
    count += 1
    if (count > limits.rows)
      refuse({
        code: 'invalid-input',
        field: 'file',
        message: `The file has more than ${limits.rows.toLocaleString('en')} rows.`,
        hint: 'Split it into several files.',
      })
    if (count > 0) yield row
  }
}

function sampleOf(path: string, encoding: Encoding): string {
  for (const text of chunksOf(path, encoding)) return text.slice(0, 65_536)
  return ''
}

async function* recordsOf(
  table: Omit<Table, 'headings'>,
  checkCancel: () => void,
): AsyncGenerator<TableRow> {
  // Counted here: the library counts a line break of two signs inside a cell twice.
  let line = table.hasSeparatorLine ? 2 : 1
  const parser = parse({
    delimiter: table.separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    from_line: table.hasSeparatorLine ? 2 : 1,
    max_record_size: limits.rowLetters,
    relax_column_count: true,
    // Some programs write quotation marks inside cells as they are.
    relax_quotes: true,
    skip_empty_lines: true,
    on_record(cells: string[], info) {
      const row = { line: line + info.empty_lines, cells }
      line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0)
      // The library hands on whatever is returned; its types know records only.
      return row as unknown as string[]
    },
  })
  const source = Readable.from(checked(chunksOf(table.path, table.encoding), checkCancel))
  // A stream's own errors do not travel along a pipe.
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const row of parser as AsyncIterable<TableRow>) yield row
  } catch (thrown) {
    refuseBroken(thrown, line)
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function* checked(chunks: Iterable<string>, checkCancel: () => void): Generator<string> {
  for (const chunk of chunks) {
    checkCancel()
    // An empty piece would end the stream.
    if (chunk !== '') yield chunk
  }
}

function breaksIn(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0
}

function refuseBroken(thrown: unknown, filledLine: number): never {
  if (thrown instanceof Refusal || !(thrown instanceof CsvError)) throw thrown
  const line = filledLine + Number(thrown['empty_lines'] ?? 0)
  if (thrown.code === 'CSV_QUOTE_NOT_CLOSED')
    refuse({
      code: 'invalid-input',
      field: 'file',
      message: `The file ends inside the row that begins in line ${line}: a quotation mark is open there. Part of the file may be missing.`,
      hint: 'Export it again.',
    })
  if (thrown.code === 'CSV_MAX_RECORD_SIZE')
    refuse({
      code: 'invalid-input',
      field: 'file',
      message: `The row that begins in line ${line} has more than 4 million letters.`,
      hint: 'This is no list of sessions, or a quotation mark in it is never closed.',
    })
  refuse({
    code: 'invalid-input',
    field: 'file',
    message: `The table cannot be read from line ${line} on.`,
    hint: 'Export it again, or open it in a spreadsheet and save it as CSV.',
  })
}
