import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hostForTests } from '../../tests/support/host.ts'

const test = hostForTests()

const asJob = (job = randomUUID()) => ({ 'x-job': job })

describe('a report', () => {
  const pdf = {
    fileName: 'loopready-L6-2026-11-24.pdf',
    pages: 3,
    bytes: Buffer.from('%PDF-1.7'),
    notices: ['No font shows “ꦗ”.'],
  }

  it('comes as a PDF to save', async () => {
    test.echo.answerWith(async () => pdf)
    const { status, headers, text } = await test.post('/report', '{"paper":"A4"}', asJob())
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="loopready-L6-2026-11-24.pdf"',
      'x-report-pages': '3',
      'x-report-notices': encodeURIComponent('["No font shows “ꦗ”."]'),
      'cache-control': 'no-store',
    })
    expect(text).toBe('%PDF-1.7')
    expect(test.echo.asked).toMatchObject([{ name: 'report.build', input: { paper: 'A4' } }])
  })

  it('has a name that cannot end the header', async () => {
    test.echo.answerWith(async () => ({ ...pdf, fileName: 'a"b\r\nx: y/../ü.pdf' }))
    const { headers } = await test.post('/report', '{}', asJob())
    expect(headers['content-disposition']).toBe('attachment; filename="a_b__x__y_..__.pdf"')
  })

  it('can be canceled', async () => {
    test.echo.answerWith(untilAborted)
    const job = randomUUID()
    const report = test.post('/report', '{}', asJob(job))
    await expect.poll(() => test.echo.asked.length).toBe(1)
    expect((await test.post('/cancel', JSON.stringify({ job }))).status).toBe(200)
    const { headers, text } = await report
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'canceled' } })
  })

  it('is canceled when its page goes away', async () => {
    let isAborted = false
    test.echo.answerWith((name, options) =>
      untilAborted(name, options).finally(() => (isAborted = true)),
    )
    const controller = new AbortController()
    const report = fetch(`${test.host.url}/report`, {
      method: 'POST',
      headers: test.ownHeaders(asJob()),
      body: '{}',
      signal: controller.signal,
    })
    await expect.poll(() => test.echo.asked.length).toBe(1)
    controller.abort()
    await expect(report).rejects.toThrow()
    await expect.poll(() => isAborted).toBe(true)
  })
})

describe('an export', () => {
  it('comes as a file to save, whatever is in it', async () => {
    const bytes = Buffer.from('<script>')
    test.echo.answerWith(async () => ({ fileName: 'a.csv', sessions: 7, bytes }))
    const { status, headers, text } = await test.post('/export', '{"format":"csv"}', asJob())
    expect([status, text]).toEqual([200, '<script>'])
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="a.csv"',
      'x-content-type-options': 'nosniff',
      'x-export-sessions': '7',
    })
    expect(test.echo.asked).toMatchObject([{ name: 'transfer.export', input: { format: 'csv' } }])
  })
})

describe('a job by its name', () => {
  it('is carried out, and its answer passed on', async () => {
    test.echo.answerWith(async () => ({ ready: true }))
    const { text } = await test.post('/job/transfer.preview', '{"file":"x"}', asJob())
    expect(JSON.parse(text)).toEqual({ ok: true, value: { ready: true } })
    expect(test.echo.asked).toMatchObject([{ name: 'transfer.preview', input: { file: 'x' } }])
  })

  it('is canceled without the one of another window', async () => {
    test.echo.answerWith(untilAborted)
    const [mine, other] = [randomUUID(), randomUUID()]
    const first = test.post('/job/transfer.import', '{}', asJob(mine))
    let isOtherDone = false
    void test.post('/job/transfer.import', '{}', asJob(other)).finally(() => (isOtherDone = true))
    await expect.poll(() => test.echo.asked.length).toBe(2)
    await test.post('/cancel', JSON.stringify({ job: mine }))
    expect(JSON.parse((await first).text)).toMatchObject({ error: { code: 'canceled' } })
    expect(isOtherDone).toBe(false)
    await test.post('/cancel', JSON.stringify({ job: other }))
    await expect.poll(() => isOtherDone).toBe(true)
  })

  it.each([
    ['transfer.receive', asJob()],
    ['profile.save', asJob()],
    ['__proto__', asJob()],
    ['transfer.import', {}],
    ['transfer.import', { 'x-job': 'one' }],
  ])('%s with %j is not begun', async (name, headers) => {
    const { text } = await test.post(`/job/${name}`, '{}', headers)
    expect(JSON.parse(text)).toMatchObject({ ok: false })
    expect(test.echo.asked).toEqual([])
  })
})

function untilAborted(_: unknown, options?: { signal?: AbortSignal }): Promise<never> {
  return new Promise((_resolve, reject) => {
    options?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
  })
}
