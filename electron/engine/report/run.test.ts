import { describe, expect, it } from 'vitest'
import { buildReport } from './build.ts'
import { buildReportOnThread } from './run.ts'
import { assetsDir, sampleData } from './sample-data.ts'

const data = sampleData({ sessions: 3 })

describe('buildReportOnThread', () => {
  it('builds the same file as on the own thread, and leaves that one free', async () => {
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 5)
    const answer = await buildReportOnThread(data, { assetsDir })
    clearInterval(ticking)
    const own = await buildReport(data, { assetsDir })
    expect(answer.fileName).toBe(own.fileName)
    expect(answer.pages).toBe(own.pages)
    expect(Buffer.from(answer.bytes).equals(own.bytes)).toBe(true)
    expect(turns).toBeGreaterThan(5)
  })

  it('tells progress that never goes back and ends at 1', async () => {
    const told: number[] = []
    await buildReportOnThread(data, { assetsDir, onProgress: (done) => told.push(done) })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('answers `canceled` when cancelled on the way, and tells no more progress', async () => {
    const cancel = new AbortController()
    const told: number[] = []
    const answer = buildReportOnThread(data, {
      assetsDir,
      signal: cancel.signal,
      onProgress: (done) => {
        told.push(done)
        cancel.abort()
      },
    })
    await expect(answer).rejects.toMatchObject({ error: { code: 'canceled' } })
    expect(told).toHaveLength(1)
  })

  it('answers `canceled` at once when it was cancelled before', async () => {
    const answer = buildReportOnThread(data, { assetsDir, signal: AbortSignal.abort() })
    await expect(answer).rejects.toMatchObject({ error: { code: 'canceled' } })
  })

  it('answers an error that says what is missing when there are no fonts', async () => {
    const answer = buildReportOnThread(data, { assetsDir: '/no/such/folder' })
    await expect(answer).rejects.toMatchObject({
      error: { code: 'internal', message: 'The report could not be made. A font file is missing.' },
    })
  })
})
