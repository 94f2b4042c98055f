import type { MenuItemConstructorOptions } from 'electron'
import type { CommandId } from '#contract/bridge.ts'
import { QUICK_ADD_KEYS } from './global-key.ts'
import type { TrayTimer } from './tray-timer.ts'

/** What the menu is drawn from. */
export type MenuState = Readonly<{
  platform: NodeJS.Platform
  appName: string
  /** Development adds reload and the developer tools. */
  isDevelopment: boolean
  /** Whether this run has saved a report that is still known. */
  hasReport: boolean
  /** Whether the key of quick add works while another app has the keyboard. */
  quickAddEverywhere: boolean
}>

export type EditCommandId = Extract<CommandId, 'history.undo' | 'history.redo'>

/** What the menu can do. Most items are commands that the page carries out, so that a rule stands in one place. */
export type MenuActions = Readonly<{
  command(id: CommandId): void
  /** Undo or redo, of the typing or of the data: see `editMenu`. */
  edit(id: EditCommandId): void
  showLastReport(): void
  switchQuickAddEverywhere(): void
  showDataFolder(): void
  showAbout(): void
}>

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/** The application menu as plain data. Every item has an id or a role, which tests and the shell find it by. */
export function buildMenu(state: MenuState, actions: MenuActions): Item[] {
  const isMac = state.platform === 'darwin'
  return [
    ...(isMac ? [appMenu(state, actions)] : []),
    fileMenu(state, actions, isMac),
    editMenu(actions, isMac),
    viewMenu(state, actions),
    isMac ? { role: 'windowMenu' } : windowMenu(),
    helpMenu(actions, isMac),
  ]
}

function send(actions: MenuActions, id: CommandId, label: string, accelerator?: string): Item {
  const item: Item = { id, label, click: () => actions.command(id) }
  return accelerator === undefined ? item : { ...item, accelerator }
}

function appMenu(state: MenuState, actions: MenuActions): Item {
  return {
    label: state.appName,
    submenu: [
      { role: 'about' },
      SEPARATOR,
      send(actions, 'go.profile', 'Settings…', 'Cmd+,'),
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  }
}

function fileMenu(state: MenuState, actions: MenuActions, isMac: boolean): Item {
  const folder = isMac ? 'Finder' : state.platform === 'win32' ? 'Explorer' : 'Folder'
  return {
    label: '&File',
    submenu: [
      send(actions, 'session.new', 'New Session…', 'CmdOrCtrl+N'),
      send(actions, 'session.quickAdd', 'Quick Add…', QUICK_ADD_KEYS),
      {
        id: 'quickAdd.everywhere',
        label: 'Quick Add Key Works in All Apps',
        type: 'checkbox',
        checked: state.quickAddEverywhere,
        click: actions.switchQuickAddEverywhere,
      },
      send(actions, 'timer.toggle', 'Start, Pause or Resume Timer', 'CmdOrCtrl+T'),
      send(actions, 'timer.stop', 'Stop Timer and Log', 'CmdOrCtrl+Shift+T'),
      SEPARATOR,
      send(actions, 'data.import', 'Import…'),
      send(actions, 'data.export', 'Export…'),
      SEPARATOR,
      send(actions, 'report.save', 'Save Report…', 'CmdOrCtrl+E'),
      {
        id: 'report.show',
        label: `Show Last Report in ${folder}`,
        enabled: state.hasReport,
        click: actions.showLastReport,
      },
      ...(isMac
        ? [SEPARATOR, { role: 'close' } satisfies Item]
        : [
            SEPARATOR,
            send(actions, 'go.profile', 'Settings…', 'Ctrl+,'),
            SEPARATOR,
            { role: 'quit' } satisfies Item,
          ]),
    ],
  }
}

/**
 * Undo and redo are commands and not Electron's roles, because only the page knows which one is meant: the typing in
 * the field that has the focus, or the latest change of the data. Whether the page or the native menu sees the key
 * first differs between systems; both ways end in the page.
 */
function editMenu(actions: MenuActions, isMac: boolean): Item {
  return {
    label: '&Edit',
    submenu: [
      {
        id: 'history.undo',
        label: 'Undo',
        accelerator: 'CmdOrCtrl+Z',
        click: () => actions.edit('history.undo'),
      },
      {
        id: 'history.redo',
        label: 'Redo',
        accelerator: isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y',
        click: () => actions.edit('history.redo'),
      },
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      ...(isMac ? [{ role: 'pasteAndMatchStyle' } satisfies Item] : []),
      { role: 'delete' },
      SEPARATOR,
      { role: 'selectAll' },
    ],
  }
}

function viewMenu(state: MenuState, actions: MenuActions): Item {
  return {
    label: '&View',
    submenu: [
      send(actions, 'go.today', 'Today', 'CmdOrCtrl+1'),
      send(actions, 'go.log', 'Log', 'CmdOrCtrl+2'),
      send(actions, 'go.plan', 'Plan', 'CmdOrCtrl+3'),
      send(actions, 'go.stories', 'Stories', 'CmdOrCtrl+4'),
      send(actions, 'go.practice', 'Practice', 'CmdOrCtrl+5'),
      send(actions, 'go.evidence', 'Evidence', 'CmdOrCtrl+6'),
      send(actions, 'go.readiness', 'Readiness', 'CmdOrCtrl+7'),
      send(actions, 'go.report', 'Report', 'CmdOrCtrl+8'),
      SEPARATOR,
      send(actions, 'palette.open', 'Command Palette…', 'CmdOrCtrl+K'),
      SEPARATOR,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
      ...(state.isDevelopment
        ? [
            SEPARATOR,
            { role: 'reload' } satisfies Item,
            { role: 'forceReload' } satisfies Item,
            { role: 'toggleDevTools' } satisfies Item,
          ]
        : []),
    ],
  }
}

function windowMenu(): Item {
  return { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close' }] }
}

function helpMenu(actions: MenuActions, isMac: boolean): Item {
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      send(actions, 'help.shortcuts', 'Keyboard Shortcuts', 'CmdOrCtrl+/'),
      { id: 'data.show', label: 'Show Data Folder', click: actions.showDataFolder },
      ...(isMac
        ? []
        : [
            SEPARATOR,
            { id: 'about', label: 'About Loopready', click: actions.showAbout } satisfies Item,
          ]),
    ],
  }
}

/** The menu of the tray icon, as plain data; what can be done with the timer goes by how it stands. */
export function buildTrayMenu(
  actions: Readonly<{ show(): void; command(id: CommandId): void; quit(): void }>,
  timer: TrayTimer | null = null,
): Item[] {
  return [
    { id: 'show', label: 'Show Loopready', click: actions.show },
    SEPARATOR,
    ...(timer === null
      ? [{ id: 'timer.toggle', label: 'Start Timer', click: () => actions.command('timer.toggle') }]
      : [
          { id: 'timer.text', label: timer.text, enabled: false },
          {
            id: 'timer.toggle',
            label: timer.state === 'running' ? 'Pause Timer' : 'Resume Timer',
            click: () => actions.command('timer.toggle'),
          },
          {
            id: 'timer.stop',
            label: 'Stop Timer and Log',
            click: () => actions.command('timer.stop'),
          },
        ]),
    SEPARATOR,
    { id: 'session.new', label: 'New Session…', click: () => actions.command('session.new') },
    {
      id: 'session.quickAdd',
      label: 'Quick Add…',
      click: () => actions.command('session.quickAdd'),
    },
    { id: 'report.save', label: 'Save Report…', click: () => actions.command('report.save') },
    SEPARATOR,
    { id: 'quit', label: 'Quit Loopready', click: actions.quit },
  ]
}
