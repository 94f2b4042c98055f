import { Tooltip } from '@base-ui/react/tooltip'
import type { PointerEventHandler, ReactNode, RefObject } from 'react'

/** The floating part of `Explain`, placed by the primitives library where there is room. */
export function ExplainPopup({
  id,
  anchor,
  children,
  onPointerEnter,
  onPointerLeave,
}: Readonly<{
  id: string
  anchor: RefObject<HTMLElement | null>
  children: ReactNode
  onPointerEnter: PointerEventHandler
  onPointerLeave: PointerEventHandler
}>) {
  return (
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner
          className="ui-explain-positioner"
          anchor={anchor}
          side="top"
          sideOffset={8}
          collisionPadding={12}
        >
          <Tooltip.Popup
            id={id}
            role="tooltip"
            className="ui-explain-popup"
            onPointerEnter={onPointerEnter}
            onPointerLeave={onPointerLeave}
          >
            {children}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
