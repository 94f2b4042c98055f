/** A key combination. `mod` is Cmd on a Mac and Ctrl elsewhere. */
export type Shortcut = Readonly<{ key: string; mod?: boolean; shift?: boolean }>

/** What a shortcut is compared with: the part of a keyboard event that matters. */
export type KeyPress = Readonly<{
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}>

/**
 * Whether a press is the shortcut. Shift counts beside `mod` and with letters and digits, but not with signs: "?" is
 * typed with it on some keyboards.
 */
export function matches(shortcut: Shortcut, press: KeyPress, isMac: boolean): boolean {
  if (press.altKey) return false
  const mod = isMac ? press.metaKey : press.ctrlKey
  const otherMod = isMac ? press.ctrlKey : press.metaKey
  if (otherMod || mod !== (shortcut.mod ?? false)) return false
  const shiftCounts = mod || isLetterOrDigit(shortcut.key)
  if (shiftCounts && press.shiftKey !== (shortcut.shift ?? false)) return false
  return press.key.toLowerCase() === shortcut.key.toLowerCase()
}

function isLetterOrDigit(key: string): boolean {
  return /^[a-z0-9]$/i.test(key)
}

/** The keys of a shortcut as they are printed: `['Ctrl', 'Shift', 'Z']`. */
export function keysOf(shortcut: Shortcut, isMac: boolean): readonly string[] {
  return [
    ...(shortcut.mod === true ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(shortcut.shift === true ? [isMac ? '⇧' : 'Shift'] : []),
    shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key,
  ]
}

/** A shortcut in the form that assistive technology reads: `Control+Shift+Z`. */
export function ariaKeysOf(shortcut: Shortcut, isMac: boolean): string {
  return [
    ...(shortcut.mod === true ? [isMac ? 'Meta' : 'Control'] : []),
    ...(shortcut.shift === true ? ['Shift'] : []),
    shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key,
  ].join('+')
}
