import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron'
import { clampBounds, MIN_SIZE, type Bounds, type WindowState } from './bounds.ts'
import { webPreferences } from './security.ts'

/** The page's ground in each theme (its token `--surface`), so that the window does not flash before it has drawn. */
export const BACKGROUND = { light: '#f9f8f5', dark: '#191815' } as const

export type WindowLook = Readonly<{
  preload: string
  icon: string
  isPackaged: boolean
  isDark: boolean
  bounds: Bounds
}>

/** The options of the window, as plain data. It is shown when the page has drawn once. */
export function windowOptions(look: WindowLook): BrowserWindowConstructorOptions {
  return {
    ...look.bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Loopready',
    icon: look.icon,
    show: false,
    backgroundColor: look.isDark ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: false,
    webPreferences: webPreferences(look.preload, look.isPackaged),
  }
}

export type WindowDeps = Readonly<{
  BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  screen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>
  look: Omit<WindowLook, 'bounds'>
  saved: WindowState | null
  noteState: (state: WindowState) => void
}>

/** Makes the window where it was last, and notes where the person moves it. The caller loads the page. */
export function openWindow(deps: WindowDeps): BrowserWindow {
  const bounds = clampBounds(deps.saved?.bounds ?? null, workAreas(deps.screen))
  const window = new deps.BrowserWindow(windowOptions({ ...deps.look, bounds }))
  const note = () => {
    if (window.isDestroyed() || window.isMinimized()) return
    deps.noteState({
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
    })
  }
  window.on('resize', note)
  window.on('move', note)
  window.on('maximize', note)
  window.on('unmaximize', note)
  window.on('close', note)
  window.once('ready-to-show', () => {
    // Both show the window, so they wait until there is something to see.
    if (deps.saved?.isMaximized === true) window.maximize()
    if (deps.saved?.isFullScreen === true) window.setFullScreen(true)
    window.show()
  })
  return window
}

/** The displays' areas free of bars and docks, the main display first. */
function workAreas(screen: WindowDeps['screen']): readonly Bounds[] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  return [main, ...others].map((display) => display.workArea)
}
