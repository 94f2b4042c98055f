import { closeSync, openSync, readSync } from 'node:fs'
import type { TransferMapping } from '#contract/transfer.ts'
import { refuse } from '../refusal.ts'
import { readable } from '../store/database.ts'
import type { Bench } from './carry-out.ts'
import { openTable } from './csv/rows.ts'
import type { Reading } from './csv/stage.ts'
import { looksLikeJson, readJson, type JsonFile } from './json/read.ts'
import { requirePlan } from './plan.ts'
import { findRecord } from './store.ts'
import type { Tasks } from './tasks.ts'
import type { OutputOf } from '#contract/index.ts'
import { formatDay } from '#domain/readable.ts'

/** Whether a file is JSON, by how it begins. Everything else is taken for a table. */
export function isJson(path: string): boolean {
  const handle = openSync(path, 'r')
  try {
    const head = Buffer.alloc(256)
    const read = readSync(handle, head)
    return looksLikeJson(
      head
        .subarray(0, read)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  } finally {
    closeSync(handle)
  }
}

/** A JSON file, checked as a whole. */
export function openJson({ file, playbooks }: Tasks['inspect'], { zones, work }: Bench): JsonFile {
  return readJson(
    file.path,
    { hasPlaybook: (id) => playbooks.has(id), hasZone: (zone) => zones.has(zone) },
    work,
  )
}

/** A table with the mapping to read it by. Refuses a call without one. */
export async function openReading(
  { file, plan }: Tasks['inspect'],
  mapping: TransferMapping | undefined,
  { zones, now, timeZone, work }: Bench,
): Promise<Reading> {
  const table = await openTable(file.path, work.checkCancel)
  if (!mapping)
    refuse({
      code: 'invalid-input',
      field: 'mapping',
      message: 'Say what the columns of the file are.',
    })
  return { table, mapping, plan: requirePlan(plan), zones, now, timeZone }
}

type ImportedBefore = OutputOf<'transfer.preview'>['importedBefore']

/** When these very bytes were imported before, in words too. */
export function importedBefore({ file }: Tasks['inspect'], bench: Bench): ImportedBefore {
  const record = findRecord(readable(bench.connection), file.hash)
  if (!record) return null
  const { date } = bench.zones.wallOf(record.importedAt, bench.timeZone)
  const sessions = record.sessions === 1 ? '1 session' : `${record.sessions} sessions`
  return {
    at: record.importedAt,
    rows: record.sessions,
    message: `This file was imported on ${formatDay(date)}: ${sessions}.`,
  }
}
