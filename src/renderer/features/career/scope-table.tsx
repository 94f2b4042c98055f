import type { ScopeFigure, ScopeStory } from '#contract/scope.ts'
import { shortBand, shortFigure } from '#domain/scope-axis.ts'
import { placeWords, quantityName, rungLabel } from '#domain/scope-words.ts'
import { Table } from '../../ui/table.tsx'
import { storyTitle } from './proof-list.tsx'
import type { Scope } from './scope-reading.ts'

/** Everything that is drawn, as one table. */
export function ScopeTable({ scope }: Readonly<{ scope: Scope }>) {
  const { levels, dimensions } = scope
  const rowOf = (figure: ScopeFigure) => ({
    key: figure.quantity,
    name: quantityName(figure.quantity),
    ranges: levels.map(({ id }) => {
      const band = figure.bands.find(({ level }) => level === id)
      return band ? shortBand(band, figure.unit) : ''
    }),
    own: figure.value === null ? '' : shortFigure(figure.value, figure.unit),
    place: figure.place === null ? '' : placeWords(figure.place),
    stories: figure.stories.map((story) => told(story, shortFigure(story.value ?? 0, figure.unit))),
  })
  const ofDimensions = dimensions.flatMap((dimension) => [
    ...dimension.figures.map(rowOf),
    ...(dimension.ladder.length === 0
      ? []
      : [
          {
            key: dimension.id,
            name: dimension.name,
            ranges: levels.map(({ id }) =>
              dimension.ladder
                .filter((row) => row.levels.includes(id))
                .map(({ rung }) => rungLabel(rung))
                .join(', '),
            ),
            own: dimension.rung === null ? '' : rungLabel(dimension.rung),
            place: dimension.rungPlace === null ? '' : placeWords(dimension.rungPlace),
            stories: dimension.rungStories.map((story) => told(story, rungLabel(story.rung ?? ''))),
          },
        ]),
  ])
  const rows = [...ofDimensions, ...scope.beside.map(rowOf)]
  return (
    <details className="scope-as-table">
      <summary>The same as a table</summary>
      <Table caption="Your scope beside the ranges of the levels">
        <thead>
          <tr>
            <th scope="col">What</th>
            {levels.map(({ id }) => (
              <th key={id} scope="col">
                {id}
              </th>
            ))}
            <th scope="col">You</th>
            <th scope="col">Place</th>
            <th scope="col">Stories</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {row.ranges.map((range, index) => (
                <td key={levels[index]?.id}>{range || '—'}</td>
              ))}
              <td>{row.own || 'not said'}</td>
              <td>{row.place || '—'}</td>
              <td>{row.stories.join('; ') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}

function told({ title, place }: ScopeStory, value: string): string {
  return `${storyTitle(title)} (${value}${place === null ? '' : `, ${placeWords(place)}`})`
}
