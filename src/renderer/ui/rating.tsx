import { useId } from 'react'
import './rating.css'

export type RatingProps = Readonly<{
  label: string
  /** Keeps the label for screen readers only, where a heading above says it. */
  hideLabel?: boolean
  /** 1 to 5, or null while it is not rated. */
  value: number | null
  onValue: (value: number | null) => void
  /** What 1 to 5 mean; read out, and shown for the chosen one where `showName` is set. */
  names: readonly string[]
  showName?: boolean
}>

/** A rating of 1 to 5 that can also be taken back: native radio buttons, so arrow keys work as everywhere. */
export function Rating({
  label,
  hideLabel = false,
  value,
  onValue,
  names,
  showName = false,
}: RatingProps) {
  const name = useId()
  return (
    <fieldset className="ui-rating">
      <legend className={hideLabel ? 'ui-hidden' : 'ui-label'}>{label}</legend>
      <div className="ui-rating-row">
        <div className="ui-rating-steps">
          <label className="ui-rating-step" data-none>
            <input
              type="radio"
              name={name}
              checked={value === null}
              onChange={() => {
                onValue(null)
              }}
            />
            <span aria-hidden>–</span>
            <span className="ui-hidden">Not rated</span>
          </label>
          {names.map((meaning, at) => (
            <label key={meaning} className="ui-rating-step" title={`${at + 1}: ${meaning}`}>
              <input
                type="radio"
                name={name}
                checked={value === at + 1}
                onChange={() => {
                  onValue(at + 1)
                }}
              />
              <span aria-hidden>{at + 1}</span>
              <span className="ui-hidden">
                {at + 1} {meaning}
              </span>
            </label>
          ))}
        </div>
        {showName && value !== null && (
          <span className="ui-rating-name" aria-hidden>
            {names[value - 1]}
          </span>
        )}
      </div>
    </fieldset>
  )
}
