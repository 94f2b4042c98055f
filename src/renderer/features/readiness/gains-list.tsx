import type { GainView } from '#contract/readiness.ts'
import type { Begin } from './begin.ts'
import { BeginStep } from './begin-step.tsx'
import { gainText } from './points.ts'

/** Steps with what each would add, the most first. */
export function GainsList({
  gains,
  begin,
}: Readonly<{ gains: readonly GainView[]; begin: Begin }>) {
  return (
    <ol className="readiness-gains">
      {gains.map(({ action, text, points }) => (
        <li key={text}>
          <span className="readiness-gain-points">{gainText(points)}</span>
          <span className="readiness-gain-text">{text}</span>
          <BeginStep action={action} about={text} begin={begin} />
        </li>
      ))}
    </ol>
  )
}
