import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createFakeElectron } from '../../tests/support/fake-electron.ts'
import type { WindowState } from './bounds.ts'
import { BACKGROUND, openWindow, windowOptions, type WindowDeps } from './window.ts'

const look = { preload: '/p.cjs', icon: '/i.png', isPackaged: true, isDark: false }

function opened(saved: WindowState | null) {
  const { electron, record } = createFakeElectron()
  const noted: WindowState[] = []
  openWindow({
    // The fake has the members that the window uses.
    BrowserWindow: electron.BrowserWindow as unknown as WindowDeps['BrowserWindow'],
    screen: electron.screen as unknown as WindowDeps['screen'],
    look,
    saved,
    noteState: (state) => noted.push(state),
  })
  const window = record.windows.at(-1)
  if (window === undefined) throw new Error('no window was made')
  return { window, noted }
}

describe('windowOptions', () => {
  it('is hidden at first, has a least size, and gives the page nothing but the preload', () => {
    expect(
      windowOptions({ ...look, bounds: { x: 1, y: 2, width: 1000, height: 700 } }),
    ).toMatchObject({
      x: 1,
      y: 2,
      width: 1000,
      height: 700,
      minWidth: 900,
      minHeight: 600,
      title: 'Loopready',
      show: false,
      webPreferences: {
        preload: '/p.cjs',
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
      },
    })
  })

  it('has the ground of the theme from the start', () => {
    const bounds = { x: 0, y: 0, width: 1000, height: 700 }
    expect(windowOptions({ ...look, bounds }).backgroundColor).toBe(BACKGROUND.light)
    expect(windowOptions({ ...look, bounds, isDark: true }).backgroundColor).toBe(BACKGROUND.dark)
  })

  it('takes that ground from the tokens of the page', () => {
    const tokens = readFileSync(
      new URL('../../src/renderer/ui/tokens.css', import.meta.url),
      'utf8',
    )
    const surfaces = [...tokens.matchAll(/--surface:\s*(#\w+)/g)].map((match) => match[1])
    expect(new Set(surfaces)).toEqual(new Set([BACKGROUND.light, BACKGROUND.dark]))
  })
})

describe('openWindow', () => {
  it('shows the window once the page has drawn, maximised as it was', () => {
    const bounds = { x: 0, y: 0, width: 1000, height: 700 }
    const { window } = opened({ bounds, isMaximized: true, isFullScreen: false })
    expect([window.shows, window.maximized]).toEqual([0, false])
    window.emit('ready-to-show')
    expect([window.shows, window.maximized]).toEqual([1, true])
  })

  it('opens where it was left', () => {
    const bounds = { x: 300, y: 200, width: 1000, height: 700 }
    const { window } = opened({ bounds, isMaximized: false, isFullScreen: false })
    expect(window.options).toMatchObject(bounds)
  })

  it('notes where it is moved, but not the bounds of a minimised window', () => {
    const { window, noted } = opened(null)
    window.bounds = { x: 5, y: 6, width: 950, height: 650 }
    window.emit('move')
    window.minimized = true
    window.emit('resize')
    expect(noted).toEqual([
      { bounds: { x: 5, y: 6, width: 950, height: 650 }, isMaximized: false, isFullScreen: false },
    ])
  })
})
