import type { ReactNode } from 'react'

/** Text for screen readers only. */
export function VisuallyHidden({ children }: Readonly<{ children: ReactNode }>) {
  return <span className="ui-hidden">{children}</span>
}
