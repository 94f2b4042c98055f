import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './table.css'

export type TableProps = Readonly<
  ComponentPropsWithRef<'table'> & {
    /** What the table holds; read out before it. */
    caption: ReactNode
    /** Keeps the caption for screen readers only. */
    hideCaption?: boolean
  }
>

/**
 * A native table in the app's dress. Cells with figures take `className="ui-number"`, so that they stand right
 * aligned under each other. It scrolls sideways by itself where it does not fit.
 */
export function Table({ caption, hideCaption = true, className, children, ...rest }: TableProps) {
  return (
    <div className="ui-table-scroll">
      <table {...rest} className={classNames('ui-table', className)}>
        <caption className={hideCaption ? 'ui-hidden' : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}
