import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BuiltReport } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import { createReportPreview } from './report-preview.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const canceled: Result<never> = { ok: false, error: { code: 'canceled', message: 'Canceled.' } }

/** A preview whose builds end when the test says so. */
function previewing() {
  let time = new Date(2026, 10, 24, 9, 30).getTime()
  const builds: {
    progress: (done: number) => void
    end: (answer?: Result<BuiltReport>) => Promise<void>
    isCanceled: boolean
  }[] = []
  const preview = createReportPreview(
    (progress) => {
      const { promise, resolve } = Promise.withResolvers<Result<BuiltReport>>()
      const number = builds.length + 1
      const value = {
        handle: `report ${number}`,
        fileName: 'r.pdf',
        pages: number,
        bytes: new Uint8Array(),
        notices: [],
      }
      const build = {
        progress,
        isCanceled: false,
        end: async (answer: Result<BuiltReport> = { ok: true, value }) => {
          resolve(answer)
          await vi.advanceTimersByTimeAsync(0)
        },
      }
      builds.push(build)
      return {
        answer: promise,
        cancel: () => {
          build.isCanceled = true
          resolve(canceled)
        },
      }
    },
    () => time,
  )
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  const now = () => preview.store.get()
  const passHours = (hours: number) => {
    time += hours * 3_600_000
  }
  return { ...preview, builds, wait, now, passHours }
}

const ignore = () => {}

describe('the preview of the report', () => {
  it('is built when it is looked at, with its progress, and not before', async () => {
    const { watch, builds, wait, now } = previewing()
    await wait(1000)
    expect(builds).toHaveLength(0)
    watch()
    await wait(0)
    builds[0]?.progress(0.5)
    expect(now()).toMatchObject({ built: null, work: { done: 0.5 } })
    await builds[0]?.end()
    expect(now()).toMatchObject({ built: { pages: 1 }, isCurrent: true, work: null })
  })

  it('is built once for changes that follow each other, and keeps what is on show meanwhile', async () => {
    const { watch, changed, builds, wait, now } = previewing()
    watch()
    await wait(0)
    await builds[0]?.end()
    for (let changes = 0; changes < 5; changes += 1) {
      changed(true)
      await wait(100)
    }
    expect(builds).toHaveLength(1)
    expect(now()).toMatchObject({ built: { pages: 1 }, isCurrent: false })
    await wait(400)
    expect(builds).toHaveLength(2)
    await builds[1]?.end()
    expect(now()).toMatchObject({ built: { pages: 2 }, isCurrent: true })
  })

  it('cancels a build that a change has made outdated, without pausing', async () => {
    const { watch, changed, builds, wait, now } = previewing()
    watch()
    await wait(0)
    changed(false)
    expect(builds[0]?.isCanceled).toBe(true)
    await wait(400)
    builds[0]?.progress(0.9)
    expect(now()).toMatchObject({ work: { done: 0 }, isPaused: false })
    await builds[1]?.end()
    expect(now()).toMatchObject({ built: { pages: 2 }, isCurrent: true })
  })

  it('pauses when it is canceled, until it is asked for or another choice is made', async () => {
    const { watch, changed, cancel, build, builds, wait, now } = previewing()
    watch()
    await wait(0)
    cancel()
    await wait(0)
    expect(now()).toMatchObject({ work: null, isPaused: true })
    changed(false)
    await wait(1000)
    expect(builds).toHaveLength(1)
    changed(true)
    await wait(400)
    expect(builds).toHaveLength(2)
    cancel()
    await wait(0)
    build()
    expect(builds).toHaveLength(3)
    await builds[2]?.end()
    expect(now()).toMatchObject({ built: { pages: 3 }, isCurrent: true, isPaused: false })
  })

  it('says why it could not be built, and tries again with the next change', async () => {
    const { watch, changed, builds, wait, now } = previewing()
    watch()
    await wait(0)
    await builds[0]?.end({ ok: false, error: { code: 'conflict', message: 'A name is left.' } })
    expect(now().error?.message).toBe('A name is left.')
    await wait(1000)
    expect(builds).toHaveLength(1)
    changed(true)
    await wait(400)
    await builds[1]?.end()
    expect(now()).toMatchObject({ error: null, isCurrent: true })
  })

  it('stops building when nobody looks any more, and begins again for who comes back', async () => {
    const { watch, builds, wait, now } = previewing()
    const leave = watch()
    await wait(0)
    leave()
    expect(builds[0]?.isCanceled).toBe(true)
    await wait(1000)
    expect(now()).toMatchObject({ work: null, isPaused: false })
    watch()
    await wait(0)
    expect(builds).toHaveLength(2)
  })
})

it('is built anew for who comes back an hour later, though nothing has changed', async () => {
  const { watch, builds, wait, now, passHours } = previewing()
  const leave = watch()
  await wait(0)
  await builds[0]?.end()
  leave()
  watch()()
  await wait(0)
  expect(builds).toHaveLength(1)
  passHours(1)
  watch()
  expect(now()).toMatchObject({ built: { pages: 1 }, isCurrent: false })
  await wait(0)
  await builds[1]?.end()
  expect(now()).toMatchObject({ built: { pages: 2 }, isCurrent: true })
})

describe('the report to be saved', () => {
  it('is the one on show while that is current', async () => {
    const { watch, latest, builds, wait } = previewing()
    watch()
    await wait(0)
    await builds[0]?.end()
    expect(await latest(ignore).answer).toMatchObject({ ok: true, value: { handle: 'report 1' } })
    expect(builds).toHaveLength(1)
  })

  it('is the one that is being built, which no change and no leaving cancels then', async () => {
    const { watch, latest, changed, builds, wait, now } = previewing()
    const leave = watch()
    await wait(0)
    const told: number[] = []
    const saved = latest((done) => told.push(done))
    builds[0]?.progress(0.4)
    changed(false)
    leave()
    watch()
    await wait(1000)
    await builds[0]?.end()
    expect(await saved.answer).toMatchObject({ ok: true, value: { handle: 'report 1' } })
    expect(told).toEqual([0.4])
    expect(now().isCurrent).toBe(false)
    await wait(400)
    expect(builds).toHaveLength(2)
  })

  it('is built anew when something has changed, when it is lost, and after an hour', async () => {
    const { latest, changed, lost, passHours, builds } = previewing()
    const saved = async () => {
      const { answer } = latest(ignore)
      await builds.at(-1)?.end()
      return answer
    }
    expect(await saved()).toMatchObject({ value: { handle: 'report 1' } })
    expect(await saved()).toMatchObject({ value: { handle: 'report 1' } })
    changed(false)
    expect(await saved()).toMatchObject({ value: { handle: 'report 2' } })
    lost()
    expect(await saved()).toMatchObject({ value: { handle: 'report 3' } })
    passHours(1)
    expect(await saved()).toMatchObject({ value: { handle: 'report 4' } })
  })

  it('is built anew on another day, be it minutes later or one on which the clock was set back', async () => {
    const { latest, passHours, builds } = previewing()
    const saved = async () => {
      const { answer } = latest(ignore)
      await builds.at(-1)?.end()
      return answer
    }
    passHours(14.4)
    expect(await saved()).toMatchObject({ value: { handle: 'report 1' } })
    passHours(0.2)
    expect(await saved()).toMatchObject({ value: { handle: 'report 2' } })
    passHours(-24)
    expect(await saved()).toMatchObject({ value: { handle: 'report 3' } })
  })

  it('is as old as the data it was begun with', async () => {
    const { latest, passHours, builds } = previewing()
    const first = latest(ignore)
    passHours(0.5)
    await builds[0]?.end()
    expect(await first.answer).toMatchObject({ value: { handle: 'report 1' } })
    passHours(0.5)
    const second = latest(ignore)
    await builds[1]?.end()
    expect(await second.answer).toMatchObject({ value: { handle: 'report 2' } })
  })

  it('is not saved when that is canceled, and the preview goes on with the build', async () => {
    const { watch, latest, builds, wait, now } = previewing()
    watch()
    await wait(0)
    const told: number[] = []
    const saving = latest((done) => told.push(done))
    saving.cancel()
    expect(await saving.answer).toMatchObject({ ok: false, error: { code: 'canceled' } })
    expect(builds[0]?.isCanceled).toBe(false)
    builds[0]?.progress(0.7)
    expect(told).toEqual([])
    expect(now()).toMatchObject({ work: { done: 0.7, canceling: false }, isPaused: false })
    await builds[0]?.end()
    expect(now()).toMatchObject({ built: { pages: 1 }, isCurrent: true })
  })

  it('takes its build along when it is canceled where nobody looks', async () => {
    const { latest, builds, now } = previewing()
    const saving = latest(ignore)
    saving.cancel()
    expect(await saving.answer).toMatchObject({ ok: false, error: { code: 'canceled' } })
    expect(builds[0]?.isCanceled).toBe(true)
    expect(now()).toMatchObject({ work: null, isPaused: false })
  })

  it('leaves a newer build to the preview when it is canceled after a change', async () => {
    const { watch, latest, changed, builds, wait, now } = previewing()
    watch()
    await wait(0)
    const saving = latest(ignore)
    changed(false)
    saving.cancel()
    expect(builds[0]?.isCanceled).toBe(true)
    await wait(400)
    await builds[1]?.end()
    expect(now()).toMatchObject({ built: { pages: 2 }, isCurrent: true, isPaused: false })
  })

  it('leaves a preview that was canceled as it is when it is canceled as well', async () => {
    const { watch, cancel, latest, builds, wait, now } = previewing()
    watch()
    await wait(0)
    cancel()
    await wait(0)
    const saving = latest(ignore)
    expect(builds).toHaveLength(2)
    saving.cancel()
    expect(builds[1]?.isCanceled).toBe(true)
    await wait(1000)
    expect(builds).toHaveLength(2)
    expect(now()).toMatchObject({ work: null, isPaused: true })
  })

  it('is built for who saves right after the preview was canceled, and shown then', async () => {
    const { watch, cancel, latest, build, builds, wait, now } = previewing()
    watch()
    await wait(0)
    cancel()
    const saving = latest(ignore)
    build()
    expect(builds).toHaveLength(2)
    await builds[1]?.end()
    expect(await saving.answer).toMatchObject({ value: { handle: 'report 2' } })
    expect(now()).toMatchObject({ built: { pages: 2 }, isCurrent: true, isPaused: false })
  })

  it('goes on when the preview is canceled, and is shown once it is there', async () => {
    const { watch, cancel, latest, build, builds, wait, now } = previewing()
    watch()
    await wait(0)
    const told: number[] = []
    const saving = latest((done) => told.push(done))
    cancel()
    expect(builds[0]?.isCanceled).toBe(false)
    expect(now()).toMatchObject({ work: null, isPaused: true })
    builds[0]?.progress(0.6)
    expect(told).toEqual([0.6])
    expect(now().work).toBeNull()
    build()
    builds[0]?.progress(0.7)
    expect(now()).toMatchObject({ work: { done: 0.7 }, isPaused: false })
    await builds[0]?.end()
    expect(await saving.answer).toMatchObject({ value: { handle: 'report 1' } })
    expect(builds).toHaveLength(1)
    expect(now()).toMatchObject({ built: { pages: 1 }, isCurrent: true, isPaused: false })
  })

  it('does not end what was saved when it is canceled too late', async () => {
    const { watch, latest, builds, wait, now } = previewing()
    watch()
    await wait(0)
    const saving = latest(ignore)
    await builds[0]?.end()
    saving.cancel()
    expect(await saving.answer).toMatchObject({ value: { handle: 'report 1' } })
    expect(now()).toMatchObject({ built: { pages: 1 }, isCurrent: true })
  })
})
