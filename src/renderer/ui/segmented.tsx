import { useId, type ReactNode } from 'react'
import './segmented.css'

export type SegmentedProps<V extends string> = Readonly<{
  label: string
  value: V
  onValue: (value: V) => void
  options: readonly Readonly<{ value: V; label: string; icon?: ReactNode }>[]
  /** In a dialog: the choice that is made takes the focus first. */
  takesFocus?: boolean
}>

/** One of a few choices, all in sight: native radio buttons, so arrow keys and forms work as everywhere. */
export function Segmented<V extends string>({
  label,
  value,
  onValue,
  options,
  takesFocus = false,
}: SegmentedProps<V>) {
  const name = useId()
  return (
    <fieldset className="ui-segmented-group">
      <legend className="ui-label">{label}</legend>
      <div className="ui-segmented">
        {options.map((option) => (
          <label key={option.value} className="ui-segment">
            <input
              className="ui-segment-input"
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              data-autofocus={(takesFocus && option.value === value) || undefined}
              onChange={() => {
                onValue(option.value)
              }}
            />
            {option.icon}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
