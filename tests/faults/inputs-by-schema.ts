import { z } from 'zod'

type Schema = Readonly<{
  /** `undefined` where the schema says nothing. */
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  allOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  items?: Schema
  prefixItems?: readonly Schema[]
  minItems?: number
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  pattern?: string
  $ref?: string
  $defs?: Readonly<Record<string, Schema>>
}>

/** One of them fits every pattern of the contract. */
const texts = [
  'coding',
  '2026-10-01',
  '2026-10',
  '10:00',
  '2026-10-01T10:00:00.000Z',
  '01990000-0000-7000-8000-000000000000',
  'L6',
  'abcd',
  '1h',
  'count.paper',
  'https://example.com/',
  '#112233',
  'Q4 2023',
  '12',
]

/** An input of a call's schema with every key that there is, or null where the schema says too little. */
export function inputFor(schema: z.ZodType): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  return valueOf(json, json, 0)
}

function valueOf(schema: Schema, root: Schema, depth: number): unknown {
  if (depth > 12) return null
  const inner = (one: Schema) => valueOf(one, root, depth + 1)
  if (schema.$ref !== undefined) {
    const found = root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}
    return inner(found)
  }
  if ('const' in schema) return schema.const
  const [first] = schema.enum ?? []
  if (first !== undefined) return first
  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (choice) return inner(choice)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, one]) => [key, inner(one)]),
      )
    case 'array':
      if (schema.prefixItems) return schema.prefixItems.map(inner)
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
        inner(schema.items ?? {}),
      )
    case 'string': {
      const { pattern, minLength = 0 } = schema
      const fits = (text: string) =>
        text.length >= minLength && (pattern === undefined || new RegExp(pattern).test(text))
      return texts.find(fits) ?? 'x'.repeat(minLength)
    }
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
    case 'boolean':
      return true
    case undefined:
    default:
      return null
  }
}

/** Every place in a value, as the keys that lead to it; the value itself is the empty list. */
export function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesIn(inner).map((place) => [key, ...place]),
    ),
  ]
}

/** A copy of a value with something else in one place. */
export function withAt(value: unknown, place: readonly string[], put: unknown): unknown {
  const [key, ...rest] = place
  if (key === undefined) return put
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      String(index) === key ? withAt(item, rest, put) : item,
    )
  const fields = Object.entries(value ?? {})
  return Object.fromEntries(
    fields.map(([name, inner]) => [name, name === key ? withAt(inner, rest, put) : inner]),
  )
}
