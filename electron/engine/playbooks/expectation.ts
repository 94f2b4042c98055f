import { z } from 'zod'

/** The part of JSON Schema that our own schemas turn into. */
type Node = Readonly<{
  const?: unknown
  enum?: readonly unknown[]
  type?: string
  properties?: Readonly<Record<string, Node>>
  required?: readonly string[]
  items?: Node
  anyOf?: readonly Node[]
  oneOf?: readonly Node[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  minItems?: number
  maxItems?: number
  maxLength?: number
}>

type Path = readonly PropertyKey[]

/**
 * Says in plain words what a schema wants at a path of some data: "a number from 0 to 100". The data decides between
 * the alternatives of a union, where it can.
 */
export function expectedAt(schema: z.ZodType, data: unknown, path: Path): string {
  const phrases = nodesAt(schema, data, path).map(phraseOf)
  const values = phrases.filter((phrase) => phrase.startsWith('"'))
  if (values.length > 1 && values.length === phrases.length) return `one of ${values.join(', ')}`
  return [...new Set(phrases)].join(', or ')
}

/** The keys that a schema knows at a path of some data. */
export function keysAt(schema: z.ZodType, data: unknown, path: Path): readonly string[] {
  const keys = nodesAt(schema, data, path).flatMap((node) => Object.keys(node.properties ?? {}))
  return [...new Set(keys)]
}

function nodesAt(schema: z.ZodType, data: unknown, path: Path): readonly Node[] {
  // zod's own walkable form is private; JSON Schema is the public description of the same thing.
  let nodes = alternatives(z.toJSONSchema(schema, { io: 'input' }) as Node)
  let value = data
  for (const step of path) {
    nodes = fitting(nodes, value).flatMap((node) => {
      const next = typeof step === 'number' ? node.items : node.properties?.[String(step)]
      return next ? alternatives(next) : []
    })
    value = childOf(value, step)
  }
  return fitting(nodes, value)
}

function alternatives(node: Node): readonly Node[] {
  const inner = node.anyOf ?? node.oneOf
  return inner ? inner.flatMap(alternatives) : [node]
}

/** Of the alternatives, those whose fixed values are the data's; all of them when none is. */
function fitting(nodes: readonly Node[], value: unknown): readonly Node[] {
  const fit = nodes.filter((node) =>
    Object.entries(node.properties ?? {}).every(
      ([key, child]) => child.const === undefined || child.const === childOf(value, key),
    ),
  )
  return fit.length > 0 ? fit : nodes
}

function childOf(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  return (value as Record<PropertyKey, unknown>)[step]
}

function phraseOf(node: Node): string {
  if (node.const !== undefined) return JSON.stringify(node.const)
  if (node.enum) return `one of ${node.enum.map((value) => JSON.stringify(value)).join(', ')}`
  switch (node.type ?? '') {
    case 'number':
      return `a number${span(node)}`
    case 'integer':
      return `a whole number${span(node)}`
    case 'string':
      return node.maxLength === undefined ? 'text' : `text of 1 to ${node.maxLength} characters`
    case 'boolean':
      return 'true or false'
    case 'array':
      return `a list${entries(node)}`
    case 'object':
      return `the keys ${keyList(node)}`
    case 'null':
      return 'null'
    default:
      return 'something else'
  }
}

function span(node: Node): string {
  const { minimum: min, exclusiveMinimum: above, exclusiveMaximum: below } = node
  // "No upper limit" is written as the largest safe integer.
  const max = node.maximum === Number.MAX_SAFE_INTEGER ? undefined : node.maximum
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`
  const parts = [
    above === undefined || above === Number.MIN_SAFE_INTEGER ? '' : ` above ${above}`,
    min === undefined || min === Number.MIN_SAFE_INTEGER ? '' : ` of at least ${min}`,
    max === undefined ? '' : ` of at most ${max}`,
    below === undefined ? '' : ` below ${below}`,
  ]
  return parts.filter(Boolean).join(' and')
}

function entries({ minItems: min, maxItems: max }: Node): string {
  if (min !== undefined && min === max) return ` of exactly ${min} entries`
  if (min !== undefined && max !== undefined) return ` of ${min} to ${max} entries`
  if (min !== undefined) return min === 1 ? ' of at least 1 entry' : ` of at least ${min} entries`
  return max === undefined ? '' : ` of at most ${max} entries`
}

function keyList(node: Node): string {
  const required = new Set(node.required ?? [])
  const keys = Object.keys(node.properties ?? {})
  const optional = keys.filter((key) => !required.has(key))
  const needed = keys.filter((key) => required.has(key)).join(', ')
  return optional.length === 0 ? needed : `${needed} (optional: ${optional.join(', ')})`
}
