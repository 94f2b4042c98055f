/** A rectangle of the desktop in device-independent pixels. */
export type Bounds = Readonly<{ x: number; y: number; width: number; height: number }>

/** How the window stood when it was closed. `bounds` are those it has when it is neither maximised nor full screen. */
export type WindowState = Readonly<{ bounds: Bounds; isMaximized: boolean; isFullScreen: boolean }>

export const MIN_SIZE = { width: 900, height: 600 } as const
export const FIRST_SIZE = { width: 1280, height: 840 } as const
/** How much of the title bar must be on a display for a person to be able to drag the window back, in pixels. */
const GRIP = { width: 120, height: 32 } as const

/**
 * Where to open the window: where it was, if a person could reach it there, else in the middle of the main display.
 * It is never larger than its display, nor smaller than the least size where the display allows that.
 * @param displays the areas free of bars and docks; the main display first
 */
export function clampBounds(saved: Bounds | null, displays: readonly Bounds[]): Bounds {
  const main = displays[0] ?? { x: 0, y: 0, ...FIRST_SIZE }
  const home = saved === null ? null : displayOf(saved, displays)
  if (saved === null || home === null) return centered(saved ?? FIRST_SIZE, main)
  const size = fitted(saved, home)
  return {
    ...size,
    x: between(saved.x, home.x, home.x + home.width - size.width),
    y: between(saved.y, home.y, home.y + home.height - size.height),
  }
}

/** Reads a stored window state; null where it is missing, broken or not of this shape. */
export function parseWindowState(text: string): WindowState | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(found) || !isRecord(found['bounds'])) return null
  const { x, y, width, height } = found['bounds']
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null
  if (width <= 0 || height <= 0) return null
  return {
    bounds: { x, y, width, height },
    isMaximized: found['isMaximized'] === true,
    isFullScreen: found['isFullScreen'] === true,
  }
}

/** The display that shows most of the window, of those on which its title bar can be gripped. */
function displayOf(window: Bounds, displays: readonly Bounds[]): Bounds | null {
  const shown = (display: Bounds) =>
    overlap(window.x, window.width, display.x, display.width) *
    overlap(window.y, window.height, display.y, display.height)
  const reached = displays.filter(
    (display) =>
      overlap(window.x, window.width, display.x, display.width) >= GRIP.width &&
      overlap(window.y, GRIP.height, display.y, display.height) >= GRIP.height / 2,
  )
  return reached.toSorted((one, other) => shown(other) - shown(one))[0] ?? null
}

function overlap(from: number, size: number, start: number, length: number): number {
  return Math.min(from + size, start + length) - Math.max(from, start)
}

function fitted(size: Readonly<{ width: number; height: number }>, display: Bounds) {
  return {
    width: Math.min(Math.max(size.width, MIN_SIZE.width), display.width),
    height: Math.min(Math.max(size.height, MIN_SIZE.height), display.height),
  }
}

function centered(wanted: Readonly<{ width: number; height: number }>, display: Bounds): Bounds {
  const size = fitted(wanted, display)
  return {
    ...size,
    x: display.x + Math.round((display.width - size.width) / 2),
    y: display.y + Math.round((display.height - size.height) / 2),
  }
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) < 1_000_000
}
