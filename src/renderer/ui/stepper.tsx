import { Minus, Plus } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import './stepper.css'

export type StepperProps = Readonly<{
  label: string
  /** 0 or more. */
  value: number
  onValue: (value: number) => void
  max?: number
  /** Whether it has the cursor when its window opens. */
  takesFocus?: boolean
}>

/** A small whole number that is counted up and down, or typed. */
export function Stepper({ label, value, onValue, max = 10_000, takesFocus = false }: StepperProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // The window looks for it when it opens; what comes later, with its data, has to say so itself.
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  const set = (next: number) => {
    if (Number.isFinite(next)) onValue(Math.min(max, Math.max(0, Math.trunc(next))))
  }
  return (
    <div className="ui-stepper" data-set={value > 0 || undefined}>
      <label className="ui-stepper-label" htmlFor={id}>
        {label}
      </label>
      <span className="ui-stepper-control">
        <button
          type="button"
          tabIndex={-1}
          aria-label={`One less: ${label}`}
          disabled={value <= 0}
          onClick={() => {
            set(value - 1)
          }}
        >
          <Minus aria-hidden />
        </button>
        <input
          ref={input}
          id={id}
          type="number"
          inputMode="numeric"
          data-autofocus={takesFocus || undefined}
          min={0}
          max={max}
          value={value === 0 ? '' : String(value)}
          placeholder="0"
          onChange={(event) => {
            set(event.target.value === '' ? 0 : event.target.valueAsNumber)
          }}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={`One more: ${label}`}
          disabled={value >= max}
          onClick={() => {
            set(value + 1)
          }}
        >
          <Plus aria-hidden />
        </button>
      </span>
    </div>
  )
}
