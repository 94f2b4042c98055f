import { refuse } from '#engine/refusal.ts'
import type { StartArguments } from './arguments.ts'
import type { Display } from './display.ts'
import type { Fetched } from './electron-binary.ts'

/** The shell to open, and the line that says which and why. */
export type Choice = Readonly<
  | { shell: 'desktop'; line: string; electron: string; isForced: boolean }
  | { shell: 'browser'; line: string }
>

export type Situation = Readonly<{
  asked: StartArguments
  display: Display
  /** Whether a forced desktop window has a screen to open on. */
  hasScreen: boolean
  /** The path of Electron's program; null while it is not installed. */
  electron: string | null
  /** Tries to install it. */
  fetchElectron: () => Promise<Fetched>
}>

/**
 * Decides between the two shells: what was forced, else the desktop where a window can be shown and Electron is there
 * or can be fetched, else the browser. Throws a `Refusal` when the desktop is forced and cannot be had.
 */
export async function chooseShell(situation: Situation): Promise<Choice> {
  const { asked, display } = situation
  if (asked.shell === 'desktop') return forcedDesktop(situation)
  if (asked.shell === 'browser') return browser('--shell=browser asks for it')
  if (!asked.open) return browser('--no-open asks for an address only')
  if (asked.port !== null) return browser('--port asks for an address')
  if (!display.isThere) return browser(display.why)
  const found = await electronOf(situation)
  if (found.ok) return desktop(found.path, 'Electron is installed', false)
  return {
    shell: 'browser',
    line: `Electron's binary could not be fetched (${found.reason}), so Loopready opens in your browser.`,
  }
}

async function forcedDesktop(situation: Situation): Promise<Choice> {
  if (!situation.hasScreen)
    return refuse({
      code: 'not-found',
      message: 'The desktop app needs a display, and there is none here.',
      hint: 'Leave --shell=desktop out to use a browser.',
    })
  const found = await electronOf(situation)
  if (found.ok) return desktop(found.path, '--shell=desktop asks for it', true)
  return refuse({
    code: 'not-found',
    message: `The desktop app cannot start: Electron's binary could not be fetched (${found.reason}).`,
    hint: 'Leave --shell=desktop out to use a browser.',
  })
}

async function electronOf({ electron, fetchElectron }: Situation): Promise<Fetched> {
  return electron === null ? fetchElectron() : { ok: true, path: electron }
}

function desktop(electron: string, why: string, isForced: boolean): Choice {
  return { shell: 'desktop', line: `Opening the desktop app, because ${why}.`, electron, isForced }
}

function browser(why: string): Choice {
  return { shell: 'browser', line: `Using the browser shell, because ${why}.` }
}
