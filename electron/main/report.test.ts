import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Noun } from '#contract/call.ts'
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
}: {
  places?: string[]
  write?: SaveDeps['write']
  replaces?: boolean
} = {}) {
  const folder = temporaryFolder()
  const seen = {
    builds: 0,
    suggested: [] as string[],
    shown: [] as string[],
    saves: 0,
    asked: [] as string[],
  }
  let changed: (nouns: readonly Noun[]) => void = () => {}
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
    return {
      ok: true,
      value: { fileName: 'loopready-L6-2026-11-24.pdf', pages: 4, bytes: PDF, notices: [] },
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
    shell: { showItemInFolder: (path) => void seen.shown.push(path) },
    documents: folder,
    ...(write === undefined ? {} : { write }),
  })
  const saver = createReportSaver({
    // One call of the engine is all that the saver uses, so one answer is all that the fake knows.
    engine: {
      call: build as Engine['call'],
      onChange: (listener) => {
        changed = listener
        return () => {}
      },
    },
    files,
    onSaved: () => (seen.saves += 1),
  })
  return {
    saver: {
      ...saver,
      save: (input: unknown, signal?: AbortSignal) => saver.save(input, signal ? { signal } : {}),
    },
    show: files.show,
    seen,
    folder,
    change: () => changed(['sessions']),
    /** Keeps builds waiting until the returned function is called. */
    holdBuilds: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      hold = promise
      return resolve
    },
  }
}

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

describe('saving a report', () => {
  it('writes it where the person says, and nothing else is left there', async () => {
    const { saver, seen, folder } = saverWith({ places: ['my report.pdf'] })
    const result = await saver.save({})
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
    expect((await saver.save({})).ok).toBe(true)
    expect(readFileSync(join(folder, 'old.pdf'), 'latin1')).toContain('the report')
  })

  it('adds the ending, and asks before that replaces a file', async () => {
    const { saver, seen, folder } = saverWith({ places: ['plain', 'plain'] })
    expect(await saver.save({})).toMatchObject({ ok: true, value: { fileName: 'plain.pdf' } })
    writeFileSync(join(folder, 'plain.pdf'), 'mine')
    expect(await saver.save({})).toEqual({ ok: true, value: null })
    expect(seen.asked).toEqual(['plain.pdf'])
    expect(readFileSync(join(folder, 'plain.pdf'), 'utf8')).toBe('mine')
  })

  it('answers null and writes nothing when the person cancels the dialog', async () => {
    const { saver, seen, folder } = saverWith()
    expect(await saver.save({})).toEqual({ ok: true, value: null })
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
    const result = await saver.save({})
    expect(result).toMatchObject({ ok: false, error: { code: 'storage' } })
    if (result.ok) return
    expect(result.error.message).toContain('“a.pdf” could not be saved')
    expect(result.error.message).toContain(words)
    expect(result.error.hint).toMatch(/ready and kept/)
    expect(JSON.stringify(result)).not.toContain(folder)
  })

  it('keeps the built report for another place', async () => {
    const { saver, seen } = saverWith({ places: ['a.pdf', 'b.pdf'], write: failing('ENOSPC') })
    await saver.save({ paper: 'A4' })
    await saver.save({ paper: 'A4' })
    expect(seen.builds).toBe(1)
    expect(seen.suggested).toHaveLength(2)
  })

  it('builds anew when the data changed meanwhile, or another paper is wanted', async () => {
    const { saver, seen, change } = saverWith({ places: ['a', 'b', 'c'], write: failing('ENOSPC') })
    await saver.save({ paper: 'A4' })
    change()
    await saver.save({ paper: 'A4' })
    expect(seen.builds).toBe(2)
    await saver.save({ paper: 'Letter' })
    expect(seen.builds).toBe(3)
  })

  it('offers the folder of the last report next time', async () => {
    const { saver, seen, folder } = saverWith({ places: [join('there', 'a.pdf')] })
    mkdirSync(join(folder, 'there'))
    await saver.save({})
    await saver.save({})
    expect(seen.suggested[1]).toBe(join(folder, 'there', 'loopready-L6-2026-11-24.pdf'))
  })

  it('cancels the build, and asks nothing then', async () => {
    const { saver, seen, holdBuilds } = saverWith({ places: ['a.pdf'] })
    const release = holdBuilds()
    const controller = new AbortController()
    const saving = saver.save({}, controller.signal)
    controller.abort()
    release()
    expect(await saving).toMatchObject({ ok: false, error: { code: 'canceled' } })
    expect(seen.suggested).toEqual([])
  })

  it('refuses a second one while the first runs, and takes one after it', async () => {
    const { saver, holdBuilds } = saverWith({ places: ['a.pdf', 'b.pdf'] })
    const release = holdBuilds()
    const first = saver.save({})
    expect(await saver.save({})).toMatchObject({ ok: false, error: { code: 'conflict' } })
    release()
    expect((await first).ok).toBe(true)
    expect((await saver.save({})).ok).toBe(true)
  })
})

describe('showing a report', () => {
  it('shows only what this run has saved', async () => {
    const { saver, show, seen, folder } = saverWith({ places: ['a.pdf'] })
    const result = await saver.save({})
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
