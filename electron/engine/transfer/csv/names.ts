import type { TransferMapping, TransferQuestion } from '#contract/transfer.ts'
import { nearestCategory, plainName } from '#domain/transfer-names.ts'
import { quoted } from '#domain/transfer-row.ts'
import { refuse } from '../../refusal.ts'
import type { Plan } from '../plan.ts'

/** Where a name of the file belongs: a slug, null to leave its rows out, or undefined while that is not known. */
export type Names = ReadonlyMap<string, string | null | undefined>

/** Places the names of a file: by the mapping, as in an import before, or where a name is just that of a category. */
export function placeNames(
  values: ReadonlyMap<string, number>,
  mapping: TransferMapping,
  known: ReadonlyMap<string, string | null>,
  { level, categories }: Plan,
): Names {
  const slugs = new Set(categories.map(({ slug }) => slug))
  for (const [index, { category }] of mapping.categories.entries())
    if (category !== null && !slugs.has(category))
      refuse({
        code: 'invalid-input',
        field: `mapping.categories.${index}.category`,
        message: `${level} has no category “${category}”.`,
        hint: `Choose one of ${[...slugs].join(', ')}.`,
      })
  const chosen = new Map(mapping.categories.map(({ value, category }) => [value, category]))
  const same = new Map(
    categories.flatMap(({ slug, name }) => [
      [plainName(slug), slug],
      [plainName(name), slug],
    ]),
  )
  const placeOf = (value: string) => {
    if (chosen.has(value)) return chosen.get(value)
    const before = known.get(value)
    if (before === null || (before !== undefined && slugs.has(before))) return before
    return value === '' ? undefined : same.get(plainName(value))
  }
  return new Map([...values.keys()].map((value) => [value, placeOf(value)]))
}

/** One question for each name that has no place yet, the most frequent first. */
export function nameQuestions(
  values: ReadonlyMap<string, number>,
  names: Names,
  { categories }: Plan,
): TransferQuestion[] {
  return [...values]
    .filter(([value]) => names.get(value) === undefined)
    .toSorted(([, one], [, other]) => other - one)
    .map(([value, rows]) => ({
      kind: 'category' as const,
      value,
      rows,
      suggestion: nearestCategory(value, categories),
      message:
        value === ''
          ? 'To which category do rows without one belong?'
          : `To which category does ${quoted(value)} belong?`,
    }))
}
