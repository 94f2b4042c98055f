import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './button.css'
import './link-button.css'

export type LinkButtonProps = Readonly<
  Omit<ComponentPropsWithRef<'a'>, 'children'> & {
    href: string
    children: ReactNode
    variant?: 'primary' | 'secondary' | 'quiet'
    size?: 'm' | 's'
    icon?: ReactNode
  }
>

/** A link in the dress of a button: it leads somewhere, so it has an address and a middle click. */
export function LinkButton({
  href,
  children,
  variant = 'secondary',
  size = 'm',
  icon,
  className,
  ...rest
}: LinkButtonProps) {
  return (
    <a
      {...rest}
      href={href}
      className={classNames('ui-button', 'ui-link-button', className)}
      data-variant={variant}
      data-size={size}
    >
      {icon}
      <span className="ui-button-text">{children}</span>
    </a>
  )
}
