import {
  CircleCheck,
  CircleDashed,
  CircleDotDashed,
  CircleX,
  Paperclip,
  type LucideIcon,
} from 'lucide-react'
import type { MetricRow, MetricStatus } from '#contract/metrics.ts'
import { metricStatusLabel } from '#domain/metrics.ts'
import { formatDay } from '#domain/readable.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { Explained, sourceOf } from './explained.tsx'
import { STATUS_TONES, valueText } from './metric-text.ts'
import { Sparkline } from './sparkline.tsx'

const ICONS: Readonly<Record<MetricStatus, LucideIcon>> = {
  met: CircleCheck,
  close: CircleDotDashed,
  'not-met': CircleX,
  'no-value': CircleDashed,
}

/** An indicator on one line: its target, the value that counts, how it moved, and where it stands. */
export function MetricRowView({ row, onOpen }: Readonly<{ row: MetricRow; onOpen: () => void }>) {
  const { latest, status } = row
  const Icon = ICONS[status]
  const proofs = row.proofs.length + row.figures.length
  return (
    <li className="metrics-row">
      <div className="metrics-what">
        <h3>
          <button type="button" className="metrics-name" onClick={onOpen}>
            {row.text}
          </button>
        </h3>
        <span className="metrics-target">
          <Explained
            about={`the target of ${row.text}`}
            figure={<span>{row.target}</span>}
            formula={row.rule}
            numbers={
              latest === null
                ? 'No value yet.'
                : `${valueText(row, latest.value)}: ${metricStatusLabel(status).toLowerCase()}.`
            }
            {...sourceOf(row.provenance)}
          />
          {proofs > 0 && (
            <span className="metrics-proofs">
              <Paperclip aria-hidden />
              {proofs}
              <VisuallyHidden> {proofs === 1 ? 'piece' : 'pieces'} of evidence</VisuallyHidden>
            </span>
          )}
        </span>
      </div>
      <div className="metrics-trend">
        <Sparkline row={row} />
      </div>
      <div className="metrics-value">
        {latest === null ? (
          <span className="career-quiet">no value yet</span>
        ) : (
          <>
            <strong>{valueText(row, latest.value)}</strong>
            <time dateTime={latest.day}>{formatDay(latest.day)}</time>
          </>
        )}
      </div>
      <div className="metrics-status">
        <Badge tone={STATUS_TONES[status]} icon={<Icon aria-hidden />}>
          {metricStatusLabel(status)}
        </Badge>
      </div>
      <Button
        size="s"
        aria-label={`${row.kind === 'qualitative' ? 'Rate' : 'Add value'}: ${row.text}`}
        onClick={onOpen}
      >
        {row.kind === 'qualitative' ? 'Rate' : 'Add value'}
      </Button>
    </li>
  )
}
