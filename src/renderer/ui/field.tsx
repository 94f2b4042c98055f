import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './field.css'

/** What a control must carry so that its label, hint and error belong to it. */
export type ControlProps = Readonly<{
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}>

export type FieldProps = Readonly<{
  label: ReactNode
  /** Says what to put in, below the control. */
  hint?: ReactNode
  /** Says what is wrong and what to do, in place of the hint. */
  error?: ReactNode
  /** Marks a field that may stay empty. */
  optional?: boolean
  /** Keeps the label for screen readers only, where the place makes it plain. */
  hideLabel?: boolean
  className?: string | undefined
}>

/** Sets a label, a control, and its hint or error under each other and ties them together. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  hideLabel = false,
  className,
  children,
}: FieldProps & Readonly<{ children: (control: ControlProps) => ReactNode }>) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const hasHint = hint !== undefined && hint !== null && hint !== ''
  const hasError = error !== undefined && error !== null && error !== ''
  const describedBy = classNames(hasError && errorId, hasHint && hintId)
  return (
    <div className={classNames('ui-field', className)}>
      <label className={hideLabel ? 'ui-hidden' : 'ui-label'} htmlFor={id}>
        {label}
        {/* The space is for whoever hears the label. */}
        {optional && ' '}
        {optional && <span className="ui-label-optional">optional</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': hasError || undefined,
      })}
      {hasError && <FieldError id={errorId}>{error}</FieldError>}
      {hasHint && (
        <p className="ui-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** The error of a field, or of a group of fields that has no single control. */
export function FieldError({ id, children }: Readonly<{ id?: string; children: ReactNode }>) {
  return (
    <p className="ui-error" id={id}>
      <CircleAlert aria-hidden />
      <span>{children}</span>
    </p>
  )
}

/** What is wrong with a form as a whole, at its foot and read out as it comes; nothing for null. */
export function FormError({ children }: Readonly<{ children: ReactNode }>) {
  if (children === null || children === undefined) return null
  return (
    <div role="alert">
      <FieldError>{children}</FieldError>
    </div>
  )
}
