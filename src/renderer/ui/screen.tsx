import type { ReactNode } from 'react'
import './screen.css'

export type ScreenProps = Readonly<{
  title: ReactNode
  /** A line under the title: what the screen says at present. */
  lead?: ReactNode
  actions?: ReactNode
  /** `wide`: figures and two columns. `narrow`: text and forms. `full`: a dashboard, which uses a large display. */
  width?: 'wide' | 'narrow' | 'full'
  children?: ReactNode
}>

/** The frame of every screen: its title, its actions, and its content at a width that reads well. */
export function Screen({ title, lead, actions, width = 'wide', children }: ScreenProps) {
  return (
    <div className="ui-screen" data-width={width}>
      <header className="ui-screen-head">
        <div className="ui-screen-titles">
          <h1>{title}</h1>
          {lead !== undefined && <div className="ui-screen-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="ui-screen-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
