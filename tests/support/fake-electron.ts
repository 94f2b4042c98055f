import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron'

type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (allowed: boolean) => void,
  details: object,
) => void
type PermissionCheck = (
  contents: unknown,
  permission: string,
  origin: string,
  details: object,
) => boolean

/**
 * Stands in for the parts of Electron that the desktop shell uses, so that its wiring runs in plain Node. It records
 * what it is asked for and lets a test play the person and the page.
 */
export function createFakeElectron({ isPackaged = true, documents = '/documents' } = {}) {
  const record = {
    windows: [] as FakeWindow[],
    handlers: new Map<string, (...args: never[]) => unknown>(),
    receivers: new Map<string, (...args: never[]) => unknown>(),
    schemes: [] as string[],
    served: new Map<string, (request: Request) => Promise<Response>>(),
    menu: [] as MenuItemConstructorOptions[],
    trays: [] as MenuItemConstructorOptions[][],
    switches: [] as string[],
    globalKeys: new Map<string, () => void>(),
    /** Whether another app has every key already. */
    areGlobalKeysTaken: false,
    paths: new Map<string, string>([['documents', documents]]),
    shown: [] as string[],
    boxes: [] as Readonly<Record<string, unknown>>[],
    errors: [] as string[],
    notifications: [] as FakeNotification[],
    tooltips: [] as string[],
    /** What the system says of how long nobody has touched anything, in seconds. */
    idleSeconds: 0,
    exitCode: null as number | null,
    relaunches: 0,
    relaunchArgs: [] as readonly string[],
    /** Asks for a permission as a page does, and whether it has one. */
    mayUse: (_permission: string, _details: object): Promise<boolean> => Promise.resolve(true),
    canUse: (_permission: string, _origin: string, _details: object): boolean => true,
    /** What the person answers in the save dialog and in message boxes. */
    savePath: '' as string,
    /** The options of each that was shown. */
    saveDialogs: [] as object[],
    /** What the person chooses in the open dialog; empty cancels it. */
    openPath: '' as string,
    boxResponse: 1,
  }

  class FakeContents extends EventEmitter {
    readonly sent: [string, unknown][] = []
    undos = 0
    openHandler: (() => { action: string }) | null = null
    send(channel: string, value: unknown) {
      this.sent.push([channel, value])
    }
    undo() {
      this.undos += 1
    }
    redo() {}
    setWindowOpenHandler(handler: () => { action: string }) {
      this.openHandler = handler
    }
  }

  class FakeWindow extends EventEmitter {
    readonly options: BrowserWindowConstructorOptions
    readonly webContents = new FakeContents()
    url = ''
    shows = 0
    destroyed = false
    maximized = false
    minimized = false
    bounds = { x: 10, y: 20, width: 1000, height: 700 }
    constructor(options: BrowserWindowConstructorOptions) {
      super()
      this.options = options
      record.windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
    loadURL(url: string) {
      this.url = url
      return Promise.resolve()
    }
    show() {
      this.shows += 1
    }
    focus() {}
    restore() {
      this.minimized = false
    }
    reload() {}
    maximize() {
      this.maximized = true
    }
    setFullScreen() {}
    isDestroyed() {
      return this.destroyed
    }
    isMinimized() {
      return this.minimized
    }
    isMaximized() {
      return this.maximized
    }
    isFullScreen() {
      return false
    }
    getNormalBounds() {
      return this.bounds
    }
    /** Closes as a person would. */
    close() {
      this.emit('close', {})
      this.destroyed = true
      this.emit('closed')
      app.emit('window-all-closed')
    }
  }

  class FakeNotification extends EventEmitter {
    static isSupported = () => true
    readonly options: Readonly<{ title: string; body: string }>
    constructor(options: Readonly<{ title: string; body: string }>) {
      super()
      this.options = options
    }
    show() {
      record.notifications.push(this)
    }
  }

  class FakeApp extends EventEmitter {
    readonly isPackaged = isPackaged
    readonly name = 'Loopready'
    readonly commandLine = { appendSwitch: (name: string) => record.switches.push(name) }
    getAppPath = () => process.cwd()
    getVersion = () => '0.1.0'
    getPath = (name: string) => record.paths.get(name) ?? ''
    setPath = (name: string, value: string) => void record.paths.set(name, value)
    setName = () => {}
    setAboutPanelOptions = () => {}
    showAboutPanel = () => {}
    enableSandbox = () => record.switches.push('enable-sandbox')
    requestSingleInstanceLock = () => true
    whenReady = () => Promise.resolve()
    relaunch = (options: Readonly<{ args?: readonly string[] }> = {}) => {
      record.relaunches += 1
      record.relaunchArgs = options.args ?? []
    }
    /** As Electron does: closes the windows, then asks `will-quit`, which may hold it back. */
    quit = () => {
      for (const window of record.windows) if (!window.destroyed) window.close()
      let isHeld = false
      this.emit('will-quit', { preventDefault: () => (isHeld = true) })
      if (!isHeld) this.exit(0)
    }
    exit = (code: number) => {
      record.exitCode = code
      this.emit('exited')
    }
  }

  const app = new FakeApp()
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (ask: PermissionRequest) => {
      record.mayUse = (permission, details) =>
        new Promise((resolve) => ask(null, permission, resolve, details))
    },
    setPermissionCheckHandler: (isAllowed: PermissionCheck) => {
      record.canUse = (permission, origin, details) => isAllowed(null, permission, origin, details)
    },
    setDevicePermissionHandler: (isAllowed: () => boolean) =>
      record.switches.push(`device ${isAllowed()}`),
    setSpellCheckerEnabled: (on: boolean) => record.switches.push(`spelling ${on}`),
    webRequest: {
      onBeforeRequest(
        ask: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void,
      ) {
        for (const url of ['https://example.com/', 'app://loopready/'])
          ask({ url }, ({ cancel }) => record.switches.push(`${url} cancelled ${cancel}`))
      },
    },
  })

  const electron = {
    app,
    BrowserWindow: FakeWindow,
    dialog: {
      showSaveDialog: (...overWindowOrNot: readonly object[]) => {
        record.saveDialogs.push(overWindowOrNot.at(-1) ?? {})
        return Promise.resolve({ canceled: record.savePath === '', filePath: record.savePath })
      },
      showOpenDialog: () =>
        Promise.resolve({
          canceled: record.openPath === '',
          filePaths: record.openPath === '' ? [] : [record.openPath],
        }),
      showMessageBox: (box: Readonly<Record<string, unknown>>) => {
        record.boxes.push(box)
        return Promise.resolve({ response: record.boxResponse, checkboxChecked: false })
      },
      showErrorBox: (title: string, text: string) => void record.errors.push(`${title}: ${text}`),
    },
    globalShortcut: {
      register: (keys: string, run: () => void) => {
        if (!record.areGlobalKeysTaken) record.globalKeys.set(keys, run)
        return !record.areGlobalKeysTaken
      },
      unregister: (keys: string) => void record.globalKeys.delete(keys),
    },
    ipcMain: {
      handle: (channel: string, answer: () => unknown) => record.handlers.set(channel, answer),
      on: (channel: string, receive: () => unknown) => record.receivers.set(channel, receive),
    },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (template: MenuItemConstructorOptions[]) => {
        record.menu = template
      },
    },
    nativeImage: { createFromPath: (path: string) => path },
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: false },
    Notification: FakeNotification,
    powerMonitor: Object.assign(new EventEmitter(), {
      getSystemIdleTime: () => record.idleSeconds,
    }),
    protocol: {
      registerSchemesAsPrivileged: (list: { scheme: string }[]) =>
        record.schemes.push(...list.map((item) => item.scheme)),
      handle: (scheme: string, answer: (request: Request) => Promise<Response>) =>
        record.served.set(scheme, answer),
    },
    screen: {
      getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }),
      getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
    },
    session: { defaultSession: session },
    shell: {
      showItemInFolder: (path: string) => void record.shown.push(path),
      openPath: (path: string) => {
        record.shown.push(path)
        return Promise.resolve('')
      },
    },
    Tray: class FakeTray extends EventEmitter {
      setToolTip(text: string) {
        record.tooltips.push(text)
      }
      setContextMenu(template: MenuItemConstructorOptions[]) {
        record.trays.push(template)
      }
    },
  }

  /** Sends a message as the page in the newest window does; `url` and `parent` play an attacker. */
  const asPage = (frame: Readonly<{ url?: string; parent?: unknown }> = {}) => {
    const window = record.windows.at(-1)
    const event = {
      sender: window?.webContents,
      senderFrame: { url: frame.url ?? window?.url ?? '', parent: frame.parent ?? null },
    }
    return {
      ask: async (channel: string, ...args: unknown[]) =>
        record.handlers.get(channel)?.(...([event, ...args] as never[])),
      tell: (channel: string, ...args: unknown[]) =>
        record.receivers.get(channel)?.(...([event, ...args] as never[])),
    }
  }

  return { electron, record, asPage }
}

/** Every item of a menu, those of submenus included. */
export function itemsOf(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : []),
  ])
}

/** Chooses a menu item by its id, as a click does. */
export function choose(menu: readonly MenuItemConstructorOptions[], id: string): void {
  const item = itemsOf(menu).find((candidate) => candidate.id === id)
  if (item?.click === undefined) throw new Error(`no menu item has the id ${id}`)
  // The shell's items take no notice of what Electron passes to a click.
  ;(item.click as () => void)()
}
