import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import './states.css'

export type EmptyStateProps = Readonly<{
  icon?: ReactNode
  title: ReactNode
  /** What will stand here and how to get it. */
  children?: ReactNode
  actions?: ReactNode
  /** Inside a card rather than alone on a screen. */
  compact?: boolean
}>

/** What stands where there is nothing yet: it says what belongs here and how to begin. */
export function EmptyState({ icon, title, children, actions, compact = false }: EmptyStateProps) {
  return (
    <div className="ui-state" data-compact={compact || undefined}>
      {icon !== undefined && (
        <span className="ui-state-icon" aria-hidden>
          {icon}
        </span>
      )}
      <p className="ui-state-title">{title}</p>
      {children !== undefined && <div className="ui-state-text">{children}</div>}
      {actions !== undefined && <div className="ui-state-actions">{actions}</div>}
    </div>
  )
}

export type ErrorStateProps = Readonly<{
  title: ReactNode
  /** What to do about it. */
  children?: ReactNode
  actions?: ReactNode
  compact?: boolean
}>

/** What stands where something could not be shown: what was wrong, what to do, and a way to try again. */
export function ErrorState({ title, children, actions, compact = false }: ErrorStateProps) {
  return (
    <div className="ui-state" role="alert" data-tone="negative" data-compact={compact || undefined}>
      <span className="ui-state-icon" aria-hidden>
        <TriangleAlert />
      </span>
      <p className="ui-state-title">{title}</p>
      {children !== undefined && <div className="ui-state-text">{children}</div>}
      {actions !== undefined && <div className="ui-state-actions">{actions}</div>}
    </div>
  )
}

/** A line set apart inside a form or a card: a warning with its way out, or something worth knowing. */
export function Notice({
  tone = 'neutral',
  icon,
  children,
  actions,
  role,
}: Readonly<{
  tone?: 'neutral' | 'caution' | 'negative'
  icon?: ReactNode
  children: ReactNode
  actions?: ReactNode
  role?: 'alert' | 'status'
}>) {
  return (
    <div className="ui-notice" data-tone={tone} role={role}>
      {icon}
      <div className="ui-notice-text">{children}</div>
      {actions !== undefined && <div className="ui-notice-actions">{actions}</div>}
    </div>
  )
}
