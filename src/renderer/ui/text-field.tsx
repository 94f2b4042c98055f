import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Field, type FieldProps } from './field.tsx'

type Controlled = Readonly<{
  value: string
  /** Called with the text as typed; nothing is trimmed or corrected on the way. */
  onValue: (value: string) => void
}>

export type TextFieldProps = FieldProps &
  Controlled &
  Readonly<{ suffix?: ReactNode }> &
  Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'className' | 'id'> &
  Readonly<{ 'data-autofocus'?: true | undefined }>

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  value,
  onValue,
  suffix,
  ...rest
}: TextFieldProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      optional={optional ?? false}
      hideLabel={hideLabel ?? false}
      className={className}
    >
      {(control) => (
        <span className="ui-input-frame">
          <input
            type="text"
            autoComplete="off"
            {...rest}
            {...control}
            className="ui-input"
            data-suffix={suffix !== undefined || undefined}
            value={value}
            onChange={(event) => {
              onValue(event.target.value)
            }}
          />
          {suffix !== undefined && <span className="ui-input-suffix">{suffix}</span>}
        </span>
      )}
    </Field>
  )
}

export type NumberFieldProps = TextFieldProps

/**
 * A number, kept as the text that was typed: `type=number` would throw away what it cannot read, and change its
 * value under the mouse wheel. The engine says whether it is a number.
 */
export function NumberField(props: NumberFieldProps) {
  return <TextField inputMode="decimal" {...props} />
}

export type DateFieldProps = TextFieldProps

/** A calendar date, `YYYY-MM-DD`, in the platform's own date control. */
export function DateField(props: DateFieldProps) {
  return <TextField {...props} type="date" />
}

/** A wall-clock time, `HH:MM`, in the platform's own time control. */
export function TimeField(props: TextFieldProps) {
  return <TextField {...props} type="time" />
}

export type TextAreaProps = FieldProps &
  Controlled &
  Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'className' | 'id'>

/** Text of several lines; it grows with what is typed. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  value,
  onValue,
  ...rest
}: TextAreaProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      optional={optional ?? false}
      hideLabel={hideLabel ?? false}
      className={className}
    >
      {(control) => (
        <textarea
          rows={2}
          {...rest}
          {...control}
          className="ui-input ui-textarea"
          value={value}
          onChange={(event) => {
            onValue(event.target.value)
          }}
        />
      )}
    </Field>
  )
}
