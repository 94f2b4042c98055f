import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu'
import type { MouseEvent, ReactElement, ReactNode } from 'react'
import './menu.css'

export type MenuItem = Readonly<{
  id: string
  label: string
  icon?: ReactNode
  /** Shown at the right, for those who would rather press a key. */
  shortcut?: string
  danger?: boolean
  disabled?: boolean
  run: () => void
}>

export type ContextMenuProps = Readonly<{
  /** The element on which a secondary click, or the menu key, opens the menu. */
  render: ReactElement
  children: ReactNode
  /** Called before it opens, to choose the items by what was pressed. False: there are none, and it stays closed. */
  onContextMenu: (event: MouseEvent) => boolean
  items: readonly MenuItem[]
}>

/** The commands for what is under the pointer, or for the row that has the focus. */
export function ContextMenu({ render, children, onContextMenu, items }: ContextMenuProps) {
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger
        render={render}
        onContextMenu={(event) => {
          if (onContextMenu(event)) return
          event.preventBaseUIHandler()
          event.preventDefault()
        }}
      >
        {children}
      </BaseContextMenu.Trigger>
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner className="ui-menu-positioner">
          <BaseContextMenu.Popup className="ui-menu">
            {items.map((item) => (
              <BaseContextMenu.Item
                key={item.id}
                className="ui-menu-item"
                data-danger={item.danger || undefined}
                disabled={item.disabled ?? false}
                onClick={item.run}
              >
                {item.icon}
                <span className="ui-menu-label">{item.label}</span>
                {item.shortcut !== undefined && (
                  <span className="ui-menu-shortcut">{item.shortcut}</span>
                )}
              </BaseContextMenu.Item>
            ))}
          </BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  )
}
