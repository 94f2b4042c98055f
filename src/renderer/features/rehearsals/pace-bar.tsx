import type { StorySettings } from '#contract/story-settings.ts'
import { partBudgets } from '#domain/rehearsals/budgets.ts'
import { clockText, secondsText } from '#domain/rehearsals/compare.ts'
import { partIndex, partTimes, spokenMs, type Run } from '#domain/rehearsals/run.ts'
import { formatSeconds } from '#domain/spoken.ts'
import { partNames, partOrder } from '#domain/story-fields.ts'
import './pace-bar.css'

/**
 * Six segments as wide as their budgets, over what was told so far in the same scale, with a line where the time is
 * now. Beyond the format the scale grows, so that the line never leaves it.
 */
export function PaceBar({
  run,
  nowMs,
  shares,
}: Readonly<{ run: Run; nowMs: number; shares: StorySettings['shares'] }>) {
  const wholeMs = formatSeconds[run.format] * 1000
  const spoken = spokenMs(run, nowMs)
  const scale = Math.max(wholeMs, spoken)
  const budgets = partBudgets(formatSeconds[run.format], shares)
  const times = partTimes(run, nowMs)
  const current = partIndex(run)
  const part = partOrder[current] ?? 'situation'
  const told = times[current]?.ms ?? 0
  const width = (ms: number) => ({ inlineSize: `${(100 * ms) / scale}%` })
  return (
    <div
      className="rehearse-pace"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a progress tag has one bar, not six
      role="progressbar"
      aria-label="Pace"
      aria-valuemin={0}
      aria-valuemax={wholeMs / 1000}
      aria-valuenow={Math.min(wholeMs, Math.round(spoken)) / 1000}
      aria-valuetext={`${partNames[part]}: ${clockText(told)} of ${clockText(budgets[part])}. In all ${clockText(spoken)} of ${clockText(wholeMs)}.`}
    >
      <div className="rehearse-pace-names" style={width(wholeMs)} aria-hidden>
        {partOrder.map((name, index) => (
          <span
            key={name}
            style={{ flexGrow: budgets[name] }}
            data-state={index === current ? 'now' : index < current ? 'done' : 'next'}
          >
            <span className="rehearse-pace-name">{partNames[name]}</span>
            <span className="rehearse-pace-budget">{secondsText(budgets[name])}</span>
          </span>
        ))}
      </div>
      <div className="rehearse-pace-tracks" aria-hidden>
        <div className="rehearse-pace-track">
          {partOrder.map((name, index) => (
            <span
              key={name}
              className="rehearse-pace-segment"
              style={width(budgets[name])}
              data-part={index + 1}
              data-now={index === current || undefined}
            />
          ))}
        </div>
        <div className="rehearse-pace-track" data-kind="told">
          {times.map(({ part: name, ms }, index) => (
            <span
              key={name}
              className="rehearse-pace-told"
              style={width(ms)}
              data-part={index + 1}
              data-over={ms > budgets[name] || undefined}
            />
          ))}
        </div>
        <span
          className="rehearse-pace-line"
          style={{ insetInlineStart: `${(100 * spoken) / scale}%` }}
        />
      </div>
    </div>
  )
}
