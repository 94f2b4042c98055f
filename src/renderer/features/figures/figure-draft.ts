import type { Evidence, EvidenceInput } from '#contract/evidence.ts'
import { readAmount, writeAmount } from '#domain/amount.ts'

/** A figure as it is being typed: every field is the text in it. */
export type FigureDraft = Readonly<
  Record<
    'metric' | 'baseline' | 'target' | 'achieved' | 'unit' | 'period' | 'source' | 'note',
    string
  >
>

export const emptyFigure: FigureDraft = {
  metric: '',
  baseline: '',
  target: '',
  achieved: '',
  unit: '',
  period: '',
  source: '',
  note: '',
}

const numbers = ['baseline', 'target', 'achieved'] as const

/** What a form for a figure of the ledger starts from. */
export function draftOf(figure: Evidence): FigureDraft {
  const text = (value: number | null) => (value === null ? '' : writeAmount(value))
  const { metric, baseline, target, achieved, unit, period, source, note } = figure
  return {
    metric,
    baseline: text(baseline),
    target: text(target),
    achieved: text(achieved),
    unit,
    period,
    source,
    note,
  }
}

/** What the form sends, or which of its numbers cannot be read, each with what to do. */
export function figureOf(
  draft: FigureDraft,
): Readonly<
  | { ok: true; figure: EvidenceInput }
  | { ok: false; errors: Readonly<Partial<Record<keyof FigureDraft, string>>> }
> {
  const wrong = numbers.filter(
    (field) => draft[field].trim() !== '' && readAmount(draft[field]) === null,
  )
  if (wrong.length > 0)
    return {
      ok: false,
      errors: Object.fromEntries(
        wrong.map((field) => [
          field,
          `“${draft[field].trim()}” is not a number. Write 850, 1,250, 2.5 or 1.2M, and the unit in its own field.`,
        ]),
      ),
    }
  return {
    ok: true,
    figure: {
      ...draft,
      baseline: readAmount(draft.baseline),
      target: readAmount(draft.target),
      achieved: readAmount(draft.achieved),
    },
  }
}
