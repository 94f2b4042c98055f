import type { z } from 'zod'
import { expectedAt, keysAt } from './expectation.ts'
import type { YamlSource } from '#domain/yaml-source.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** More faults than this are counted, not listed: the first ones tell enough. */
const maxFaults = 20

/**
 * Turns what a schema found into lines for the person who wrote the file:
 * `41:12: plan.categories[0].share: expected a number from 0 to 100, found "lots"`.
 */
export function explain(
  schema: z.ZodType,
  source: YamlSource,
  issues: readonly Issue[],
): readonly string[] {
  // Checks across the parts mislead while a part is wrong: a share of 350 is one fault, not also a wrong sum.
  const ofParts = issues.filter((issue) => issue.code !== 'custom')
  const told = ofParts.length > 0 ? ofParts : issues
  const lines = told.flatMap((issue) => linesOf(schema, source, issue))
  const more = lines.length - maxFaults
  if (more <= 0) return lines
  const last = `${source.positionOf([])}: and ${more} more`
  return [...lines.slice(0, maxFaults), last]
}

function linesOf(schema: z.ZodType, source: YamlSource, issue: Issue): readonly string[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, source.data, path).join(', ')
    return issue.keys.map((key) => {
      const found = `expected only the keys ${known}, found "${key}"`
      return `${source.positionOfKey(path, key)}: ${named(path, found)}`
    })
  }
  return [faultLine(source, path, faultOf(schema, source.data, issue))]
}

function faultOf(schema: z.ZodType, data: unknown, issue: Issue): string {
  // Checks across parts of the file speak for themselves.
  if (issue.code === 'custom') return issue.message
  const value = valueAt(data, issue.path)
  // A pattern says nothing to people, so its schema carries a description as its message.
  const expected =
    issue.code === 'invalid_format' ? issue.message : expectedAt(schema, data, issue.path)
  if (value === undefined) return `expected ${expected}, but the key is missing`
  return `expected ${expected}, found ${describe(value)}`
}

/** One fault as a line: where it stands, what it concerns, what it is. */
export function faultLine(source: YamlSource, path: Path, fault: string): string {
  return `${source.positionOf(path)}: ${named(path, fault)}`
}

function named(path: Path, fault: string): string {
  const name = nameOf(path)
  return name === '' ? fault : `${name}: ${fault}`
}

function nameOf(path: Path): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`
    return name === '' ? String(step) : `${name}.${String(step)}`
  }, '')
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    return (value as Record<PropertyKey, unknown>)[step]
  }, data)
}

function describe(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value))
    return value.length === 1 ? 'a list of 1 entry' : `a list of ${value.length} entries`
  if (typeof value === 'object') return 'a mapping'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return 'something else'
  if (value.trim() === '') return 'empty text'
  return value.length > 60 ? `${value.length} characters of text` : JSON.stringify(value)
}
