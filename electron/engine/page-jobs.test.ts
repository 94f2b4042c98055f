import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { JobProgress } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import type { JobOptions } from './api.ts'
import { createPageJobs } from './page-jobs.ts'

/** Jobs on an engine that answers only once it is canceled. */
function jobsThatWait() {
  const asked: unknown[] = []
  const heard: JobProgress[] = []
  const callUntrusted = (name: unknown, input: unknown, options: JobOptions = {}) => {
    asked.push([name, input])
    options.onProgress?.(0.5)
    return new Promise<Result<unknown>>((answer) => {
      options.signal?.addEventListener('abort', () =>
        answer({ ok: false, error: { code: 'canceled', message: 'Cancelled.' } }),
      )
    })
  }
  const jobs = createPageJobs({ callUntrusted }, (progress) => heard.push(progress))
  return { jobs, asked, heard }
}

describe('jobs of pages', () => {
  it('say how far they are under their own id, and are canceled by it alone', async () => {
    const { jobs, heard } = jobsThatWait()
    const [one, two] = [randomUUID(), randomUUID()]
    const first = jobs.call(one, 'transfer.import', {})
    let isSecondDone = false
    const second = jobs.call(two, 'transfer.preview', {}).finally(() => (isSecondDone = true))
    jobs.cancel(one)
    expect(await first).toMatchObject({ ok: false, error: { code: 'canceled' } })
    expect(isSecondDone).toBe(false)
    expect(heard).toEqual([
      { job: one, done: 0.5 },
      { job: two, done: 0.5 },
    ])
    jobs.cancelAll()
    expect(await second).toMatchObject({ ok: false })
  })

  it.each(['sessions.log', 'transfer.receive', 'transfer.export', 'toString', null, {}])(
    'are none by the name %j',
    async (name) => {
      const { jobs, asked } = jobsThatWait()
      expect(await jobs.call(randomUUID(), name, {})).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
      expect(asked).toEqual([])
    },
  )

  it.each(['', 'job 1', null, 7, {}, 'x'.repeat(36)])('need an id that is one: %j', async (id) => {
    const { jobs, asked } = jobsThatWait()
    expect(await jobs.call(id, 'transfer.import', {})).toMatchObject({ ok: false })
    expect(asked).toEqual([])
  })

  it('do not share an id', async () => {
    const { jobs } = jobsThatWait()
    const id = randomUUID()
    const first = jobs.call(id, 'transfer.import', {})
    expect(await jobs.call(id, 'transfer.import', {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    jobs.cancel(id)
    await first
    const again = jobs.call(id, 'transfer.import', {})
    jobs.cancel(id)
    expect(await again).toMatchObject({ ok: false, error: { code: 'canceled' } })
  })
})
