import { decimals } from '#domain/readable.ts'
import { shortBand, shortFigure } from '#domain/scope-axis.ts'
import { placeWords, quantityName, rungLabel } from '#domain/scope-words.ts'
import type { ScopeDimension, ScopeFigure, ScopePlace } from '#contract/scope.ts'
import type { Block, Cell, ReportData, Section, TableRow } from '../model.ts'

const notSaid: Cell = { text: 'not stated', tone: 'muted' }

/** One's own scope beside what each level expects. */
export function scopeSection({ scope }: ReportData): Section {
  const { levels, dimensions, beside, said, fit } = scope
  const own = fit.find(({ level }) => level === scope.level)
  return {
    id: 'scope',
    title: 'Scope',
    lead:
      dimensions.length === 0
        ? 'This playbook describes no scope.'
        : said === 0
          ? 'No data yet: none of your scope is stated.'
          : `${decimals(own?.dimensions ?? 0, 0)} of ${decimals(dimensions.length, 0)} dimensions fit ${scope.level}; ${decimals(said, 0)} are stated.`,
    newPage: true,
    blocks: [
      ...(dimensions.length === 0
        ? []
        : [
            tableOf(
              'Your scope in each dimension beside the ranges of the levels.',
              levels,
              dimensions.flatMap((dimension) => rowsOf(dimension, levels)),
            ),
          ]),
      ...(beside.some(({ value }) => value !== null)
        ? [
            { kind: 'heading', level: 2, text: 'Beside the scope' } as const,
            tableOf(
              'Figures that checklist items name and the scope does not.',
              levels,
              beside.map((figure) => figureRow(figure, levels)),
            ),
          ]
        : []),
    ],
  }
}

type Levels = ReportData['scope']['levels']

function tableOf(summary: string, levels: Levels, rows: readonly TableRow[]): Block {
  return {
    kind: 'table',
    summary,
    columns: [
      { head: 'Dimension', align: 'left', weight: 2 },
      { head: 'You', align: 'left', weight: 1 },
      ...levels.map(({ id }) => ({ head: id, align: 'left', weight: 1.4 }) as const),
      { head: 'Place', align: 'left', weight: 1.2 },
    ],
    rows,
  }
}

function rowsOf(dimension: ScopeDimension, levels: Levels): readonly TableRow[] {
  const rungs: readonly TableRow[] =
    dimension.ladder.length === 0
      ? []
      : [
          rowWith(
            dimension.name,
            dimension.rung === null ? notSaid : { text: rungLabel(dimension.rung) },
            levels.map(({ id }) =>
              dimension.ladder
                .filter((row) => row.levels.includes(id))
                .map(({ rung }) => rungLabel(rung))
                .join(', '),
            ),
            dimension.rungPlace,
          ),
        ]
  return [...dimension.figures.map((figure) => figureRow(figure, levels, dimension.name)), ...rungs]
}

function figureRow(figure: ScopeFigure, levels: Levels, dimension?: string): TableRow {
  const name = quantityName(figure.quantity)
  return rowWith(
    name,
    figure.value === null ? notSaid : { text: shortFigure(figure.value, figure.unit) },
    levels.map(({ id }) => {
      const band = figure.bands.find(({ level }) => level === id)
      return band ? shortBand(band, figure.unit) : ''
    }),
    figure.place,
    dimension === name ? undefined : dimension,
  )
}

function rowWith(
  name: string,
  own: Cell,
  bands: readonly string[],
  place: ScopePlace | null,
  detail?: string,
): TableRow {
  return {
    kind: 'row',
    cells: [
      { text: name, ...(detail === undefined ? {} : { detail }) },
      own,
      ...bands.map((text): Cell => (text === '' ? { text: 'none', tone: 'muted' } : { text })),
      place === null ? { text: '' } : { text: placeWords(place) },
    ],
  }
}
