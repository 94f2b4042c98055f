import type { Env } from '#engine/data-dir.ts'

/** Whether a window can be shown here. `why` completes "because ...". */
export type Display = Readonly<{ isThere: true } | { isThere: false; why: string }>

/**
 * Tells from the environment whether a person sits in front of this machine. A display of another machine, over SSH,
 * counts as none: a window would open where nobody expects it, or crawl over the network.
 */
export function displayOf(env: Env, platform: NodeJS.Platform): Display {
  if (isSet(env['CI']) && env['CI'] !== 'false')
    return { isThere: false, why: 'this is an automated run (CI is set)' }
  if (isSet(env['SSH_CONNECTION']) || isSet(env['SSH_TTY']))
    return { isThere: false, why: 'this is a remote shell (SSH)' }
  if (!hasScreen(env, platform))
    return { isThere: false, why: 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)' }
  return { isThere: true }
}

/** Whether a window server can be reached at all: Windows and macOS always have one. */
export function hasScreen(env: Env, platform: NodeJS.Platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return isSet(env['DISPLAY']) || isSet(env['WAYLAND_DISPLAY'])
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}
