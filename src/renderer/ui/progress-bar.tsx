import './progress-bar.css'

export type ProgressBarProps = Readonly<{
  /** What is measured, for screen readers. */
  label: string
  /** 0 to 1; more is drawn as full. Null while it is not known how far the work is. */
  value: number | null
  /** The value in words, e.g. "8 of 15 design problems". */
  valueText?: string
  /** A second value, 0 to 1, drawn as a tick: where the plan expects the bar to be by now. */
  mark?: number
  /** Takes the colour of the category at this position. */
  category?: number
  /** `work`: something runs. `amount`: how much of a target is reached. */
  kind?: 'work' | 'amount'
}>

/** A bar that is filled from the left. */
export function ProgressBar({
  label,
  value,
  valueText,
  mark,
  category,
  kind = 'amount',
}: ProgressBarProps) {
  const filled = value === null ? 0 : Math.min(1, Math.max(0, value))
  return (
    <div
      className="ui-progress"
      role={kind === 'work' ? 'progressbar' : 'meter'}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value === null ? undefined : Math.round(filled * 100)}
      aria-valuetext={valueText}
      data-category={category}
      data-unknown={value === null || undefined}
    >
      <div className="ui-progress-track">
        <div className="ui-progress-fill" style={{ inlineSize: `${filled * 100}%` }} />
      </div>
      {mark !== undefined && mark > 0 && mark < 1 && (
        <div className="ui-progress-mark" style={{ insetInlineStart: `${mark * 100}%` }} />
      )}
    </div>
  )
}
