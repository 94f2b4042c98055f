import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
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

export type MenuProps = Readonly<{
  /** The button that opens it, an element that takes a ref and props. */
  trigger: ReactElement
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}>

/** A list of commands under a button. */
export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className="ui-menu-positioner" align={align} sideOffset={4}>
          <BaseMenu.Popup className="ui-menu">
            {items.map((item) => (
              <BaseMenu.Item
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
              </BaseMenu.Item>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}
