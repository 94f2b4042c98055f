import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { status } from '#contract/plan.ts'

const page = readFileSync(new URL('../../docs/STATUS.md', import.meta.url), 'utf8')

type Schema = Readonly<{
  type?: string | readonly string[]
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  items?: Schema
}>

/** Every field of a schema with its type, as the page writes them. */
function fieldsOf(schema: Schema, path = ''): [string, string][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, declared]): [string, string][] => {
    const field = declared.oneOf ? sharedOf(declared.oneOf) : declared
    const types = field.anyOf?.flatMap(({ type }) => type) ?? [field.type].flat()
    const full = `${path}${name}`
    return [
      [full, types.join(' or ')],
      ...[field, ...(field.anyOf ?? [])].flatMap((part) => fieldsOf(part, `${full}.`)),
      ...(field.items ? fieldsOf(field.items, `${full}[].`) : []),
    ]
  })
}

/** Of objects of several kinds: what all of them have. What else they have depends on the kind. */
function sharedOf(kinds: readonly Schema[]): Schema {
  const [first, ...others] = kinds.map(({ properties = {} }) => properties)
  const shared = Object.entries(first ?? {}).filter(([name]) =>
    others.every((properties) => name in properties),
  )
  return { type: 'object', properties: Object.fromEntries(shared) }
}

it('docs/STATUS.md names every field of the status object with its type, and no other', () => {
  const table = page.slice(page.indexOf('## Fields'), page.indexOf('## The status rule'))
  const documented = [...table.matchAll(/^\| `([^`]+)` +\| ([^|]+?) +\| \S/gm)].map(
    ([, name, type]) => [name, type?.trim()],
  )
  expect(documented).toEqual(fieldsOf(z.toJSONSchema(status) as Schema))
})

it('docs/STATUS.md says when each status holds', () => {
  const rule = page.slice(page.indexOf('## The status rule'), page.indexOf('## The streak rule'))
  expect(namesIn(rule)).toEqual(new Set(status.shape.pace.shape.status.options))
})

it('docs/STATUS.md says when each kind of forecast holds', () => {
  const rule = page.slice(page.indexOf('## The forecast rule'))
  expect(namesIn(rule)).toEqual(new Set(status.shape.forecast.shape.plan.shape.status.options))
})

/** The names that a table of the page explains. */
function namesIn(table: string): ReadonlySet<string | undefined> {
  return new Set([...table.matchAll(/^\| `([^`]+)` +\| \S/gm)].map(([, name]) => name))
}
