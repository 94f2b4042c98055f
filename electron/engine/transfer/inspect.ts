import type { TransferMapping } from '#contract/transfer.ts'
import { suggestColumns } from '#domain/transfer-presets.ts'
import { readable } from '../store/database.ts'
import type { Bench } from './carry-out.ts'
import { openTable, rowsOf, type Table } from './csv/rows.ts'
import { importedBefore, isJson, openJson } from './open-file.ts'
import { requirePlan } from './plan.ts'
import { findMapping } from './store.ts'
import type { TaskOf, TaskOutput } from './tasks.ts'
import { refuse } from '../refusal.ts'

const samplesPerColumn = 3
const sampleLetters = 200

/** Says what a file is and proposes how to read it. */
export async function inspectFile(
  task: TaskOf<'inspect'>,
  bench: Bench,
): Promise<TaskOutput<'inspect'>> {
  const { id, name, bytes } = task.file
  if (!isJson(task.file.path)) return inspectTable(task, bench)
  const { version, rows } = openJson(task, bench)
  return {
    kind: 'json',
    file: id,
    name,
    bytes,
    version,
    sections: Array.from(rows, ([section, list]) => ({ name: section.name, rows: list.length })),
  }
}

async function inspectTable(task: TaskOf<'inspect'>, bench: Bench): Promise<TaskOutput<'inspect'>> {
  const { id, name, bytes } = task.file
  const plan = requirePlan(task.plan)
  const table = await openTable(task.file.path, bench.work.checkCancel)
  const suggestion = suggestColumns(table.headings)
  const kept = findMapping(readable(bench.connection), table.headings, plan.level)
  const isRemembered = kept?.columns.length === table.headings.length
  const proposed: TransferMapping = {
    columns: [...suggestion.columns],
    durationUnit: suggestion.durationUnit,
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
    preset: suggestion.preset,
    remembered: isRemembered,
    mapping: isRemembered ? kept : proposed,
    importedBefore: importedBefore(task, bench),
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
