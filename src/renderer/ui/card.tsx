import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './card.css'

export type CardProps = Readonly<{
  /** The heading, a level below the screen's own. Without one the card is no landmark. */
  title?: ReactNode
  /** A short line under the heading. */
  lead?: ReactNode
  /** Buttons or links at the right of the heading. */
  actions?: ReactNode
  /** Takes the padding away, for tables and lists that run to the edge. */
  flush?: boolean
  className?: string
  children?: ReactNode
}>

/** A raised surface that holds one subject. */
export function Card({ title, lead, actions, flush = false, className, children }: CardProps) {
  const id = useId()
  const titled = title !== undefined
  return (
    <section
      className={classNames('ui-card', className)}
      data-flush={flush || undefined}
      aria-labelledby={titled ? id : undefined}
    >
      {titled && (
        <header className="ui-card-head">
          <div className="ui-card-titles">
            <h2 id={id}>{title}</h2>
            {lead !== undefined && <p className="ui-card-lead">{lead}</p>}
          </div>
          {actions !== undefined && <div className="ui-card-actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}

export type SectionProps = Readonly<{
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  className?: string
  children?: ReactNode
}>

/** A part of a screen with a heading and no surface of its own. */
export function Section({ title, lead, actions, className, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classNames('ui-section', className)} aria-labelledby={id}>
      <header className="ui-card-head">
        <div className="ui-card-titles">
          <h2 id={id}>{title}</h2>
          {lead !== undefined && <p className="ui-card-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="ui-card-actions">{actions}</div>}
      </header>
      {children}
    </section>
  )
}
