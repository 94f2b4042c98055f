import type { Menu, NativeImage, Tray } from 'electron'
import { join } from 'node:path'
import type { CommandId } from '#contract/bridge.ts'
import { buildTrayMenu } from './menu.ts'
import type { TrayTimer } from './tray-timer.ts'

export type TrayDeps = Readonly<{
  Tray: new (image: NativeImage) => Tray
  Menu: Pick<typeof Menu, 'buildFromTemplate'>
  loadImage: (path: string) => NativeImage
  assetsDir: string
  platform: NodeJS.Platform
  actions: Readonly<{ show(): void; command(id: CommandId): void; quit(): void }>
}>

/** The tray icon's file: on macOS a template image, which the system draws in the colour of its menu bar. */
export function trayIconPath(assetsDir: string, platform: NodeJS.Platform): string {
  const name = platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
  return join(assetsDir, 'resources', 'icons', name)
}

/** The icon in the tray. */
export type TrayIcon = Readonly<{
  /** Held so that it is not collected. */
  tray: Tray
  /** Says how the timer stands; null where there is none. */
  showTimer(timer: TrayTimer | null): void
}>

/** Puts the icon into the tray. The caller keeps what is returned: a collected tray disappears. */
export function openTray(deps: TrayDeps): TrayIcon {
  const tray = new deps.Tray(deps.loadImage(trayIconPath(deps.assetsDir, deps.platform)))
  const showTimer = (timer: TrayTimer | null) => {
    tray.setToolTip(timer === null ? 'Loopready' : `Loopready: ${timer.text}`)
    tray.setContextMenu(deps.Menu.buildFromTemplate(buildTrayMenu(deps.actions, timer)))
  }
  showTimer(null)
  // macOS opens the menu on a click; elsewhere a click shows the window, as people expect there.
  if (deps.platform !== 'darwin') tray.on('click', deps.actions.show)
  return { tray, showTimer }
}
