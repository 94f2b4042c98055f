/**
 * The same value with every text in it changed. `change` gets the text and the key that it stands under; a text in a
 * list stands under the key of the list.
 */
export function everyText<T>(value: T, change: (text: string, key: string) => string): T {
  // A change of leaves keeps the shape, which the type system cannot see.
  return changed(value, '', change) as T
}

function changed(
  value: unknown,
  key: string,
  change: (text: string, key: string) => string,
): unknown {
  if (typeof value === 'string') return change(value, key)
  if (Array.isArray(value)) return value.map((item) => changed(item, key, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([inner, item]) => [inner, changed(item, inner, change)]),
  )
}
