import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { refuse } from '../../refusal.ts'
import { counted, type Work } from '../../jobs/work.ts'
import type { FileRow, Section, Surroundings } from './format.ts'
import { sections } from './sections.ts'
import { timerFault } from './timer-sections.ts'
import { formatVersion } from './write.ts'

/** A JSON file of ours, checked: the rows of each section. */
export type JsonFile = Readonly<{ version: number; rows: ReadonlyMap<Section, readonly FileRow[]> }>

/** How many faults are named at once. */
const mostFaults = 5

/**
 * Reads and checks a JSON file as a whole: what is wrong anywhere in it is named with its path, and nothing of it is
 * taken. Refuses files of a newer version (`newer-file`).
 */
export function readJson(path: string, here: Surroundings, work: Work): JsonFile {
  const file = contentOf(path)
  work.checkCancel()
  const { format, version, ...found } = file
  if (format !== 'loopready')
    fault('This JSON file is not an export of Loopready: it has no "format": "loopready".')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    fault('version: expected a whole number of 1 or more.')
  if (version > formatVersion)
    refuse({
      code: 'newer-file',
      field: 'file',
      message: `This file was exported by a newer Loopready (format ${version}; this one reads up to ${formatVersion}).`,
      hint: 'Update Loopready. Nothing was imported.',
    })
  const unknown = Object.keys(found).find((name) => sections.every((one) => one.name !== name))
  if (unknown !== undefined) fault(`${unknown}: there is no such section.`)

  const total = Object.values(found).reduce<number>(
    (sum, list) => sum + (Array.isArray(list) ? list.length : 1),
    0,
  )
  const own = ownIds(found['ownPlaybooks'])
  const around = { ...here, hasPlaybook: (id: string) => here.hasPlaybook(id) || own.has(id) }
  let done = 0
  const tell = counted(work, 0.2, 0.6, total)
  const rows = new Map<Section, readonly FileRow[]>()
  for (const section of sections) {
    const list = listOf(section, found[section.name])
    rows.set(
      section,
      checkedRows(section, list, around, () => tell((done += 1))),
    )
  }
  const wrong = timerFault(new Map([...rows].map(([{ name }, list]) => [name, list])))
  if (wrong !== null) fault(`${wrong}.`)
  return { version, rows }
}

/** The ids of the playbooks that come with the file; whether they can be read is seen when they are. */
function ownIds(found: unknown): ReadonlySet<string> {
  const texts = Array.isArray(found) ? found : []
  return new Set(
    texts.flatMap((row: unknown) => {
      const text = typeof row === 'object' && row !== null && 'text' in row ? row.text : ''
      return /^id:\s*["']?([\w-]+)/m.exec(String(text))?.[1] ?? []
    }),
  )
}

function fault(message: string, others: readonly string[] = []): never {
  return refuse({
    code: 'invalid-input',
    field: 'file',
    message,
    hint: 'Nothing was imported.',
    ...(others.length > 0
      ? { others: others.map((other) => ({ field: 'file', message: other })) }
      : {}),
  })
}

function contentOf(path: string): Readonly<Record<string, unknown>> {
  const text = textOf(path)
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (thrown) {
    const at = thrown instanceof Error ? /position (\d+)/.exec(thrown.message)?.[1] : undefined
    const end = at === undefined ? text.length : Number(at)
    const line = text.slice(0, end).split('\n').length
    fault(
      end >= text.trimEnd().length
        ? `The file breaks off in line ${line}: part of it is missing.`
        : `The file is not valid JSON from line ${line} on.`,
    )
  }
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? (parsed as Record<string, unknown>)
    : fault('This JSON file is not an export of Loopready.')
}

function textOf(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    return fault('The file is not UTF-8, as exports of Loopready are.')
  }
}

function listOf({ name, isSingle }: Section, found: unknown): readonly unknown[] {
  if (found === undefined) return []
  if (!isSingle) return Array.isArray(found) ? found : fault(`${name}: expected a list.`)
  return found === null ? [] : [found]
}

function checkedRows(
  section: Section,
  list: readonly unknown[],
  around: Surroundings,
  tell: () => void,
): readonly FileRow[] {
  const faults: string[] = []
  const seen = new Map<string, number>()
  const rows: FileRow[] = []
  for (const [index, found] of list.entries()) {
    tell()
    const place = section.isSingle ? section.name : `${section.name}[${index}]`
    const parsed = section.row.safeParse(found)
    if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => told(place, issue)))
    else {
      const wrong = section.check(parsed.data, around)
      const key = section.keyOf(parsed.data)
      const before = seen.get(key)
      if (wrong) faults.push(`${place}.${wrong.field}: ${wrong.message}.`)
      else if (before !== undefined)
        faults.push(`${place}: it has the same key as ${section.name}[${before}].`)
      seen.set(key, index)
      rows.push(parsed.data)
    }
    if (faults.length >= mostFaults) break
  }
  const [first, ...others] = faults
  return first === undefined ? rows : fault(first, others)
}

function told(place: string, issue: z.core.$ZodIssue): string {
  const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
  const end = /[.!?]$/.test(issue.message) ? '' : '.'
  return `${place}${path.join('')}: ${issue.message}${end}`
}
