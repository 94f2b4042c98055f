import { join } from 'node:path'
import type * as Electron from 'electron'
import type { BrowserWindow, SaveDialogOptions } from 'electron'
import type { CommandId } from '#contract/bridge.ts'
import type { Engine, Log } from '#engine/api.ts'
import { leaveCrashReport, leaveReport } from '#engine/crash-report.ts'
import { failureOf } from '#engine/failure.ts'
import { createPageJobs } from '#engine/page-jobs.ts'
import { NOTICE, type NoticeChannel } from '../preload/channels.ts'
import { createBackupPlaces } from './backups.ts'
import { createCommandGate } from './command-gate.ts'
import { createGlobalKey } from './global-key.ts'
import { answerPage } from './ipc.ts'
import type { LaunchSettings } from './launch-settings.ts'
import { buildMenu, type EditCommandId } from './menu.ts'
import { ENGINE_STOPPED, KEY_TAKEN, PAGE_STOPPED, replaceQuestion } from './messages.ts'
import { exitInOrder } from './orderly-exit.ts'
import { argumentsAt, placeOf } from './place.ts'
import { servePage } from './protocol.ts'
import { createNotifier } from './notifications.ts'
import { followMicrophone } from './microphone.ts'
import { createReportSaver } from './report.ts'
import { createFileSaver } from './save-file.ts'
import { lockSession } from './security.ts'
import { createFileTransfer } from './transfer.ts'
import { createStoryFiles, playbookFiles, type StoryFileDeps } from './story-files.ts'
import { openTray, type TrayIcon } from './tray.ts'
import { followTimer } from './tray-timer.ts'
import { windowStateFile } from './window-state.ts'
import { openWindow } from './window.ts'

/** The parts of Electron that the shell uses; tests pass their own. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'globalShortcut'
  | 'ipcMain'
  | 'Menu'
  | 'nativeImage'
  | 'nativeTheme'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
  | 'Tray'
>

export type DesktopDeps = Readonly<{
  electron: ElectronParts
  settings: LaunchSettings
  platform: NodeJS.Platform
  log: Log
  /** Opens the engine; `onCrash` is told when its thread ends by itself. */
  openEngine: (onCrash: (thrown: unknown) => void) => Promise<Engine>
}>

export type Desktop = Readonly<{
  /** Brings the window to the front, or makes it. */
  showWindow(): void
  /** Sees to it that the app starts again, on the screen that shows now, once it has ended. */
  relaunch(): void
}>

/**
 * Joins engine, window, menu and tray once Electron is ready. Rejects with the engine's `Refusal` when the data cannot
 * be opened; no window is made then.
 */
export async function startDesktop(deps: DesktopDeps): Promise<Desktop> {
  const { electron, settings, platform, log } = deps
  const { app, dialog } = electron
  const icon = join(settings.assetsDir, 'resources', 'icons', 'icon.png')
  let window: BrowserWindow | null = null
  /** The page's address within itself: where it begins, and where it was seen last. */
  let place = settings.startAt

  const microphone = followMicrophone()
  lockSession(electron.session.defaultSession, settings.pageOrigin, microphone)
  servePage(electron.protocol, settings.pageRoot)

  const stateFile = windowStateFile(settings.windowStatePath, log)
  const [engine, savedState] = await Promise.all([
    deps.openEngine((thrown) => void onEngineCrash(thrown)),
    stateFile.load(),
  ])
  let windowState = savedState
  await microphone.follow(engine)

  const tell = (channel: NoticeChannel, value: unknown) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(channel, value)
  }
  const gate = createCommandGate((command) => tell(NOTICE.command, command))

  const jobs = createPageJobs(engine, (progress) => tell(NOTICE.jobProgress, progress))
  const askWhere = (wanted: SaveDialogOptions) => {
    // On Linux the dialog replaces a file without a word unless it is told to ask; elsewhere it always asks.
    const options: SaveDialogOptions = { ...wanted, properties: ['showOverwriteConfirmation'] }
    return window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options)
  }
  const askReplace = async (fileName: string) =>
    (await dialog.showMessageBox(replaceQuestion(fileName))).response === 0
  const files = createFileSaver({
    askWhere: (defaultPath, filter) => askWhere({ defaultPath, filters: [filter] }),
    askReplace,
    shell: electron.shell,
    documents: app.getPath('documents'),
    dataDir: settings.dataDir,
  })
  const reports = createReportSaver({ engine, files, onSaved: drawMenu })
  const transfer = createFileTransfer({
    engine,
    files,
    askWhich: (options) =>
      window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options),
  })

  const globalKey = createGlobalKey({
    globalShortcut: electron.globalShortcut,
    path: settings.globalKeyPath,
    log,
    run: () => command('session.quickAdd'),
  })
  await globalKey.restore()

  const textFileDialogs: StoryFileDeps = {
    askWhere,
    askOpen: (options) =>
      window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options),
    askReplace,
    documents: app.getPath('documents'),
    dataDir: settings.dataDir,
  }
  answerPage({
    ipcMain: electron.ipcMain,
    engine,
    jobs,
    reports,
    transfer,
    backups: createBackupPlaces({
      dataDir: settings.dataDir,
      askWhich: (options) =>
        window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options),
    }),
    files,
    storyFiles: createStoryFiles(textFileDialogs),
    playbookFiles: createStoryFiles(textFileDialogs, playbookFiles),
    pageOrigin: settings.pageOrigin,
    isOurs: (contents) => contents === window?.webContents,
    onListening: gate.open,
    idleSeconds: () => electron.powerMonitor.getSystemIdleTime(),
    notify: createNotifier({
      Notification: electron.Notification,
      onClick: () => showWindow(),
      log,
    }),
    log,
  })

  engine.onChange((nouns) => {
    tell(NOTICE.change, nouns)
    if (nouns.includes('profile')) void followTheme(electron, engine)
  })
  await followTheme(electron, engine)

  const onWake = () => tell(NOTICE.wake, null)
  electron.powerMonitor.on('resume', onWake)
  electron.powerMonitor.on('unlock-screen', onWake)

  function showWindow(): void {
    if (window !== null) {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      return
    }
    const opened = openWindow({
      BrowserWindow: electron.BrowserWindow,
      screen: electron.screen,
      look: {
        preload: settings.preload,
        icon,
        isPackaged: app.isPackaged,
        isDark: electron.nativeTheme.shouldUseDarkColors,
      },
      saved: windowState,
      noteState: (state) => {
        windowState = state
        stateFile.note(state)
      },
    })
    window = opened
    opened.on('closed', () => {
      leavePage()
      window = null
    })
    opened.webContents.on('did-start-navigation', (event) => {
      if (event.isMainFrame && !event.isSameDocument) leavePage()
    })
    opened.webContents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
      if (isMainFrame) place = placeOf(url)
    })
    opened.webContents.on('render-process-gone', (_event, details) => {
      leavePage()
      if (details.reason !== 'clean-exit') void onPageCrash(opened, details.reason)
    })
    opened.webContents.on('preload-error', (_event, _path, error) => {
      log('error', 'preload failed', failureOf(error))
    })
    opened.loadURL(`${settings.pageUrl}${place}`).catch((error: unknown) => {
      log('error', 'page not loaded', failureOf(error))
      void onPageCrash(opened, 'not-loaded')
    })
  }

  /** The page is gone: it takes no commands any more, and nobody waits for what it has begun. */
  function leavePage(): void {
    gate.shut()
    jobs.cancelAll()
  }

  function command(id: CommandId): void {
    showWindow()
    gate.give(id)
  }

  /** Undo and redo go to the page that shows, or, where it takes no commands yet, to the field being typed in. */
  function edit(id: EditCommandId): void {
    if (window === null) return
    if (gate.isOpen()) gate.give(id)
    else if (id === 'history.undo') window.webContents.undo()
    else window.webContents.redo()
  }

  function drawMenu(): void {
    const template = buildMenu(
      {
        platform,
        appName: app.name,
        isDevelopment: !app.isPackaged,
        hasReport: reports.hasReport(),
        quickAddEverywhere: globalKey.isOn(),
      },
      {
        command,
        edit,
        showLastReport: reports.showLast,
        switchQuickAddEverywhere: () => void switchGlobalKey(),
        showDataFolder: () => void electron.shell.openPath(settings.dataDir),
        showAbout: () => app.showAboutPanel(),
      },
    )
    electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template))
  }

  async function switchGlobalKey(): Promise<void> {
    const isDone = await globalKey.toggle()
    // Also when nothing changed: the system has ticked the item by itself.
    drawMenu()
    if (!isDone) await dialog.showMessageBox(KEY_TAKEN)
  }

  async function onEngineCrash(thrown: unknown): Promise<void> {
    log('error', 'engine thread ended', failureOf(thrown))
    leaveCrashReport(settings.dataDir, 'engine', thrown)
    tell(NOTICE.connection, false)
    const { response } = await dialog.showMessageBox(ENGINE_STOPPED)
    if (response === 0) relaunch()
    app.quit()
  }

  /** Starts again where the person was: the window's place is remembered by itself, the screen is handed over. */
  function relaunch(): void {
    app.relaunch({ args: argumentsAt(settings.argv, place) })
  }

  async function onPageCrash(crashed: BrowserWindow, reason: string): Promise<void> {
    log('error', 'page gone', { reason })
    leaveReport(settings.dataDir, 'page', { kind: reason })
    if (crashed.isDestroyed()) return
    const { response } = await dialog.showMessageBox(PAGE_STOPPED)
    if (response !== 0) app.quit()
    else if (!crashed.isDestroyed()) crashed.reload()
  }

  app.setAboutPanelOptions({
    applicationName: 'Loopready',
    applicationVersion: app.getVersion(),
    copyright: 'Free software under the MIT licence. Not affiliated with Amazon.',
    iconPath: icon,
  })
  drawMenu()
  keepTray(deps, { show: showWindow, command, quit: () => app.quit() })
  const leaveTimer = followTimer(engine, (timer) => held.tray?.showTimer(timer))
  app.on('activate', showWindow)
  app.on('window-all-closed', () => {
    // On macOS an app stays open without a window; elsewhere a person who closes the window is done.
    if (platform !== 'darwin') app.quit()
  })
  exitInOrder(
    app,
    [globalKey.release, leaveTimer, jobs.cancelAll, stateFile.flush, engine.close],
    log,
  )
  showWindow()
  return { showWindow, relaunch }
}

/** Makes native dialogs and menus follow the theme that the person chose for the page. */
async function followTheme(electron: ElectronParts, engine: Engine): Promise<void> {
  const result = await engine.call('profile.get', {})
  if (result.ok) electron.nativeTheme.themeSource = result.value.profile?.theme ?? 'system'
}

/** A collected tray icon disappears from the tray, so it is held here for as long as the app runs. */
const held: { tray: TrayIcon | null } = { tray: null }

function keepTray(
  { electron, settings, platform, log }: DesktopDeps,
  actions: Parameters<typeof openTray>[0]['actions'],
): void {
  try {
    held.tray = openTray({
      Tray: electron.Tray,
      Menu: electron.Menu,
      loadImage: (path) => electron.nativeImage.createFromPath(path),
      assetsDir: settings.assetsDir,
      platform,
      actions,
    })
  } catch (error) {
    // Some Linux desktops have no tray. Everything in it is in the menu too.
    log('warn', 'no tray', failureOf(error))
  }
}
