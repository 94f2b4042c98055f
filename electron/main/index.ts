import {
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
} from 'electron'
import { makeDataDir } from '#engine/data-dir.ts'
import { logFileIn } from '#engine/log-file.ts'
import { errorOf } from '#engine/refusal.ts'
import { engineOnThread } from '#engine/thread/client.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { launchSettings, type LaunchSettings } from './launch-settings.ts'
import { onCrash } from './crash.ts'
import { cannotStart, MAIN_STOPPED } from './messages.ts'
import { PAGE_SCHEMES } from './protocol.ts'
import { lockContents, QUIET_SWITCHES } from './security.ts'
import { isFirstInstance } from './single-instance.ts'

const electron = {
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
}

try {
  start()
} catch (thrown) {
  stop(thrown)
}

/** Does what must be done before Electron is ready, which it may be after the first wait: so nothing here waits. */
function start(): void {
  const settings = launchSettings({
    argv: process.argv.slice(1),
    env: process.env,
    isPackaged: app.isPackaged,
    appPath: app.getAppPath(),
    resourcesPath: process.resourcesPath,
  })
  // Electron takes only a folder that is there; it lies inside the data folder, so both are made.
  makeDataDir(settings.chromiumDir)
  app.setName('Loopready')
  app.setPath('userData', settings.chromiumDir)
  for (const name of QUIET_SWITCHES) app.commandLine.appendSwitch(name)
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged(PAGE_SCHEMES)
  lockContents(app, settings.pageOrigin)

  let desktop: Desktop | null = null
  if (!isFirstInstance(app, () => desktop?.showWindow())) return app.quit()

  onCrash({
    listen: (crashed) => process.on('uncaughtException', crashed),
    dataDir: settings.dataDir,
    ask: () => dialog.showMessageBoxSync(MAIN_STOPPED),
    relaunch: () => (desktop === null ? app.relaunch() : desktop.relaunch()),
    quit: () => app.quit(),
  })
  run(settings).then((started) => (desktop = started), stop)
}

async function run(settings: LaunchSettings): Promise<Desktop> {
  await app.whenReady()
  const { dataDir, assetsDir } = settings
  const log = logFileIn(dataDir, console.error)
  return startDesktop({
    electron,
    settings,
    platform: process.platform,
    log,
    openEngine: (onCrash) => engineOnThread({ dataDir, assetsDir, log, onCrash }),
  })
}

/** Says why the app cannot start, and ends it. */
function stop(thrown: unknown): void {
  const [title, text] = cannotStart(errorOf(thrown))
  // Also where it was started from: the box may be on a screen that nobody sees.
  console.error(`${title}: ${text}`)
  dialog.showErrorBox(title, text)
  app.exit(1)
}
