import type { LucideIcon } from 'lucide-react'
import { Kbd } from '../../ui/badge.tsx'
import { isMac } from '../platform.ts'
import { keysOf, type Shortcut } from '../shortcuts.ts'

/** One line of the palette. */
export type Option = Readonly<{
  id: string
  label: string
  icon: LucideIcon
  shortcuts: readonly Shortcut[]
  run: () => void
}>

/** The keyboard's place is the field above: options are pointed at from there and never take the focus. */
export function PaletteOption({
  id,
  option: { label, icon: Icon, shortcuts, run },
  isActive,
  onPoint,
}: Readonly<{ id: string; option: Option; isActive: boolean; onPoint: () => void }>) {
  const [shortcut] = shortcuts
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the keys of all options
    <div
      id={id}
      className="app-palette-option"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option tag holds text only
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerMove={onPoint}
      onPointerDown={(event) => {
        event.preventDefault()
      }}
      onClick={run}
    >
      <Icon aria-hidden />
      <span className="app-palette-label">{label}</span>
      {shortcut !== undefined && (
        <span className="app-palette-keys" aria-hidden>
          {keysOf(shortcut, isMac).map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </div>
  )
}
