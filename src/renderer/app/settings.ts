import { createStore, type Store } from '../ui/store.ts'

/*
 * What belongs to this window and not to the data: kept in the browser's own storage. All of it may be lost without
 * harm, so a storage that refuses is no error.
 */

export type ThemePreference = 'system' | 'light' | 'dark'

function read(key: string): string | null {
  try {
    return localStorage.getItem(`loopready.${key}`)
  } catch {
    return null
  }
}

function write(key: string, value: string) {
  try {
    localStorage.setItem(`loopready.${key}`, value)
  } catch {
    // Nothing to do: the setting holds until the window closes.
  }
}

/** The theme that was in force last, so that the window opens in it before the profile is read. */
export function rememberedTheme(): ThemePreference {
  const value = read('theme')
  return value === 'light' || value === 'dark' ? value : 'system'
}

export function rememberTheme(theme: ThemePreference): void {
  write('theme', theme)
}

/** Whether single keys such as N are shortcuts. Whoever dictates or has unsteady hands can switch them off. */
export const singleKeys: Store<boolean> = createStore(read('single-keys') !== 'off')

export function setSingleKeys(on: boolean): void {
  write('single-keys', on ? 'on' : 'off')
  singleKeys.set(on)
}

const recentAtMost = 5

/** The commands that were chosen last in the palette, the latest first. */
export function recentCommands(): readonly string[] {
  return (read('recent-commands') ?? '').split(' ').filter((id) => id !== '')
}

/** Notes that a command was chosen in the palette. */
export function noteCommand(id: string): void {
  const others = recentCommands().filter((other) => other !== id)
  write('recent-commands', [id, ...others].slice(0, recentAtMost).join(' '))
}
