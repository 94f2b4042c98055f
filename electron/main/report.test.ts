import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CallError, Result } from '#contract/errors.ts'
import type { Engine, JobOptions } from '#engine/api.ts'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { createReportSaver } from './report.ts'
import { createFileSaver, type SaveDeps } from './save-file.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 the report')

/** A saver with an engine that only builds reports, and a person who answers with `places` in turn. */
function saverWith({
  places = [] as string[],
  write,
  replaces = false,
  opens = true,
}: {
  places?: string[]
  write?: SaveDeps['write']
  replaces?: boolean
  /** Whether the system has a program for the file. */
  opens?: boolean
} = {}) {
  const folder = temporaryFolder()
  const seen = {
    builds: 0,
    suggested: [] as string[],
    shown: [] as string[],
    opened: [] as string[],
    saves: 0,
    asked: [] as string[],
  }
  let hold: Promise<void> | null = null
  const build = async (
    _name: string,
    _input: unknown,
    options: JobOptions = {},
  ): Promise<Result<unknown>> => {
    seen.builds += 1
    if (hold !== null) await hold
    if (options.signal?.aborted === true)
      return { ok: false, error: { code: 'canceled', message: 'Canceled.' } satisfies CallError }
    const text = seen.builds === 1 ? '' : ` of build ${seen.builds}`
    const bytes = new Uint8Array([...PDF, ...new TextEncoder().encode(text)])
    return {
      ok: true,
      value: { fileName: 'loopready-L6-2026-11-24.pdf', pages: 4, bytes, notices: [] },
    }
  }
  const files = createFileSaver({
    askWhere: (suggested) => {
      seen.suggested.push(suggested)
      const place = places.shift()
      return Promise.resolve({
        canceled: place === undefined,
        filePath: place === undefined ? '' : join(folder, place),
      })
    },
    askReplace: (name) => {
      seen.asked.push(name)
      return Promise.resolve(replaces)
    },
    shell: {
      showItemInFolder: (path) => void seen.shown.push(path),
      openPath: (path) => {
        seen.opened.push(path)
        return Promise.resolve(opens ? '' : 'Failed to open path')
      },
    },
    documents: folder,
    dataDir: join(folder, 'data'),
    ...(write === undefined ? {} : { write }),
  })
  const saver = createReportSaver({
    // One call of the engine is all that the saver uses, so one answer is all that the fake knows.
    engine: { call: build as Engine['call'] },
    files,
    onSaved: () => (seen.saves += 1),
  })
  const built = async () => {
    const answer = await saver.build({}, {})
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.handle
  }
  return {
    saver: { ...saver, save: async () => saver.save(await built()) },
    built,
    saveBuilt: saver.save,
    show: files.show,
    seen,
    folder,
    /** Keeps builds waiting until the returned function is called. */
    holdBuilds: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      hold = promise
      return resolve
    },
  }
}

/** The system's administrator may write anywhere, and Windows knows no such rights of folders. */
const canBeRefused = process.platform !== 'win32' && process.getuid?.() !== 0

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

describe('saving a report', () => {
  it('writes it where the person says, and nothing else is left there', async () => {
    const { saver, seen, folder } = saverWith({ places: ['my report.pdf'] })
    const result = await saver.save()
    expect(result).toMatchObject({ ok: true, value: { fileName: 'my report.pdf', pages: 4 } })
    expect(readdirSync(folder)).toEqual(['my report.pdf'])
    expect(new Uint8Array(readFileSync(join(folder, 'my report.pdf')))).toEqual(PDF)
    expect(seen).toMatchObject({
      saves: 1,
      suggested: [join(folder, 'loopready-L6-2026-11-24.pdf')],
    })
  })

  it('replaces a file that the dialog has asked about', async () => {
    const { saver, folder } = saverWith({ places: ['old.pdf'] })
    writeFileSync(join(folder, 'old.pdf'), 'old')
    expect((await saver.save()).ok).toBe(true)
    expect(readFileSync(join(folder, 'old.pdf'), 'latin1')).toContain('the report')
  })

  it('adds the ending, and asks before that replaces a file', async () => {
    const { saver, seen, folder } = saverWith({ places: ['plain', 'plain'] })
    expect(await saver.save()).toMatchObject({ ok: true, value: { fileName: 'plain.pdf' } })
    writeFileSync(join(folder, 'plain.pdf'), 'mine')
    expect(await saver.save()).toEqual({ ok: true, value: null })
    expect(seen.asked).toEqual(['plain.pdf'])
    expect(readFileSync(join(folder, 'plain.pdf'), 'utf8')).toBe('mine')
  })

  it('answers null and writes nothing when the person cancels the dialog', async () => {
    const { saver, seen, folder } = saverWith()
    expect(await saver.save()).toEqual({ ok: true, value: null })
    expect(readdirSync(folder)).toEqual([])
    expect(saver.hasReport()).toBe(false)
    expect(seen.saves).toBe(0)
  })

  it.each([
    ['EACCES', 'write-protected'],
    ['EROFS', 'write-protected'],
    ['EPERM', 'another program has the file open'],
    ['EBUSY', 'another program has the file open'],
    ['ENOSPC', 'the disk is full'],
    ['ENOENT', 'folder is not there any more'],
    ['EISDIR', 'a folder has that name'],
    ['ENAMETOOLONG', 'the name is too long'],
    ['EIO', 'the disk reported an error'],
  ])('says what was wrong on %s, without a path', async (code, words) => {
    const { saver, folder } = saverWith({ places: ['a.pdf'], write: failing(code) })
    const result = await saver.save()
    expect(result).toMatchObject({ ok: false, error: { code: 'storage' } })
    if (result.ok) return
    expect(result.error.message).toContain('“a.pdf” could not be saved')
    expect(result.error.message).toContain(words)
    expect(result.error.hint).toMatch(/ready and kept/)
    expect(JSON.stringify(result)).not.toContain(folder)
  })

  it('keeps the built report for another place, however many previews are built meanwhile', async () => {
    let fails = true
    const { built, saveBuilt, seen, folder } = saverWith({
      places: ['a.pdf', 'b.pdf'],
      write: (path, bytes) =>
        fails ? failing('ENOSPC')() : Promise.resolve(writeFileSync(path, bytes)),
    })
    const handle = await built()
    expect(await saveBuilt(handle)).toMatchObject({ ok: false, error: { code: 'storage' } })
    for (let previews = 0; previews < 5; previews += 1) await built()
    fails = false
    expect(await saveBuilt(handle)).toMatchObject({ ok: true, value: { fileName: 'b.pdf' } })
    expect(seen.builds).toBe(6)
    expect(new Uint8Array(readFileSync(join(folder, 'b.pdf')))).toEqual(PDF)
  })

  it.skipIf(!canBeRefused)(
    'says so in a folder that is read-only, leaves the old file as it was and saves elsewhere',
    async () => {
      const { built, saveBuilt, folder } = saverWith({
        places: [join('locked', 'old.pdf'), 'b.pdf'],
      })
      const locked = join(folder, 'locked')
      mkdirSync(locked)
      writeFileSync(join(locked, 'old.pdf'), 'old')
      chmodSync(locked, 0o500)
      const handle = await built()
      const refused = await saveBuilt(handle)
      chmodSync(locked, 0o700)
      expect(refused).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('write-protected') as string },
      })
      expect(readFileSync(join(locked, 'old.pdf'), 'utf8')).toBe('old')
      expect(readdirSync(locked)).toEqual(['old.pdf'])
      expect(await saveBuilt(handle)).toMatchObject({ ok: true, value: { fileName: 'b.pdf' } })
    },
  )

  it('says that a folder has the name, and leaves nothing beside it', async () => {
    const { saver, folder } = saverWith({ places: ['taken.pdf'] })
    mkdirSync(join(folder, 'taken.pdf'))
    expect(await saver.save()).toMatchObject({ ok: false, error: { code: 'storage' } })
    expect(readdirSync(folder)).toEqual(['taken.pdf'])
  })

  it('saves what was built, not what a later build made', async () => {
    const { built, saveBuilt, folder } = saverWith({ places: ['a.pdf'] })
    const handle = await built()
    await built()
    await saveBuilt(handle)
    expect(new Uint8Array(readFileSync(join(folder, 'a.pdf')))).toEqual(PDF)
  })

  it.each(['no handle', '', null, {}, 1, '__proto__'])(
    'refuses %j for a report',
    async (handle) => {
      const { built, saveBuilt, seen } = saverWith({ places: ['a.pdf'] })
      await built()
      expect(await saveBuilt(handle)).toMatchObject({ ok: false, error: { code: 'not-found' } })
      expect(seen.suggested).toEqual([])
    },
  )

  it('holds the latest three and no more', async () => {
    const { built, saveBuilt } = saverWith({ places: ['a.pdf', 'b.pdf'] })
    const handles = [await built(), await built(), await built(), await built()]
    expect(await saveBuilt(handles[0])).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect((await saveBuilt(handles[1])).ok).toBe(true)
    expect((await saveBuilt(handles[3])).ok).toBe(true)
  })

  it('offers the folder of the last report next time', async () => {
    const { saver, seen, folder } = saverWith({ places: [join('there', 'a.pdf')] })
    mkdirSync(join(folder, 'there'))
    await saver.save()
    await saver.save()
    expect(seen.suggested[1]).toBe(join(folder, 'there', 'loopready-L6-2026-11-24.pdf'))
  })

  it('cancels the build', async () => {
    const { saver, holdBuilds } = saverWith()
    const release = holdBuilds()
    const controller = new AbortController()
    const building = saver.build({}, { signal: controller.signal })
    controller.abort()
    release()
    expect(await building).toMatchObject({ ok: false, error: { code: 'canceled' } })
  })

  it('refuses a second one while the dialog of the first is open, and takes one after it', async () => {
    const { built, saveBuilt } = saverWith({ places: ['a.pdf', 'b.pdf'] })
    const handle = await built()
    const first = saveBuilt(handle)
    expect(await saveBuilt(handle)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect((await first).ok).toBe(true)
    expect((await saveBuilt(handle)).ok).toBe(true)
  })
})

describe('showing a report', () => {
  it('shows only what this run has saved', async () => {
    const { saver, show, seen, folder } = saverWith({ places: ['a.pdf'] })
    const result = await saver.save()
    for (const handle of ['/etc/passwd', join(folder, 'a.pdf'), '', null, {}, 1, '__proto__'])
      show(handle)
    expect(seen.shown).toEqual([])
    if (result.ok) show(result.value?.handle)
    saver.showLast()
    expect(seen.shown).toEqual([join(folder, 'a.pdf'), join(folder, 'a.pdf')])
  })

  it('does nothing before one was saved', () => {
    const { saver, seen } = saverWith()
    saver.showLast()
    expect(seen.shown).toEqual([])
  })
})

describe('opening a report', () => {
  it('opens the file that was saved, and nothing else whatever the page says', async () => {
    const { saver, seen, folder } = saverWith({ places: ['a.pdf'] })
    const result = await saver.save()
    const path = join(folder, 'a.pdf')
    for (const handle of ['/etc/passwd', path, `file://${path}`, '', null, {}, 1, '__proto__'])
      expect(await saver.open(handle)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(seen.opened).toEqual([])
    expect(await saver.open(result.ok ? result.value?.opens : null)).toEqual({
      ok: true,
      value: null,
    })
    expect(seen.opened).toEqual([path])
  })

  it('says that the file is gone, also where a link or a folder took its place', async () => {
    const { saver, seen, folder } = saverWith({ places: ['a.pdf'] })
    const result = await saver.save()
    const opens = result.ok ? result.value?.opens : null
    const path = join(folder, 'a.pdf')
    const expectGone = async () =>
      expect(await saver.open(opens)).toMatchObject({
        ok: false,
        error: { message: 'The file is not there any more.' },
      })
    rmSync(path)
    await expectGone()
    mkdirSync(path)
    await expectGone()
    rmSync(path, { recursive: true })
    symlinkSync(process.execPath, path)
    await expectGone()
    expect(seen.opened).toEqual([])
  })

  it('says so when the system has no program for it, without a path', async () => {
    const { saver, folder } = saverWith({ places: ['a.pdf'], opens: false })
    const result = await saver.save()
    const answer = await saver.open(result.ok ? result.value?.opens : null)
    expect(answer).toMatchObject({ ok: false, error: { code: 'storage' } })
    expect(JSON.stringify(answer)).not.toContain(folder)
  })
})
