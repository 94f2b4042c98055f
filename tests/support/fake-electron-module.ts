import { createFakeElectron } from './fake-electron.ts'

/** What a bundle gets that imports "electron" while `drive-desktop-bundle.ts` runs it. */
export const fake = createFakeElectron({ isPackaged: false })

export const {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
} = fake.electron
