import { describe, expect, it } from 'vitest'
import { hostForTests } from '../../tests/support/host.ts'

const test = hostForTests()

describe('a report', () => {
  const pdf = { fileName: 'loopready-L6-2026-11-24.pdf', pages: 3, bytes: Buffer.from('%PDF-1.7') }

  it('comes as a PDF to save', async () => {
    test.echo.answerWith(async () => pdf)
    const { status, headers, text } = await test.post('/report', '{"paper":"A4"}')
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="loopready-L6-2026-11-24.pdf"',
      'x-report-pages': '3',
      'cache-control': 'no-store',
    })
    expect(text).toBe('%PDF-1.7')
    expect(test.echo.asked).toMatchObject([{ name: 'report.build', input: { paper: 'A4' } }])
  })

  it('has a name that cannot end the header', async () => {
    test.echo.answerWith(async () => ({ ...pdf, fileName: 'a"b\r\nx: y/../ü.pdf' }))
    const { headers } = await test.post('/report', '{}')
    expect(headers['content-disposition']).toBe('attachment; filename="a_b__x__y_..__.pdf"')
  })

  it('can be canceled', async () => {
    test.echo.answerWith(untilAborted)
    const report = test.post('/report', '{}')
    await expect.poll(() => test.echo.asked.length).toBe(1)
    expect((await test.post('/report/cancel', '')).status).toBe(200)
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
      headers: test.ownHeaders(),
      body: '{}',
      signal: controller.signal,
    })
    await expect.poll(() => test.echo.asked.length).toBe(1)
    controller.abort()
    await expect(report).rejects.toThrow()
    await expect.poll(() => isAborted).toBe(true)
  })
})

function untilAborted(_: unknown, options?: { signal?: AbortSignal }): Promise<never> {
  return new Promise((_resolve, reject) => {
    options?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
  })
}
