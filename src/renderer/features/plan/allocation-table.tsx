import type { AllocationRow, Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import {
  explainActualHours,
  explainActualShare,
  explainAllocationDistance,
  explainDrift,
  explainPlannedHours,
  explainPlannedShare,
  explainRemainingHours,
  type Explanation,
} from '#domain/explain.ts'
import {
  explainCategoryStatus,
  explainPlannedToDate,
  explainRemainingTotal,
} from '#domain/explain-pace.ts'
import { planDatesOf } from '#domain/elapsed.ts'
import { decimals, formatPoints, statusLabel } from '#domain/readable.ts'
import { Explained } from '../../ui/explained.tsx'
import { Badge, CategoryLabel } from '../../ui/badge.tsx'
import { Table } from '../../ui/table.tsx'
import { explainActualTotal, explainPlannedTotal } from './explain-totals.ts'
import { statusTone } from './pace-view.ts'

/** What the chart shows and more, for eyes and screen readers alike: every figure is also its own explanation. */
export function AllocationTable({
  caption,
  status,
  playbook,
}: Readonly<{ caption: string; status: Status; playbook: Playbook }>) {
  const { allocation, pace } = status
  return (
    <Table caption={caption} className="plan-table">
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            Category
          </th>
          <th scope="colgroup" colSpan={3} className="plan-table-group">
            <span>Share, %</span>
          </th>
          <th scope="colgroup" colSpan={4} className="plan-table-group">
            <span>Hours</span>
          </th>
          <th scope="col" rowSpan={2} className="plan-table-status">
            Status
          </th>
        </tr>
        <tr>
          <Head>Planned</Head>
          <Head>Actual</Head>
          <Head>Drift</Head>
          <Head>Planned</Head>
          <Head>To date</Head>
          <Head>Actual</Head>
          <Head>Left</Head>
        </tr>
      </thead>
      <tbody>
        {allocation.map((row, index) => (
          <CategoryRow
            key={row.category}
            row={row}
            position={index + 1}
            status={status}
            playbook={playbook}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Whole plan</th>
          <td className="ui-number">{percent(total(allocation, 'plannedShare'))}</td>
          <td className="ui-number">
            {isLogged(allocation) ? percent(total(allocation, 'actualShare')) : <NoData />}
          </td>
          <Cell
            about="allocation distance"
            figure={
              status.allocationDistance === null ? null : decimals(status.allocationDistance, 1)
            }
            explanation={explainAllocationDistance(allocation, status.allocationDistance)}
          />
          <Cell
            about="planned hours of the whole plan"
            figure={decimals(pace.plannedHours, 1)}
            explanation={explainPlannedTotal(status)}
          />
          <td className="ui-number">
            <Explained
              about="planned to date of the whole plan"
              figure={decimals(pace.plannedToDateHours, 1)}
              explanation={explainPlannedToDate(pace, pace, planDatesOf(status))}
            />
          </td>
          <Cell
            about="actual hours of the whole plan"
            figure={decimals(pace.actualHours, 1)}
            explanation={explainActualTotal(status)}
          />
          <td className="ui-number">
            <Explained
              about="hours left in the whole plan"
              figure={decimals(pace.remainingHours, 1)}
              explanation={explainRemainingTotal(pace)}
            />
          </td>
          <td className="plan-table-status">
            <Badge tone={statusTone(pace.status)}>{statusLabel(pace.status)}</Badge>
          </td>
        </tr>
      </tfoot>
    </Table>
  )
}

function CategoryRow({
  row,
  position,
  status,
  playbook,
}: Readonly<{ row: AllocationRow; position: number; status: Status; playbook: Playbook }>) {
  const category = playbook.plan.categories.find(({ slug }) => slug === row.category)
  const hasData = row.driftPoints !== null
  return (
    <tr>
      <th scope="row">
        <CategoryLabel position={position}>{row.name}</CategoryLabel>
      </th>
      <Cell
        about={`planned share of ${row.name}`}
        figure={percent(row.plannedShare)}
        explanation={explainPlannedShare(row, category?.provenance)}
      />
      <Cell
        about={`actual share of ${row.name}`}
        figure={hasData ? percent(row.actualShare) : null}
        explanation={explainActualShare(row, status.allocation)}
      />
      <Cell
        about={`drift of ${row.name}`}
        figure={row.driftPoints === null ? null : withoutUnit(formatPoints(row.driftPoints))}
        explanation={explainDrift(row)}
      />
      <Cell
        about={`planned hours of ${row.name}`}
        figure={decimals(row.plannedHours, 1)}
        explanation={explainPlannedHours(row, category?.hours, category?.provenance)}
      />
      <Cell
        about={`planned to date of ${row.name}`}
        figure={decimals(row.plannedToDateHours, 1)}
        explanation={explainPlannedToDate(row, status.pace, planDatesOf(status))}
      />
      <Cell
        about={`actual hours of ${row.name}`}
        figure={decimals(row.actualHours, 1)}
        explanation={explainActualHours(row)}
      />
      <Cell
        about={`hours left of ${row.name}`}
        figure={decimals(row.remainingHours, 1)}
        explanation={explainRemainingHours(row)}
      />
      <td className="plan-table-status">
        <Explained
          about={`status of ${row.name}`}
          figure={<Badge tone={statusTone(row.status)}>{statusLabel(row.status)}</Badge>}
          explanation={explainCategoryStatus(row)}
        />
      </td>
    </tr>
  )
}

function Head({ children }: Readonly<{ children: string }>) {
  return (
    <th scope="col" className="ui-number">
      {children}
    </th>
  )
}

function Cell({
  about,
  figure,
  explanation,
}: Readonly<{ about: string; figure: string | null; explanation: Explanation }>) {
  return (
    <td className="ui-number">
      {figure === null ? (
        <NoData />
      ) : (
        <Explained about={about} figure={figure} explanation={explanation} />
      )}
    </td>
  )
}

/** Said in words for those who hear the table; a dash for those who see it. */
function NoData() {
  return (
    <span className="plan-no-data">
      <span aria-hidden>–</span>
      <span className="ui-hidden">No data</span>
    </span>
  )
}

/** A share as a number: its column says that it is in percent. */
function percent(share: number): string {
  return decimals(share * 100, 1)
}

/** The same for a drift, which keeps its sign. */
function withoutUnit(points: string): string {
  return points.replace(' points', '')
}

function isLogged(rows: readonly AllocationRow[]): boolean {
  return rows.some((row) => row.driftPoints !== null)
}

function total(rows: readonly AllocationRow[], key: 'plannedShare' | 'actualShare'): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}
