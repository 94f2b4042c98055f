import { createStore, type Store } from '../../ui/store.ts'

const level = createStore<string | null>(null)

/**
 * The level whose window is open: another one, to switch to it, or the present one, to change where sessions of other
 * levels count in it. Null while it is closed.
 */
export const levelSwitchWindow: Store<string | null> = level

export function openLevelSwitch(to: string): void {
  level.set(to)
}

export function closeLevelSwitch(): void {
  level.set(null)
}
