import { lazy, Suspense, useMemo } from 'react'
import type { ReadinessView } from '#contract/readiness.ts'
import { decimals } from '#domain/readable.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { pointsText } from './points.ts'
import { waterfallRows } from './waterfall.ts'

const WaterfallChart = lazy(() =>
  import('./waterfall-chart.tsx').then((module) => ({ default: module.WaterfallChart })),
)

const TITLE = 'Where the points come from'

/** The score as a waterfall of its parts, and the table that says the same. */
export function WaterfallCard({ view }: Readonly<{ view: ReadinessView }>) {
  const rows = useMemo(
    () =>
      waterfallRows(view.parts.map((part) => ({ ...part, career: part.dashboard === 'career' }))),
    [view.parts],
  )
  return (
    <Card title={TITLE} lead="Each part begins where the one above it ends.">
      <div className="readiness-sides">
        <figure
          className="readiness-figure"
          aria-label={`Waterfall chart of the parts of readiness. The table “${TITLE}” says the same.`}
        >
          <figcaption className="readiness-legend" aria-hidden>
            <span>
              <span className="readiness-swatch" data-kind="preparation" /> Preparation
            </span>
            <span>
              <span className="readiness-swatch" data-kind="career" /> Career evidence
            </span>
            <span>
              <span className="readiness-swatch" data-kind="open" /> Still open
            </span>
          </figcaption>
          <Suspense fallback={<div className="readiness-chart-space" />}>
            <WaterfallChart rows={rows} />
          </Suspense>
        </figure>
        <Table caption={TITLE} className="readiness-table">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col" className="ui-number">
                Points
              </th>
              <th scope="col" className="ui-number">
                Of
              </th>
            </tr>
          </thead>
          <tbody>
            {view.parts.map(({ id, name, points, weight, hasData }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`#/readiness`} onClick={(event) => jumpTo(event, id)}>
                    {name}
                  </a>{' '}
                  {!hasData && <Badge>No data</Badge>}
                </th>
                <td className="ui-number">{pointsText(points)}</td>
                <td className="ui-number">{decimals(weight, 0)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Readiness</th>
              <td className="ui-number">{pointsText(view.score)}</td>
              <td className="ui-number">100</td>
            </tr>
          </tfoot>
        </Table>
      </div>
    </Card>
  )
}

/** The address after the `#` is the page's; a part is found on it by its element. */
function jumpTo(event: { preventDefault: () => void }, id: string) {
  event.preventDefault()
  const part = document.querySelector<HTMLElement>(`#readiness-part-${id}`)
  part?.scrollIntoView({ block: 'start' })
  part?.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true })
}
