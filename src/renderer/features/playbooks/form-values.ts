import type { PlaybookFault } from '#contract/own-playbooks.ts'

/** A place in the text of a playbook. */
export type Path = readonly (string | number)[]

/** What stands at a place; undefined where nothing does. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    return (value as Record<string | number, unknown>)[step]
  }, data)
}

/** The entries of a list; none where there is no list. */
export function rowsAt(data: unknown, path: Path): readonly unknown[] {
  const found = valueAt(data, path)
  return Array.isArray(found) ? found : []
}

/** A text or a number as a field shows it. */
export function textAt(data: unknown, path: Path): string {
  const found = valueAt(data, path)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

/** What is wrong at exactly this place, in the checker's words without the place. */
export function faultAt(faults: readonly PlaybookFault[], path: Path): string | undefined {
  const name = path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`,
    '',
  )
  const found = faults.find(({ message }) => message.startsWith(`${name}: `))
  const fault = found?.message.slice(name.length + 2)
  return fault === undefined ? undefined : `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`
}

/** A name in lower-case words joined by hyphens, one that is not taken: ids of rows are made so, once. */
export function slugOf(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  const base = plain === '' ? 'entry' : plain
  let free = base
  for (let n = 2; taken.includes(free); n += 1) free = `${base}-${n}`
  return free
}
