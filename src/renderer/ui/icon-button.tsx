import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './button.css'

export type IconButtonProps = Readonly<
  Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> & {
    /** What the button does, for screen readers and on hover. */
    label: string
    icon: ReactNode
    size?: 'm' | 's'
  }
>

/** A square button that shows only an icon; its label stands in for the text. */
export function IconButton({
  label,
  icon,
  size = 'm',
  type = 'button',
  title,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames('ui-button', 'ui-icon-button', className)}
      data-variant="quiet"
      data-size={size}
      aria-label={label}
      title={title ?? label}
    >
      {icon}
    </button>
  )
}
