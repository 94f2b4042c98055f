import { Trash2, Undo2 } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import type { Rehearsal } from '#contract/rehearsals.ts'
import { clockText, compareWhole, inWords, totalMs } from '#domain/rehearsals/compare.ts'
import { offByPercent, trendOf, trendWords } from '#domain/rehearsals/trend.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import { showToast } from '../../ui/toasts.ts'
import { formatLabel, timeText } from './words.ts'
import './earlier-card.css'

const TrendChart = lazy(() =>
  import('./trend-chart.tsx').then((module) => ({ default: module.TrendChart })),
)

/** Every rehearsal of a story: whether the times come closer to the format, as a chart and as a table. */
export function EarlierCard({
  story,
  rehearsals,
  tolerancePercent,
  shown,
  onOpen,
}: Readonly<{
  story: string
  /** The latest first. */
  rehearsals: readonly Rehearsal[]
  tolerancePercent: number
  /** The one whose details are on show. */
  shown: string | null
  onOpen: (id: string) => void
}>) {
  const { write } = useWrite('rehearsals.remove')
  const restore = useWrite('trash.restore')
  const points = useMemo(
    () =>
      rehearsals.toReversed().map((rehearsal) => ({
        label: formatDay(rehearsal.studyDay).replace(/ \d{4}$/, ''),
        offPercent: offByPercent(rehearsal),
        words: `${clockText(totalMs(rehearsal.parts))} for ${formatLabel(rehearsal.format)}`,
      })),
    [rehearsals],
  )
  const remove = async (id: string) => {
    const answer = await write({ ids: [id] })
    if (answer.ok) offerUndo('Rehearsal moved to the trash.', answer.change)
    else showToast({ message: answer.error.message, tone: 'negative' })
  }
  const deleted = (useCall('trash.list', { limit: 1 }).data?.rehearsals ?? []).filter(
    ({ rehearsal }) => rehearsal.story === story,
  )
  const putBack = async (id: string) => {
    const answer = await restore.write({ ids: [id] })
    if (answer.ok) offerUndo('Rehearsal put back.', answer.change)
    else showToast({ message: answer.error.message, tone: 'negative' })
  }
  if (rehearsals.length === 0 && deleted.length === 0) return null
  return (
    <Card
      title="Trend"
      lead={`${trendWords[trendOf(rehearsals.toReversed())]} 0 % is the format; the dashed lines are ${tolerancePercent} % either way, as set for stories.`}
    >
      {points.length > 1 && (
        <Suspense fallback={<Skeleton block />}>
          <TrendChart points={points} tolerancePercent={tolerancePercent} />
        </Suspense>
      )}
      <Table caption="Rehearsals of this story, the latest first">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Format</th>
            <th scope="col" className="ui-number">
              Told in
            </th>
            <th scope="col">Difference</th>
            <th scope="col" className="ui-number">
              Rating
            </th>
            <th scope="col">
              <span className="ui-hidden">Delete</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rehearsals.map((rehearsal) => {
            const when = `${formatDay(rehearsal.studyDay)}, ${timeText(rehearsal.startedAt)}`
            return (
              <tr key={rehearsal.id} data-shown={rehearsal.id === shown || undefined}>
                <th scope="row">
                  {rehearsal.id === shown ? (
                    when
                  ) : (
                    <button
                      type="button"
                      className="rehearse-open"
                      onClick={() => {
                        onOpen(rehearsal.id)
                      }}
                    >
                      {when}
                    </button>
                  )}
                </th>
                <td>{formatLabel(rehearsal.format)}</td>
                <td className="ui-number">{clockText(totalMs(rehearsal.parts))}</td>
                <td>
                  {inWords(compareWhole(rehearsal.parts, rehearsal.format, tolerancePercent))}
                </td>
                <td className="ui-number">
                  {rehearsal.rating === null ? 'none' : `${rehearsal.rating} of 5`}
                </td>
                <td className="rehearse-delete">
                  <IconButton
                    size="s"
                    label={`Delete the rehearsal of ${when}`}
                    icon={<Trash2 aria-hidden />}
                    onClick={() => void remove(rehearsal.id)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      {deleted.length > 0 && (
        <details className="rehearse-deleted">
          <summary>
            {formatCount(deleted.length, { one: 'rehearsal', many: 'rehearsals' })} in the trash
          </summary>
          <ul>
            {deleted.map(({ rehearsal }) => {
              const when = `${formatDay(rehearsal.studyDay)}, ${timeText(rehearsal.startedAt)}`
              return (
                <li key={rehearsal.id}>
                  {when}, {formatLabel(rehearsal.format)}
                  <Button
                    size="s"
                    icon={<Undo2 aria-hidden />}
                    aria-label={`Put back the rehearsal of ${when}`}
                    onClick={() => void putBack(rehearsal.id)}
                  >
                    Put back
                  </Button>
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </Card>
  )
}
