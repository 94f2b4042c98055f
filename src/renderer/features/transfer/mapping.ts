import type { OutputOf } from '#contract/index.ts'
import type {
  TransferField,
  TransferInspection,
  TransferMapping,
  TransferQuestion,
} from '#contract/transfer.ts'

export type Table = Extract<TransferInspection, { kind: 'csv' }>
export type Preview = OutputOf<'transfer.preview'>

type Question<K extends TransferQuestion['kind']> = Extract<TransferQuestion, { kind: K }>

/** What the file does not say and was asked: it stays in sight with its answer, to be changed. */
export type Asked = Readonly<{
  order: Question<'date-order'> | null
  unit: Question<'duration-unit'> | null
  /** By the name in the file: the category that comes near, to be proposed and never chosen. */
  suggestions: ReadonlyMap<string, string | null>
}>

export const nothingAsked: Asked = { order: null, unit: null, suggestions: new Map() }

/** What was asked so far and what is asked now; of two questions of a kind the newer one counts. */
export function askedAlso(asked: Asked, questions: readonly TransferQuestion[]): Asked {
  return {
    order: questions.find((question) => question.kind === 'date-order') ?? asked.order,
    unit: questions.find((question) => question.kind === 'duration-unit') ?? asked.unit,
    suggestions: new Map([
      ...asked.suggestions,
      ...questions.flatMap((question) =>
        question.kind === 'category' ? [[question.value, question.suggestion] as const] : [],
      ),
    ]),
  }
}

/** The mapping with another field for a column. What was said about the old column's dates or numbers is open again. */
export function withColumn(
  mapping: TransferMapping,
  index: number,
  field: TransferField,
): TransferMapping {
  const before = mapping.columns[index]
  const touches = (fields: readonly TransferField[]) =>
    fields.includes(field) || (before !== undefined && fields.includes(before))
  return {
    ...mapping,
    columns: mapping.columns.map((one, at) => (at === index ? field : one)),
    dateOrder: touches(['date', 'end-date']) ? null : mapping.dateOrder,
    durationUnit: touches(['duration']) ? null : mapping.durationUnit,
  }
}

/** The mapping with a place for a name of the file; null leaves its rows out. */
export function withName(
  mapping: TransferMapping,
  value: string,
  category: string | null,
): TransferMapping {
  const others = mapping.categories.filter((name) => name.value !== value)
  return { ...mapping, categories: [...others, { value, category }] }
}

/** A name in the file and where it goes; `undefined` while nobody has said. */
export type NamePlace = Readonly<{
  value: string
  rows: number
  place: string | null | undefined
  suggestion: string | null
}>

/** The names of the category column with their places; open ones first, then the most frequent. */
export function namePlaces(
  mapping: TransferMapping,
  preview: Preview,
  asked: Asked,
): readonly NamePlace[] {
  const chosen = new Map(mapping.categories.map(({ value, category }) => [value, category]))
  const places = preview.categories.map(({ value, rows, category, known }): NamePlace => ({
    value,
    rows,
    place: chosen.has(value) ? chosen.get(value) : known ? category : undefined,
    suggestion: asked.suggestions.get(value) ?? null,
  }))
  // By how it was when the file was looked at, so that no row jumps away while it is answered.
  const wasOpen = ({ value }: NamePlace) => (asked.suggestions.has(value) ? 0 : 1)
  return places.toSorted((a, b) => wasOpen(a) - wasOpen(b) || b.rows - a.rows)
}

/** Which answers are still open. */
export function openAnswers(
  mapping: TransferMapping,
  preview: Preview,
  asked: Asked,
): Readonly<{ order: boolean; unit: boolean; names: ReadonlySet<string> }> {
  return {
    order: asked.order !== null && mapping.dateOrder === null,
    unit: asked.unit !== null && mapping.durationUnit === null,
    names: new Set(
      namePlaces(mapping, preview, asked)
        .filter(({ place }) => place === undefined)
        .map(({ value }) => value),
    ),
  }
}

/** Whether there is anything to answer, or to look at once more, between the columns and the preview. */
export function hasAnswers(preview: Preview, asked: Asked): boolean {
  return asked.order !== null || asked.unit !== null || preview.categories.length > 0
}

/** How many rows an import writes. */
export function rowsToWrite({ counts }: Preview, existing: 'keep' | 'replace'): number {
  return counts.new + (existing === 'replace' ? counts.changed : 0)
}
