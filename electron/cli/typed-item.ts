import { complain } from './complaint.ts'
import { meant } from './command-line.ts'

type Named = Readonly<{ id: string; text: string }>

/**
 * The item or indicator that was meant: by its id, the end of one's own item's id (4 letters or more), or words that
 * stand in the text of one alone.
 */
export function namedOne(typed: string, all: readonly Named[], what: string, list: string): Named {
  const wanted = typed.trim().toLowerCase()
  const exact = all.find(({ id }) => id === wanted)
  if (exact) return exact
  const byEnd = /^[0-9a-f]{4,}$/.test(wanted) ? all.filter(({ id }) => id.endsWith(wanted)) : []
  const words = wanted.split(/\s+/).filter((word) => word !== '')
  const byText =
    words.length === 0
      ? []
      : all.filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)))
  const found = byEnd.length > 0 ? byEnd : byText
  const [first, second] = found
  if (first && !second) return first
  if (first && second)
    return complain(
      `"${typed}" can be ${found
        .slice(0, 3)
        .map(({ id }) => id)
        .join(', ')}${found.length > 3 ? ' or others' : ''}. Write the id of one.`,
    )
  const ids = all.map(({ id }) => id)
  return complain(
    `There is no ${what} "${typed}".${meant(wanted.replaceAll(' ', '-'), ids)} "${list}" lists them.`,
  )
}
