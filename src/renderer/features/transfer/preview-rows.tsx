import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { PreviewRow } from '#contract/transfer.ts'
import { formatDuration } from '#domain/duration.ts'
import { asSeconds } from '#domain/units.ts'
import { usePlanCategories, type PlanCategory } from '../../bridge/plan-categories.ts'
import { Badge, CategoryLabel } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import type { Preview } from './mapping.ts'
import { pageSize, rowsInSight, totalOf } from './held-rows.ts'
import type { Import } from './use-import.ts'
import { rowStates } from './words.ts'
import './preview-rows.css'

/** A page of the rows, each with where it stands in the file and what happens to it. */
export function PreviewRows({ preview, task }: Readonly<{ preview: Preview; task: Import }>) {
  const { look, held, work } = task.state
  const categories = usePlanCategories() ?? []
  const rows = rowsInSight(preview, held, look) ?? []
  const total = totalOf(preview, look)
  const last = look.offset + rows.length
  const turn = (by: number) => {
    task.look({ ...look, offset: Math.max(0, look.offset + by) })
  }
  return (
    <>
      <div className="transfer-rows" aria-busy={work?.kind === 'preview' || undefined}>
        <Table caption="The rows of the file">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">What happens</th>
              <th scope="col">Start</th>
              <th scope="col" className="ui-number">
                Duration
              </th>
              <th scope="col">Category</th>
              <th scope="col">Note, or why not</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.place} row={row} categories={categories} />
            ))}
          </tbody>
        </Table>
        {rows.length === 0 && <p className="transfer-none">No row of the file is like that.</p>}
      </div>
      {total > pageSize && (
        <fieldset className="transfer-pages">
          <legend className="ui-hidden">Pages of rows</legend>
          <Button
            size="s"
            icon={<ChevronLeft aria-hidden />}
            aria-disabled={look.offset === 0 || undefined}
            onClick={() => {
              if (look.offset > 0) turn(-pageSize)
            }}
          >
            Before
          </Button>
          <span>
            {(look.offset + 1).toLocaleString('en')} to {last.toLocaleString('en')} of{' '}
            {total.toLocaleString('en')}
          </span>
          <Button
            size="s"
            icon={<ChevronRight aria-hidden />}
            aria-disabled={last >= total || undefined}
            onClick={() => {
              if (last < total) turn(pageSize)
            }}
          >
            After
          </Button>
        </fieldset>
      )}
    </>
  )
}

function Row({
  row: { place, status, reason, session },
  categories,
}: Readonly<{ row: PreviewRow; categories: readonly PlanCategory[] }>) {
  const state = rowStates.find((candidate) => candidate.status === status)
  const category = categories.find(({ slug }) => slug === session?.category)
  return (
    <tr>
      <th scope="row">{place}</th>
      <td>
        <Badge tone={state?.tone ?? 'neutral'}>{state?.label ?? status}</Badge>
      </td>
      <td className="transfer-start">
        {session === null ? '' : `${session.date} ${session.time}`.trim()}
      </td>
      <td className="ui-number">
        {session === null ? '' : formatDuration(asSeconds(session.durationS))}
      </td>
      <td className="transfer-category">
        {session !== null && session.category !== '' && (
          <CategoryLabel position={category?.position ?? null}>
            {category?.name ?? session.category}
          </CategoryLabel>
        )}
      </td>
      <td className="transfer-note">
        {reason !== null && <span className="transfer-reason">{reason}</span>}
        {session !== null && session.note !== '' && (
          <span title={session.note}>{session.note}</span>
        )}
      </td>
    </tr>
  )
}
