import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { MetricRow, MetricValue } from '#contract/metrics.ts'
import { sourceText } from '#domain/explain.ts'
import { decimals, formatDay } from '#domain/readable.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Table } from '../../ui/table.tsx'
import { metricStatusLabel } from '#domain/metrics.ts'
import { createDrafts } from './drafts.ts'
import { STATUS_TONES, valueText } from './metric-text.ts'
import { MetricValueForm } from './metric-value-form.tsx'
import { emptyProof, ProofForm } from './proof-form.tsx'
import { ProofList } from './proof-list.tsx'

const proofDrafts = createDrafts(() => emptyProof)

/** All of one indicator: its rule, the values over time, figures of the ledger, and what supports it. */
export function MetricWindow({
  level,
  row,
  onClose,
}: Readonly<{ level: string; row: MetricRow; onClose: () => void }>) {
  const { id: indicator, text } = row
  const [editing, setEditing] = useState<MetricValue | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const save = useWrite('metrics.save')
  const remove = useWrite('metrics.remove')
  const addProof = useWrite('metrics.addProof')
  const removeProof = useWrite('metrics.removeProof')

  const take = async (figure: string) => {
    const answer = await save.write({ level, indicator, figure })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo('Figure taken as a value.', answer.change)
  }
  const drop = async (id: string) => {
    const answer = await remove.write({ level, indicator, id })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo('Value deleted.', answer.change)
  }
  const unprove = async (id: string) => {
    const answer = await removeProof.write({ level, indicator, id })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo('Evidence removed.', answer.change)
  }
  return (
    <Dialog
      open
      size="l"
      title={text}
      description={row.rule}
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <div className="career-window">
        <section className="career-part" aria-label="Value">
          <div className="metrics-now">
            <Badge tone={STATUS_TONES[row.status]}>{metricStatusLabel(row.status)}</Badge>
            {row.provenance !== null && (
              <p className="career-quiet">{sourceText(row.provenance)}</p>
            )}
          </div>
          <MetricValueForm
            key={editing?.id ?? 'new'}
            level={level}
            row={row}
            editing={editing}
            onDone={() => {
              setEditing(null)
            }}
          />
        </section>

        {row.values.length > 0 && (
          <section className="career-part" aria-label="Values over time">
            <h3>{row.kind === 'qualitative' ? 'Ratings over time' : 'Values over time'}</h3>
            <Table caption={`Values of ${text}, the newest first`}>
              <thead>
                <tr>
                  <th scope="col">Date</th>
                  <th scope="col" className="ui-number">
                    {row.kind === 'qualitative' ? 'Rating' : 'Value'}
                  </th>
                  <th scope="col">Source</th>
                  <th scope="col">
                    <span className="ui-hidden">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {row.values.toReversed().map((value) => (
                  <tr key={value.id}>
                    <td className="metrics-day">{formatDay(value.day)}</td>
                    <td className="ui-number">{valueText(row, value.value)}</td>
                    <td className="metrics-source">{sourceLine(value)}</td>
                    <td className="metrics-actions">
                      {value.figure === null && (
                        <IconButton
                          size="s"
                          label={`Change the value of ${formatDay(value.day)}`}
                          icon={<Pencil aria-hidden />}
                          onClick={() => {
                            setEditing(value)
                          }}
                        />
                      )}
                      <IconButton
                        size="s"
                        label={`Delete the value of ${formatDay(value.day)}`}
                        icon={<Trash2 aria-hidden />}
                        onClick={() => void drop(value.id)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </section>
        )}

        {row.kind === 'numeric' && row.figures.length > 0 && (
          <section className="career-part" aria-label="Figures of the ledger">
            <h3>Figures of the ledger that prove it</h3>
            <ul className="metrics-figures">
              {row.figures.map(({ id, metric, text: said, obstacle }) => (
                <li key={id}>
                  <span>
                    {metric}: {said}
                    {obstacle !== null && <span className="career-quiet"> {obstacle}</span>}
                  </span>
                  {obstacle === null && (
                    <Button
                      size="s"
                      aria-label={`Use ${metric} as today's value`}
                      onClick={() => void take(id)}
                    >
                      Use as value
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {error !== null && <FieldError>{error.message}</FieldError>}

        <section className="career-part" aria-label="Evidence for the indicator">
          <h3>Evidence</h3>
          <ProofList
            proofs={row.proofs}
            figures={row.kind === 'qualitative' ? row.figures : []}
            onRemove={(id) => void unprove(id)}
          />
          <ProofForm
            draft={proofDrafts(`${level}/${indicator}`)}
            linked={row.proofs.flatMap(({ story }) => story ?? [])}
            onAdd={async (proof) => {
              const answer = await addProof.write({ level, indicator, proof })
              if (answer.ok) offerUndo('Evidence added.', answer.change)
              return answer
            }}
          />
        </section>
      </div>
    </Dialog>
  )
}

function sourceLine({ baseline, period, source, figure }: MetricValue): string {
  return [
    baseline === null ? '' : `before: ${decimals(baseline, 6).replace(/\.?0+$/, '')}`,
    period,
    source,
    figure === null ? '' : 'figure of the ledger',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
