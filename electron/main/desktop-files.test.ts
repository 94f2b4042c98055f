import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BuiltReport, SavedReport } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import { chooseBackupFolder } from '#engine/backups/folder.ts'
import { ASK, NOTICE } from '../preload/channels.ts'
import { startedDesktop } from '../../tests/support/desktop.ts'
import { aProfile, temporaryFolder } from '../../tests/support/engine.ts'
import { choose, itemsOf } from '../../tests/support/fake-electron.ts'

type Desktop = Awaited<ReturnType<typeof startedDesktop>>

async function built({ asPage }: Pick<Desktop, 'asPage'>): Promise<BuiltReport> {
  const answer = (await asPage().ask(ASK.buildReport, randomUUID(), {})) as Result<BuiltReport>
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

describe('the report', () => {
  it('is built for the page, saved as it was built, and can then be shown and opened', async () => {
    const desktop = await startedDesktop()
    const { asPage, ask, record, sentTo } = desktop
    await ask('profile.save', aProfile)
    record.savePath = join(temporaryFolder(), 'r.pdf')
    const canShow = () => itemsOf(record.menu).find((item) => item.id === 'report.show')?.enabled
    expect(canShow()).toBe(false)
    const report = await built(desktop)
    expect(sentTo(NOTICE.jobProgress).at(-1)).toMatchObject({ done: 1 })
    expect(canShow()).toBe(false)
    const saved = (await asPage().ask(ASK.saveReport, report.handle)) as Result<SavedReport>
    expect(saved).toMatchObject({ ok: true, value: { fileName: 'r.pdf', pages: report.pages } })
    expect(new Uint8Array(readFileSync(record.savePath))).toEqual(report.bytes)
    expect(canShow()).toBe(true)
    choose(record.menu, 'report.show')
    expect(record.shown).toEqual([record.savePath])
    const opens = saved.ok ? saved.value.opens : null
    expect(await asPage().ask(ASK.openReport, opens)).toEqual({ ok: true, value: null })
    expect(record.shown).toEqual([record.savePath, record.savePath])
    expect(await asPage().ask(ASK.openReport, '/etc/passwd')).toMatchObject({ ok: false })
    expect(record.shown).toHaveLength(2)
  })

  it('says what was wrong when it cannot be written, and is saved elsewhere as it is', async () => {
    const desktop = await startedDesktop()
    const { asPage, ask, record } = desktop
    await ask('profile.save', aProfile)
    const { handle, bytes } = await built(desktop)
    record.savePath = join(temporaryFolder(), 'gone', 'r.pdf')
    expect(await asPage().ask(ASK.saveReport, handle)).toMatchObject({
      ok: false,
      error: { code: 'storage', message: expect.stringContaining('folder is not there') as string },
    })
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    record.savePath = join(temporaryFolder(), 'elsewhere.pdf')
    expect(await asPage().ask(ASK.saveReport, handle)).toMatchObject({ ok: true })
    expect(new Uint8Array(readFileSync(record.savePath))).toEqual(bytes)
  })

  it('is not saved among the data, by whichever way, and is saved elsewhere as it is', async () => {
    const desktop = await startedDesktop()
    const { asPage, ask, record, dataDir } = desktop
    await ask('profile.save', aProfile)
    const { handle, bytes } = await built(desktop)
    const link = join(temporaryFolder(), 'link')
    symlinkSync(dataDir, link, 'junction')
    const before = readFileSync(join(dataDir, 'loopready.sqlite'))
    for (const folder of [dataDir, join(dataDir, 'backups'), link]) {
      record.savePath = join(folder, 'loopready.pdf')
      expect(await asPage().ask(ASK.saveReport, handle)).toEqual({
        ok: false,
        error: {
          code: 'storage',
          message: '“loopready.pdf” was not saved: Loopready keeps your data in that folder.',
          hint: 'The report is ready and kept. Save again and choose another place.',
        },
      })
    }
    expect(readFileSync(join(dataDir, 'loopready.sqlite'))).toEqual(before)
    record.savePath = join(temporaryFolder(), 'elsewhere.pdf')
    expect(await asPage().ask(ASK.saveReport, handle)).toMatchObject({ ok: true })
    expect(new Uint8Array(readFileSync(record.savePath))).toEqual(bytes)
  })

  it('takes no name of a backup or a key in the folder of the backups', async () => {
    const desktop = await startedDesktop()
    const { asPage, ask, record, dataDir } = desktop
    await ask('profile.save', aProfile)
    const folder = temporaryFolder()
    await chooseBackupFolder(dataDir, folder)
    const { handle } = await built(desktop)
    record.savePath = join(folder, 'loopready-20990101T000000Z-daily.sqlite')
    // The ending of the report is added to such a name, which makes it another one.
    expect(await asPage().ask(ASK.saveReport, handle)).toMatchObject({ ok: true })
    record.savePath = join(folder, 'loopready-key-1a2b3c4d.age')
    const story = [{ fileName: 'story.md', text: 'A story.' }]
    expect(await asPage().ask(ASK.saveStoryFiles, story)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('that name belongs to the backups') as string },
    })
    expect(existsSync(record.savePath)).toBe(false)
  })

  it('has the dialog ask before it replaces a file, which on Linux it does only when told', async () => {
    const desktop = await startedDesktop()
    const { asPage, ask, record } = desktop
    await ask('profile.save', aProfile)
    await asPage().ask(ASK.saveReport, (await built(desktop)).handle)
    await asPage().ask(ASK.saveStoryFiles, [{ fileName: 'story.md', text: 'A story.' }])
    const asks = { properties: ['showOverwriteConfirmation'] }
    expect(record.saveDialogs).toMatchObject([asks, asks])
  })

  it('refuses an input that is not of the contract', async () => {
    const { asPage, ask } = await startedDesktop()
    await ask('profile.save', aProfile)
    expect(
      await asPage().ask(ASK.buildReport, randomUUID(), { paper: 'A0', path: '/etc/passwd' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
  })
})

describe('import and export', () => {
  it('carries a chosen file through its jobs to the data, and back out into a file', async () => {
    const { asPage, record, sentTo, ask } = await startedDesktop()
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
    const { asPage, window, ask } = await startedDesktop({ platform: 'darwin' })
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
