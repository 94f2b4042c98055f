import { describe, expect, it } from 'vitest'
import type { CommandId } from '#contract/bridge.ts'
import { choose, itemsOf } from '../../tests/support/fake-electron.ts'
import { buildMenu, buildTrayMenu, type MenuState } from './menu.ts'

const platforms = ['darwin', 'win32', 'linux'] as const

function menuOf(state: Partial<MenuState> = {}) {
  const given: string[] = []
  const menu = buildMenu(
    {
      platform: 'linux',
      appName: 'Loopready',
      isDevelopment: false,
      hasReport: false,
      quickAddEverywhere: false,
      ...state,
    },
    {
      command: (id) => given.push(id),
      edit: (id) => given.push(`edit ${id}`),
      switchQuickAddEverywhere: () => given.push('switch key'),
      showLastReport: () => given.push('show report'),
      showDataFolder: () => given.push('show data'),
      showAbout: () => given.push('about'),
    },
  )
  return { menu, given, items: itemsOf(menu) }
}

describe.each(platforms)('the menu on %s', (platform) => {
  it('gives each command of the page by a click', () => {
    const { menu, given } = menuOf({ platform })
    const commands: readonly CommandId[] = [
      'go.today',
      'go.log',
      'go.plan',
      'go.stories',
      'go.practice',
      'go.evidence',
      'go.readiness',
      'go.report',
      'go.profile',
      'session.new',
      'session.quickAdd',
      'palette.open',
      'timer.toggle',
      'timer.stop',
      'data.import',
      'data.export',
      'report.save',
      'help.shortcuts',
    ]
    for (const id of commands) choose(menu, id)
    expect(given).toEqual(commands)
  })

  it('uses no key twice', () => {
    const { items } = menuOf({ platform, isDevelopment: true })
    const keys = items.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]))
    expect(
      keys.map((key) => key.replace('CmdOrCtrl', platform === 'darwin' ? 'Cmd' : 'Ctrl')),
    ).toEqual([
      ...new Set(
        keys.map((key) => key.replace('CmdOrCtrl', platform === 'darwin' ? 'Cmd' : 'Ctrl')),
      ),
    ])
  })

  it('uses no Ctrl+Alt key, which types a letter on many keyboards', () => {
    const { items } = menuOf({ platform })
    expect(items.filter((item) => /Alt|Option/.test(item.accelerator ?? ''))).toEqual([])
  })

  it('offers to show a report only once there is one', () => {
    const shown = (hasReport: boolean) =>
      menuOf({ platform, hasReport }).items.find((item) => item.id === 'report.show')?.enabled
    expect([shown(false), shown(true)]).toEqual([false, true])
  })

  it('says whether the key of quick add works in all apps, and switches it', () => {
    const { menu, given } = menuOf({ platform })
    choose(menu, 'quickAdd.everywhere')
    expect(given).toEqual(['switch key'])
    const isChecked = (quickAddEverywhere: boolean) =>
      menuOf({ platform, quickAddEverywhere }).items.find(({ id }) => id === 'quickAdd.everywhere')
        ?.checked
    expect([isChecked(false), isChecked(true)]).toEqual([false, true])
  })

  it('has reload and developer tools in development only', () => {
    const tools = ['reload', 'forceReload', 'toggleDevTools']
    const roles = (isDevelopment: boolean) =>
      menuOf({ platform, isDevelopment }).items.filter((item) => tools.includes(item.role ?? ''))
    expect(roles(false)).toEqual([])
    expect(roles(true)).toHaveLength(3)
  })

  it('can be quit, and says what the app is', () => {
    const roles = menuOf({ platform }).items.map((item) => item.role ?? item.id)
    expect(roles).toContain('quit')
    expect(roles).toContain('about')
  })
})

describe('the menu', () => {
  it('leaves undo and redo to the page, which knows whether a text or the data is meant', () => {
    const { menu, given, items } = menuOf()
    choose(menu, 'history.undo')
    choose(menu, 'history.redo')
    expect(given).toEqual(['edit history.undo', 'edit history.redo'])
    expect(items.filter((item) => item.role === 'undo' || item.role === 'redo')).toEqual([])
  })

  it('starts with the menu of the app on macOS, with the settings in it', () => {
    const [first] = menuOf({ platform: 'darwin' }).menu
    expect(first?.label).toBe('Loopready')
    expect(itemsOf(first === undefined ? [] : [first]).map((item) => item.id)).toContain(
      'go.profile',
    )
  })
})

describe('the menu of the tray', () => {
  it('shows, logs, saves and quits', () => {
    const given: string[] = []
    const menu = buildTrayMenu({
      show: () => given.push('show'),
      command: (id) => given.push(id),
      quit: () => given.push('quit'),
    })
    for (const id of ['show', 'session.new', 'session.quickAdd', 'report.save', 'quit'])
      choose(menu, id)
    expect(given).toEqual(['show', 'session.new', 'session.quickAdd', 'report.save', 'quit'])
  })

  it('offers with the timer what can be done as it stands', () => {
    const given: string[] = []
    const actions = { show: () => {}, command: (id: string) => given.push(id), quit: () => {} }
    const labels = (menu: ReturnType<typeof buildTrayMenu>) =>
      menu.flatMap(({ id, label }) => (id?.startsWith('timer.') === true ? [label] : []))
    expect(labels(buildTrayMenu(actions))).toEqual(['Start Timer'])
    const running = buildTrayMenu(actions, { state: 'running', text: 'Coding practice: 25m' })
    expect(labels(running)).toEqual(['Coding practice: 25m', 'Pause Timer', 'Stop Timer and Log'])
    const paused = buildTrayMenu(actions, { state: 'paused', text: 'Coding practice: 25m, paused' })
    expect(labels(paused)[1]).toBe('Resume Timer')
    choose(running, 'timer.toggle')
    choose(running, 'timer.stop')
    expect(given).toEqual(['timer.toggle', 'timer.stop'])
  })
})
