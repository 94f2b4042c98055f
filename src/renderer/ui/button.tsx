import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './button.css'

export type ButtonProps = Readonly<
  Omit<ComponentPropsWithRef<'button'>, 'children'> & {
    children: ReactNode
    /** `primary`: the one thing a screen is for. `danger`: what takes something away. */
    variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
    size?: 'm' | 's'
    /** An icon before the text. */
    icon?: ReactNode
    /** While true the button says so and does nothing, but keeps its place and the focus. */
    pending?: boolean
  }
>

/** A button with a text. It never submits a form unless `type="submit"` says so. */
export function Button({
  children,
  variant = 'secondary',
  size = 'm',
  icon,
  pending = false,
  type = 'button',
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames('ui-button', className)}
      data-variant={variant}
      data-size={size}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={
        pending
          ? (event) => {
              event.preventDefault()
            }
          : onClick
      }
    >
      {icon}
      <span className="ui-button-text">{children}</span>
    </button>
  )
}
