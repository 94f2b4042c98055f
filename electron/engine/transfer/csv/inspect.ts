import type { TransferInspection, TransferMapping } from '#contract/transfer.ts'
import { suggestColumns } from '#domain/transfer-presets.ts'
import { refuse } from '../../refusal.ts'
import { readable } from '../../store/database.ts'
import type { Bench } from '../bench.ts'
import type { IncomingFile } from '../incoming.ts'
import type { Plan } from '../plan.ts'
import { findMapping } from '../store.ts'
import { openTable, rowsOf, type Table } from './rows.ts'

type Inspected = Extract<TransferInspection, { kind: 'csv' }>

const samplesPerColumn = 3
const sampleLetters = 200

/** Says what a table is and proposes how to read it: as the last time, as its program writes, or by its headings. */
export async function inspectTable(
  { id, name, bytes, path }: IncomingFile,
  plan: Plan,
  importedBefore: Inspected['importedBefore'],
  bench: Bench,
): Promise<Inspected> {
  const table = await openTable(path, bench.work.checkCancel)
  const { preset, columns, durationUnit } = suggestColumns(table.headings)
  const kept = findMapping(readable(bench.connection), table.headings, plan.level)
  const isRemembered = kept?.columns.length === table.headings.length
  const proposed: TransferMapping = {
    columns: [...columns],
    durationUnit,
    dateOrder: null,
    timeZone: null,
    categories: [],
  }
  const { rows, samples } = await sampled(table, bench)
  return {
    kind: 'csv',
    file: id,
    name,
    bytes,
    encoding: table.encoding,
    separator: table.separator,
    rows,
    columns: table.headings.map((heading, index) => ({
      name: heading,
      samples: samples[index] ?? [],
    })),
    preset,
    remembered: isRemembered,
    mapping: isRemembered ? kept : proposed,
    importedBefore,
  }
}

/** Counts the rows, which also finds a file that breaks off, and takes the first texts of each column. */
async function sampled(table: Table, { work }: Bench) {
  const samples: string[][] = table.headings.map(() => [])
  let rows = 0
  for await (const { cells } of rowsOf(table, work.checkCancel)) {
    rows += 1
    for (const [index, list] of samples.entries()) {
      const text = cells[index]?.trim() ?? ''
      if (text !== '' && list.length < samplesPerColumn) list.push(text.slice(0, sampleLetters))
    }
  }
  if (rows === 0)
    refuse({ code: 'invalid-input', field: 'file', message: 'The file has headings and no rows.' })
  return { rows, samples }
}
