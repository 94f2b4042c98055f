import { readFile } from 'node:fs/promises'
import type { GlobalShortcut } from 'electron'
import type { Log } from '#engine/api.ts'
import { failureOf } from '#engine/failure.ts'
import { writeAtomically } from '#engine/write-atomically.ts'

/** The key of quick add: in the menu always, in all other apps where the person switched that on. */
export const QUICK_ADD_KEYS = 'CmdOrCtrl+Shift+L'

export type GlobalKey = Readonly<{
  /** Whether the key is taken from the system now. */
  isOn(): boolean
  /** Takes the key if it was switched on in an earlier run. Another app may have it by now: then it stays off. */
  restore(): Promise<void>
  /** Switches it over and remembers that. False: another app has the key, so it stays off. */
  toggle(): Promise<boolean>
  /** Gives the key back to the system. */
  release(): void
}>

/**
 * The key that opens quick add while another app has the keyboard. It is off until somebody switches it on, because
 * it takes the key from every other app; the choice belongs to the machine and is kept beside the window's place.
 */
export function createGlobalKey({
  globalShortcut,
  path,
  log,
  run,
}: Readonly<{
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>
  path: string
  log: Log
  run: () => void
}>): GlobalKey {
  let on = false

  const take = () => {
    on = globalShortcut.register(QUICK_ADD_KEYS, run)
    if (!on) log('warn', 'global key is taken', { keys: QUICK_ADD_KEYS })
    return on
  }
  const release = () => {
    if (on) globalShortcut.unregister(QUICK_ADD_KEYS)
    on = false
  }

  return {
    isOn: () => on,
    async restore() {
      if (await wasOn(path)) take()
    },
    async toggle() {
      const wanted = !on
      if (wanted && !take()) return false
      if (!wanted) release()
      try {
        await writeAtomically(path, `${JSON.stringify({ on: wanted })}\n`)
      } catch (error) {
        log('warn', 'global key not remembered', failureOf(error))
      }
      return true
    },
    release,
  }
}

async function wasOn(path: string): Promise<boolean> {
  try {
    const kept: unknown = JSON.parse(await readFile(path, 'utf8'))
    return typeof kept === 'object' && kept !== null && 'on' in kept && kept.on === true
  } catch {
    return false
  }
}
