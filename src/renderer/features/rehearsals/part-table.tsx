import type { Rehearsal } from '#contract/rehearsals.ts'
import {
  comparePart,
  compareWhole,
  inWords,
  secondsText,
  type Comparison,
  type Verdict,
} from '#domain/rehearsals/compare.ts'
import { partNames } from '#domain/story-fields.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Table } from '../../ui/table.tsx'
import './part-table.css'

const tones: Readonly<Record<Verdict, Tone>> = {
  within: 'positive',
  // Clearly on too long, mildly on too short.
  over: 'negative',
  under: 'caution',
  missed: 'neutral',
}

/** Each part's time against its budget: as a table, whose bars repeat the figures beside them. */
export function PartTable({
  rehearsal,
  tolerancePercent,
}: Readonly<{ rehearsal: Rehearsal; tolerancePercent: number }>) {
  const whole = compareWhole(rehearsal.parts, rehearsal.format, tolerancePercent)
  const longest = Math.max(
    ...rehearsal.parts.flatMap(({ actualMs, budgetMs }) => [actualMs, budgetMs]),
  )
  return (
    <Table caption="Time of each part against its budget" className="rehearse-parts">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" className="ui-number">
            Budget
          </th>
          <th scope="col" className="ui-number">
            Told in
          </th>
          <th scope="col" aria-hidden className="rehearse-bar-cell">
            Pale: budget. Solid: told.
          </th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {rehearsal.parts.map((part) => (
          <tr key={part.part}>
            <th scope="row">{partNames[part.part]}</th>
            <Figures comparison={comparePart(part, tolerancePercent)} />
            <td className="rehearse-bar-cell" aria-hidden>
              <span
                className="rehearse-bars"
                data-verdict={comparePart(part, tolerancePercent).verdict}
              >
                <span style={{ inlineSize: `${(100 * part.budgetMs) / longest}%` }} />
                <span style={{ inlineSize: `${(100 * part.actualMs) / longest}%` }} />
              </span>
            </td>
            <VerdictCell comparison={comparePart(part, tolerancePercent)} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          <Figures comparison={whole} />
          <td className="rehearse-bar-cell" aria-hidden />
          <VerdictCell comparison={whole} />
        </tr>
      </tfoot>
    </Table>
  )
}

function Figures({ comparison: { budgetMs, actualMs } }: Readonly<{ comparison: Comparison }>) {
  return (
    <>
      <td className="ui-number">{secondsText(budgetMs)}</td>
      <td className="ui-number">{secondsText(actualMs)}</td>
    </>
  )
}

function VerdictCell({ comparison }: Readonly<{ comparison: Comparison }>) {
  return (
    <td>
      <Badge tone={tones[comparison.verdict]}>{inWords(comparison)}</Badge>
    </td>
  )
}
