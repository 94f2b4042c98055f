import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { codeOf } from '../refusal.ts'
import { explain, faultLine } from './explain.ts'
import { readYaml } from '#domain/yaml-source.ts'

/** The largest data file that is read, in bytes: fifteen times a complete playbook. */
export const maxFileBytes = 512 * 1024

/** What a data file holds, or what is wrong with it: one message per fault, each with file, line and column. */
export type DataFile<T> =
  | Readonly<{ ok: true; value: T; faultAt: FaultAt }>
  | Readonly<{ ok: false; messages: readonly string[] }>

/** Words a fault that the schema cannot know, at a path of the file. */
export type FaultAt = (path: readonly PropertyKey[], fault: string) => string

/** Reads a YAML file that someone wrote by hand and checks it against its schema. Never throws for what it holds. */
export function readDataFile<S extends z.ZodType>(file: string, schema: S): DataFile<z.output<S>> {
  const name = path.basename(file)
  const bytes = readBytes(file)
  if (typeof bytes === 'string') return { ok: false, messages: [`${name}: ${bytes}`] }
  const text = decode(bytes)
  if (!text.ok) return { ok: false, messages: [`${name}:${text.message}`] }
  const read = readDataText(text.value, schema)
  if (!read.ok) return { ok: false, messages: read.messages.map((fault) => `${name}:${fault}`) }
  return { ...read, faultAt: (at, fault) => `${name}:${read.faultAt(at, fault)}` }
}

/** The same for a text; faults begin with `line:column:`. */
export function readDataText<S extends z.ZodType>(text: string, schema: S): DataFile<z.output<S>> {
  const source = readYaml(text)
  if (!source.ok) return { ok: false, messages: source.faults }
  const parsed = schema.safeParse(source.data)
  return parsed.success
    ? { ok: true, value: parsed.data, faultAt: (at, fault) => faultLine(source, at, fault) }
    : { ok: false, messages: explain(schema, source, parsed.error.issues) }
}

/** The text of a file as long as one may be; null where it cannot be read as such. */
export function textOfFile(file: string): string | null {
  const bytes = readBytes(file)
  const text = typeof bytes === 'string' ? null : decode(bytes)
  return text?.ok === true ? text.value : null
}

/** The bytes, or why there are none. */
function readBytes(file: string): Uint8Array | string {
  try {
    const stats = statSync(file)
    // Asked first: reading a named pipe would wait for ever.
    if (!stats.isFile()) return 'expected a file, found something else of that name'
    if (stats.size > maxFileBytes)
      return `expected at most ${maxFileBytes / 1024} KiB, found ${Math.ceil(stats.size / 1024)} KiB`
    return readFileSync(file)
  } catch (error) {
    return `the file cannot be read (${codeOf(error) || 'unknown reason'})`
  }
}

function decode(
  bytes: Uint8Array,
): Readonly<{ ok: true; value: string } | { ok: false; message: string }> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? ''
    const lines = before.split('\n')
    const column = (lines.at(-1) ?? '').length + 1
    return {
      ok: false,
      message: `${lines.length}:${column}: expected UTF-8 text, found a byte that is not; save the file as UTF-8`,
    }
  }
}
