import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ASK, NOTICE, TELL } from '../preload/channels.ts'
import { startedDesktop } from '../../tests/support/desktop.ts'
import { aProfile, temporaryFolder } from '../../tests/support/engine.ts'
import { choose, itemsOf } from '../../tests/support/fake-electron.ts'
import { QUICK_ADD_KEYS } from './global-key.ts'
import { ENGINE_STOPPED, KEY_TAKEN, PAGE_STOPPED } from './messages.ts'

describe('the page and the engine', () => {
  it('carries a call to the engine and tells the page what changed', async () => {
    const { asPage, sentTo } = await startedDesktop()
    const page = asPage()
    expect(await page.ask(ASK.call, 'profile.save', aProfile)).toMatchObject({ ok: true })
    expect(
      await page.ask(ASK.call, 'sessions.log', { category: 'coding', duration: '1h30' }),
    ).toMatchObject({
      ok: true,
      value: { session: { durationS: 5400 } },
    })
    expect(sentTo(NOTICE.change).flat()).toContain('sessions')
  })

  it('gives nothing to a page of another origin', async () => {
    const { asPage } = await startedDesktop()
    const answer = await asPage({ url: 'https://evil.example/' }).ask(ASK.call, 'profile.get', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  it('denies windows, downloads, permissions, devices and the network', async () => {
    const { window, record, electron } = await startedDesktop()
    expect(window().webContents.openHandler?.()).toEqual({ action: 'deny' })
    for (const permission of ['media', 'notifications', 'fullscreen', 'openExternal'])
      expect([
        await record.mayUse(permission, {}),
        record.canUse(permission, 'app://loopready/', {}),
      ]).toEqual([false, false])
    expect(record.switches).toEqual([
      'device false',
      'spelling false',
      'https://example.com/ cancelled true',
      'app://loopready/ cancelled false',
    ])
    let isDenied = false
    electron.session.defaultSession.emit('will-download', {
      preventDefault: () => (isDenied = true),
    })
    expect(isDenied).toBe(true)
  })

  it.each([
    ['will-navigate', { url: 'https://evil.example/' }, true],
    ['will-navigate', { url: 'app://loopready/#/log' }, false],
    ['will-redirect', { url: 'https://evil.example/' }, true],
    ['will-frame-navigate', { url: 'app://loopready/', isMainFrame: false }, true],
    ['will-attach-webview', {}, true],
  ])('on %s to %j is denied: %s', async (name, details, expected) => {
    const { window } = await startedDesktop()
    let isDenied = false
    window().webContents.emit(name, { ...details, preventDefault: () => (isDenied = true) })
    expect(isDenied).toBe(expected)
  })

  it('makes native menus and dialogs follow the theme of the profile', async () => {
    const { asPage, electron } = await startedDesktop()
    await asPage().ask(ASK.call, 'profile.save', { ...aProfile, theme: 'dark' })
    await expect.poll(() => electron.nativeTheme.themeSource).toBe('dark')
  })
})

describe('the timer outside the window', () => {
  it('tells the page how long nobody touched the computer, and when it woke up', async () => {
    const { record, electron, asPage, sentTo } = await startedDesktop()
    record.idleSeconds = 321
    expect(await asPage().ask(ASK.idleSeconds)).toBe(321)
    electron.powerMonitor.emit('resume')
    electron.powerMonitor.emit('unlock-screen')
    expect(sentTo(NOTICE.wake)).toHaveLength(2)
  })

  it('shows what the page wants to be said, and the window on a click', async () => {
    const { record, asPage, window } = await startedDesktop()
    asPage().tell(TELL.notify, { title: 'Interval done', body: 'Take a break.' })
    expect(record.notifications.map(({ options }) => options)).toEqual([
      { title: 'Interval done', body: 'Take a break.' },
    ])
    const before = window().shows
    record.notifications[0]?.emit('click')
    expect(window().shows).toBe(before + 1)
  })

  it('shows nothing for another page, and nothing that is not a title and a text', async () => {
    const { record, asPage } = await startedDesktop()
    asPage({ url: 'https://evil.example/' }).tell(TELL.notify, { title: 'a', body: 'b' })
    asPage().tell(TELL.notify, { title: 'a', body: 7 })
    asPage().tell(TELL.notify, null)
    expect(record.notifications).toEqual([])
  })

  it('follows the timer in the tray', async () => {
    const { record, asPage } = await startedDesktop()
    const labels = () => record.trays.at(-1)?.map(({ label }) => label) ?? []
    await asPage().ask(ASK.call, 'profile.save', aProfile)
    await asPage().ask(ASK.call, 'timer.start', { category: 'coding' })
    await expect.poll(labels).toContain('Coding practice: 0m')
    expect(labels()).toContain('Pause Timer')
    expect(record.tooltips.at(-1)).toBe('Loopready: Coding practice: 0m')
    await asPage().ask(ASK.call, 'timer.pause', {})
    await expect.poll(labels).toContain('Resume Timer')
    await asPage().ask(ASK.call, 'timer.discard', {})
    await expect.poll(labels).toContain('Start Timer')
  })
})

describe('menu and tray', () => {
  it('gives a command to the page once it listens', async () => {
    const { record, asPage, sentTo } = await startedDesktop()
    choose(record.menu, 'session.new')
    expect(sentTo(NOTICE.command)).toEqual([])
    asPage().tell(TELL.listening)
    expect(sentTo(NOTICE.command)).toEqual(['session.new'])
  })

  it('opens the window again for a command from the tray', async () => {
    const { record, window, sentTo, asPage } = await startedDesktop({ platform: 'darwin' })
    window().close()
    const tray = record.trays[0] ?? []
    choose(tray, 'report.save')
    expect(record.windows).toHaveLength(2)
    asPage().tell(TELL.listening)
    expect(sentTo(NOTICE.command)).toEqual(['report.save'])
  })

  it('undoes typing while the page takes no commands, and asks the page after', async () => {
    const { record, window, asPage, sentTo } = await startedDesktop()
    choose(record.menu, 'history.undo')
    expect(window().webContents.undos).toBe(1)
    asPage().tell(TELL.listening)
    expect(sentTo(NOTICE.command)).toEqual([])
    choose(record.menu, 'history.undo')
    expect(window().webContents.undos).toBe(1)
    expect(sentTo(NOTICE.command)).toEqual(['history.undo'])
  })

  it('opens quick add from any app once the menu allows it, with a window where there is none', async () => {
    const { record, window, sentTo, asPage } = await startedDesktop({ platform: 'darwin' })
    const isTicked = () =>
      itemsOf(record.menu).find((item) => item.id === 'quickAdd.everywhere')?.checked
    expect([isTicked(), record.globalKeys.size]).toEqual([false, 0])
    choose(record.menu, 'quickAdd.everywhere')
    await expect.poll(isTicked).toBe(true)
    window().close()
    record.globalKeys.get(QUICK_ADD_KEYS)?.()
    expect(record.windows).toHaveLength(2)
    asPage().tell(TELL.listening)
    expect(sentTo(NOTICE.command)).toEqual(['session.quickAdd'])
  })

  it('says that another app has the key, and leaves the item without its tick', async () => {
    const { record } = await startedDesktop()
    record.areGlobalKeysTaken = true
    choose(record.menu, 'quickAdd.everywhere')
    await expect.poll(() => record.boxes).toEqual([KEY_TAKEN])
    const item = itemsOf(record.menu).find(({ id }) => id === 'quickAdd.everywhere')
    expect(item?.checked).toBe(false)
  })

  it('shows where the data is', async () => {
    const { record, dataDir } = await startedDesktop()
    choose(record.menu, 'data.show')
    expect(record.shown).toEqual([dataDir])
  })
})

describe('the end', () => {
  it('closes the engine and remembers the window before the app ends', async () => {
    const { window, electron, record, closes, dataDir } = await startedDesktop()
    window().bounds = { x: 77, y: 20, width: 1000, height: 700 }
    const ended = once(electron.app, 'exited')
    window().close()
    expect(record.exitCode).toBeNull()
    await ended
    expect([record.exitCode, closes()]).toEqual([0, 1])
    const next = await startedDesktop({ dataDir })
    expect(next.window().options).toMatchObject({ x: 77, width: 1000 })
  })

  it('keeps the app open without a window on macOS, and makes one when it is activated', async () => {
    const { window, electron, record } = await startedDesktop({ platform: 'darwin' })
    window().close()
    expect(record.exitCode).toBeNull()
    electron.app.emit('activate')
    expect(record.windows).toHaveLength(2)
  })

  it('says that the engine stopped and that saved data is on disk, and restarts', async () => {
    const { crash, record, electron, sentTo, window } = await startedDesktop()
    const place = '#/stories/edit/0199a0a0-1111-7000-8000-000000000001'
    window().webContents.emit('did-navigate-in-page', {}, `app://loopready/${place}`, true)
    record.boxResponse = 0
    const ended = once(electron.app, 'exited')
    crash(new Error('out of memory'))
    expect(sentTo(NOTICE.connection)).toEqual([false])
    await ended
    expect(record.boxes).toEqual([ENGINE_STOPPED])
    expect(ENGINE_STOPPED.detail).toContain('Everything that was saved is on disk')
    expect(record.relaunches).toBe(1)
    expect(record.relaunchArgs.at(-1)).toBe(`--start-at=${place}`)
  })

  it('leaves a report and offers to open the page again when its process is gone', async () => {
    const dataDir = temporaryFolder()
    const { window, record } = await startedDesktop({ dataDir })
    record.boxResponse = 0
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await expect.poll(() => record.boxes).toEqual([PAGE_STOPPED])
    const [report = ''] = readdirSync(join(dataDir, 'crashes'))
    expect(readFileSync(join(dataDir, 'crashes', report), 'utf8')).toMatch(
      /^Part: page\nKind: crashed$/m,
    )
    expect(record.exitCode).toBeNull()
  })

  it('asks nothing when the process of the page ended as it should', async () => {
    const { window, record } = await startedDesktop()
    window().webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(record.boxes).toEqual([])
  })

  it('starts with a window state that cannot be read', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, 'window.json'), 'not json')
    const { window } = await startedDesktop({ dataDir })
    expect(window().url).toBe('app://loopready/')
  })
})
