import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Result } from '#contract/errors.ts'
import { ASK, NOTICE, TELL } from '../preload/channels.ts'
import { aProfile, assetsDir, openEngine, temporaryFolder } from '../../tests/support/engine.ts'
import { choose, createFakeElectron, itemsOf } from '../../tests/support/fake-electron.ts'
import { startDesktop, type ElectronParts } from './desktop.ts'
import { launchSettings } from './launch-settings.ts'
import { QUICK_ADD_KEYS } from './global-key.ts'
import { ENGINE_STOPPED, KEY_TAKEN, PAGE_STOPPED } from './messages.ts'
import { lockContents } from './security.ts'

/** The whole shell on a real engine, with a person and a page that the test plays. */
async function started({
  platform = 'linux',
  dataDir = temporaryFolder(),
}: { platform?: NodeJS.Platform; dataDir?: string } = {}) {
  const { engine, ask } = openEngine({ dataDir })
  const fake = createFakeElectron({ documents: temporaryFolder() })
  const settings = launchSettings({
    argv: ['--data-dir', dataDir],
    env: {},
    isPackaged: false,
    appPath: assetsDir,
    resourcesPath: '/nowhere',
  })
  let crash: (thrown: unknown) => void = () => {}
  let closes = 0
  // The fake has every member that the shell uses; startDesktop would throw where it lacks one.
  const electron = fake.electron as unknown as ElectronParts
  lockContents(electron.app, settings.pageOrigin)
  const desktop = await startDesktop({
    electron,
    settings,
    platform,
    log: () => {},
    openEngine: (onCrash) => {
      crash = onCrash
      return Promise.resolve({
        ...engine,
        close: async () => {
          closes += 1
          await engine.close()
        },
      })
    },
  })
  const window = () => {
    const newest = fake.record.windows.at(-1)
    if (newest === undefined) throw new Error('no window was made')
    return newest
  }
  return {
    ...fake,
    desktop,
    settings,
    dataDir,
    ask,
    window,
    crash: (thrown: unknown) => crash(thrown),
    closes: () => closes,
    sentTo: (channel: string) =>
      window().webContents.sent.flatMap(([name, value]) => (name === channel ? [value] : [])),
  }
}

describe('the page and the engine', () => {
  it('carries a call to the engine and tells the page what changed', async () => {
    const { asPage, sentTo } = await started()
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
    const { asPage } = await started()
    const answer = await asPage({ url: 'https://evil.example/' }).ask(ASK.call, 'profile.get', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  it('denies windows, downloads, permissions, devices and the network', async () => {
    const { window, record, electron } = await started()
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
    const { window } = await started()
    let isDenied = false
    window().webContents.emit(name, { ...details, preventDefault: () => (isDenied = true) })
    expect(isDenied).toBe(expected)
  })

  it('makes native menus and dialogs follow the theme of the profile', async () => {
    const { asPage, electron } = await started()
    await asPage().ask(ASK.call, 'profile.save', { ...aProfile, theme: 'dark' })
    await expect.poll(() => electron.nativeTheme.themeSource).toBe('dark')
  })
})

describe('the microphone', () => {
  const page = 'app://loopready/'
  const sound = { mediaTypes: ['audio'], requestingUrl: page, isMainFrame: true }

  it('is refused until the person switches recording on, and again once it is off', async () => {
    const { record, asPage, ask } = await started()
    const isHeard = () => record.canUse('media', page, { mediaType: 'audio', isMainFrame: true })
    expect([await record.mayUse('media', sound), isHeard()]).toEqual([false, false])
    await asPage().ask(ASK.call, 'rehearsals.setRecording', { on: true })
    expect(await record.mayUse('media', sound)).toBe(true)
    await expect.poll(isHeard).toBe(true)
    await ask('rehearsals.setRecording', { on: false })
    expect(await record.mayUse('media', sound)).toBe(false)
    await expect.poll(isHeard).toBe(false)
    await ask('history.undo', {})
    expect(await record.mayUse('media', sound)).toBe(true)
  })

  it.each([
    ['the camera', 'media', { mediaTypes: ['video'] }],
    ['the camera with it', 'media', { mediaTypes: ['audio', 'video'] }],
    ['nothing named', 'media', { mediaTypes: [] }],
    ['the screen', 'display-capture', {}],
    ['where this computer is', 'geolocation', {}],
    ['it for another page', 'media', { requestingUrl: 'https://evil.example/' }],
    ['it for a frame in the page', 'media', { isMainFrame: false }],
  ])('being on gives no leave for more: %s', async (_, permission, changes) => {
    const { record, ask } = await started()
    await ask('rehearsals.setRecording', { on: true })
    expect(await record.mayUse(permission, { ...sound, ...changes })).toBe(false)
  })

  it.each([
    ['media', page, { mediaType: 'video', isMainFrame: true }],
    ['media', page, { mediaType: 'audio', isMainFrame: false }],
    ['media', 'https://evil.example/', { mediaType: 'audio', isMainFrame: true }],
    ['clipboard-read', page, { isMainFrame: true }],
  ])('being on does not show as %s of %s with %j', async (permission, origin, details) => {
    const { record, ask } = await started()
    await ask('rehearsals.setRecording', { on: true })
    await record.mayUse('media', sound)
    expect(record.canUse(permission, origin, details)).toBe(false)
  })

  it('carries a recording from the page to the data folder and back', async () => {
    const { asPage, ask } = await started()
    const { story } = await ask('stories.create', {})
    const { rehearsal } = await ask('rehearsals.save', {
      story: story.id,
      format: '30s',
      startedAt: story.createdAt,
      parts: [{ part: 'task', ms: 900 }],
    })
    await ask('rehearsals.setRecording', { on: true })
    const bytes = new Uint8Array([1, 2, 3])
    const input = { rehearsal: rehearsal.id, mediaType: 'audio/webm', bytes }
    const saved = (await asPage().ask(ASK.call, 'rehearsals.saveRecording', input)) as Result<{
      rehearsal: { recording: { id: string } }
    }>
    const id = saved.ok ? saved.value.rehearsal.recording.id : ''
    expect(await asPage().ask(ASK.call, 'rehearsals.recording', { id })).toEqual({
      ok: true,
      value: { mediaType: 'audio/webm', bytes },
    })
  })
})

describe('the timer outside the window', () => {
  it('tells the page how long nobody touched the computer, and when it woke up', async () => {
    const { record, electron, asPage, sentTo } = await started()
    record.idleSeconds = 321
    expect(await asPage().ask(ASK.idleSeconds)).toBe(321)
    electron.powerMonitor.emit('resume')
    electron.powerMonitor.emit('unlock-screen')
    expect(sentTo(NOTICE.wake)).toHaveLength(2)
  })

  it('shows what the page wants to be said, and the window on a click', async () => {
    const { record, asPage, window } = await started()
    asPage().tell(TELL.notify, { title: 'Interval done', body: 'Take a break.' })
    expect(record.notifications.map(({ options }) => options)).toEqual([
      { title: 'Interval done', body: 'Take a break.' },
    ])
    const before = window().shows
    record.notifications[0]?.emit('click')
    expect(window().shows).toBe(before + 1)
  })

  it('shows nothing for another page, and nothing that is not a title and a text', async () => {
    const { record, asPage } = await started()
    asPage({ url: 'https://evil.example/' }).tell(TELL.notify, { title: 'a', body: 'b' })
    asPage().tell(TELL.notify, { title: 'a', body: 7 })
    asPage().tell(TELL.notify, null)
    expect(record.notifications).toEqual([])
  })

  it('follows the timer in the tray', async () => {
    const { record, asPage } = await started()
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
    const { record, asPage, sentTo } = await started()
    choose(record.menu, 'session.new')
    expect(sentTo(NOTICE.command)).toEqual([])
    asPage().tell(TELL.listening)
    expect(sentTo(NOTICE.command)).toEqual(['session.new'])
  })

  it('opens the window again for a command from the tray', async () => {
    const { record, window, sentTo, asPage } = await started({ platform: 'darwin' })
    window().close()
    const tray = record.trays[0] ?? []
    choose(tray, 'report.save')
    expect(record.windows).toHaveLength(2)
    asPage().tell(TELL.listening)
    expect(sentTo(NOTICE.command)).toEqual(['report.save'])
  })

  it('undoes typing while the page takes no commands, and asks the page after', async () => {
    const { record, window, asPage, sentTo } = await started()
    choose(record.menu, 'history.undo')
    expect(window().webContents.undos).toBe(1)
    asPage().tell(TELL.listening)
    expect(sentTo(NOTICE.command)).toEqual([])
    choose(record.menu, 'history.undo')
    expect(window().webContents.undos).toBe(1)
    expect(sentTo(NOTICE.command)).toEqual(['history.undo'])
  })

  it('opens quick add from any app once the menu allows it, with a window where there is none', async () => {
    const { record, window, sentTo, asPage } = await started({ platform: 'darwin' })
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
    const { record } = await started()
    record.areGlobalKeysTaken = true
    choose(record.menu, 'quickAdd.everywhere')
    await expect.poll(() => record.boxes).toEqual([KEY_TAKEN])
    const item = itemsOf(record.menu).find(({ id }) => id === 'quickAdd.everywhere')
    expect(item?.checked).toBe(false)
  })

  it('shows where the data is', async () => {
    const { record, dataDir } = await started()
    choose(record.menu, 'data.show')
    expect(record.shown).toEqual([dataDir])
  })
})

describe('the report', () => {
  it('is saved where the person says and can then be shown from the menu', async () => {
    const { asPage, ask, record, sentTo } = await started()
    await ask('profile.save', aProfile)
    record.savePath = join(temporaryFolder(), 'r.pdf')
    const canShow = () => itemsOf(record.menu).find((item) => item.id === 'report.show')?.enabled
    expect(canShow()).toBe(false)
    const answer = (await asPage().ask(ASK.saveReport, randomUUID(), {})) as Result<{
      handle: string
    }>
    expect(answer).toMatchObject({ ok: true, value: { fileName: 'r.pdf' } })
    expect(readFileSync(record.savePath, 'latin1').slice(0, 5)).toBe('%PDF-')
    expect(sentTo(NOTICE.jobProgress).at(-1)).toMatchObject({ done: 1 })
    expect(canShow()).toBe(true)
    choose(record.menu, 'report.show')
    expect(record.shown).toEqual([record.savePath])
  })

  it('says what was wrong when it cannot be written', async () => {
    const { asPage, ask, record } = await started()
    await ask('profile.save', aProfile)
    record.savePath = join(temporaryFolder(), 'gone', 'r.pdf')
    expect(await asPage().ask(ASK.saveReport, randomUUID(), {})).toMatchObject({
      ok: false,
      error: { code: 'storage', message: expect.stringContaining('folder is not there') as string },
    })
    mkdirSync(join(record.savePath, '..'))
    expect(await asPage().ask(ASK.saveReport, randomUUID(), {})).toMatchObject({ ok: true })
  })

  it('refuses an input that is not of the contract', async () => {
    const { asPage, ask } = await started()
    await ask('profile.save', aProfile)
    expect(
      await asPage().ask(ASK.saveReport, randomUUID(), { paper: 'A0', path: '/etc/passwd' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
  })
})

describe('import and export', () => {
  it('carries a chosen file through its jobs to the data, and back out into a file', async () => {
    const { asPage, record, sentTo, ask } = await started()
    const page = asPage()
    await ask('profile.save', aProfile)
    record.openPath = join(temporaryFolder(), 'times.csv')
    writeFileSync(record.openPath, 'date,minutes,category\n2026-08-01,90,coding\n')
    const chosen = (await page.ask(ASK.chooseImportFile)) as Result<{ file: string }>
    const file = chosen.ok ? chosen.value.file : ''
    const job = randomUUID()
    const found = (await page.ask(ASK.runJob, job, 'transfer.inspect', { file })) as Result<{
      mapping: object
    }>
    const mapping = found.ok ? found.value.mapping : {}
    expect(await page.ask(ASK.runJob, job, 'transfer.import', { file, mapping })).toMatchObject({
      ok: true,
      value: { sessions: 1 },
      change: expect.any(Number) as number,
    })
    expect(sentTo(NOTICE.jobProgress).at(-1)).toEqual({ job, done: 1 })

    record.savePath = join(temporaryFolder(), 'out.csv')
    const saved = (await page.ask(ASK.saveExport, job, { format: 'csv' })) as Result<{
      handle: string
    }>
    expect(readFileSync(record.savePath, 'utf8')).toContain('1:30:00')
    if (saved.ok) await page.ask(ASK.showSaved, saved.value.handle)
    expect(record.shown).toEqual([record.savePath])
  })

  it('cancels what a page has begun when the page is gone', async () => {
    const { asPage, window, ask } = await started({ platform: 'darwin' })
    await ask('profile.save', aProfile)
    const rows = Array.from({ length: 20_000 }, (_, i) => `2026-08-01,${i % 60},coding`)
    const bytes = new TextEncoder().encode(`date,minutes,category\n${rows.join('\n')}\n`)
    const page = asPage()
    const received = (await page.ask(ASK.receiveFile, 'a.csv', bytes)) as Result<{ file: string }>
    const file = received.ok ? received.value.file : ''
    const columns = ['date', 'duration', 'category']
    const mapping = { columns, durationUnit: 'minutes' }
    const running = page.ask(ASK.runJob, randomUUID(), 'transfer.import', { file, mapping })
    window().close()
    expect(await running).toMatchObject({ ok: false, error: { code: 'canceled' } })
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
  })
})

describe('the end', () => {
  it('closes the engine and remembers the window before the app ends', async () => {
    const { window, electron, record, closes, dataDir } = await started()
    window().bounds = { x: 77, y: 20, width: 1000, height: 700 }
    const ended = once(electron.app, 'exited')
    window().close()
    expect(record.exitCode).toBeNull()
    await ended
    expect([record.exitCode, closes()]).toEqual([0, 1])
    const next = await started({ dataDir })
    expect(next.window().options).toMatchObject({ x: 77, width: 1000 })
  })

  it('keeps the app open without a window on macOS, and makes one when it is activated', async () => {
    const { window, electron, record } = await started({ platform: 'darwin' })
    window().close()
    expect(record.exitCode).toBeNull()
    electron.app.emit('activate')
    expect(record.windows).toHaveLength(2)
  })

  it('says that the engine stopped and that saved data is on disk, and restarts', async () => {
    const { crash, record, electron, sentTo, window } = await started()
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

  it('offers to open the page again when its process is gone', async () => {
    const { window, record } = await started()
    record.boxResponse = 0
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await expect.poll(() => record.boxes).toEqual([PAGE_STOPPED])
    expect(record.exitCode).toBeNull()
  })

  it('asks nothing when the process of the page ended as it should', async () => {
    const { window, record } = await started()
    window().webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(record.boxes).toEqual([])
  })

  it('starts with a window state that cannot be read', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, 'window.json'), 'not json')
    const { window } = await started({ dataDir })
    expect(window().url).toBe('app://loopready/')
  })
})
