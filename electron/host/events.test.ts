import { randomUUID } from 'node:crypto'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { hostForTests } from '../../tests/support/host.ts'

const test = hostForTests()

/** Opens the event stream and collects what comes. */
async function listen(headers: Readonly<Record<string, string>> = {}) {
  const res = await new Promise<IncomingMessage>((resolve, reject) => {
    const url = `${test.host.url}/events`
    get(url, { agent: false, headers: { cookie: test.cookie, ...headers } }, resolve).once(
      'error',
      reject,
    )
  })
  const stream = { res, text: '', isOpen: true, close: () => res.destroy() }
  res.setEncoding('utf8')
  res.on('data', (chunk: string) => (stream.text += chunk))
  res.on('error', () => {})
  res.once('close', () => (stream.isOpen = false))
  await expect.poll(() => stream.text).toContain('id: ')
  return stream
}

describe('the event stream', () => {
  it('tells every page at once what changed', async () => {
    const [one, other] = [await listen(), await listen()]
    expect(one.res.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    expect(one.res.headers['cache-control']).toBe('no-store')
    test.echo.change('sessions', 'plan')
    const event = 'id: 1\nevent: change\ndata: ["sessions","plan"]\n\n'
    await expect.poll(() => one.text).toContain(event)
    await expect.poll(() => other.text).toContain(event)
  })

  it('tells how far a job is, under the id that its page gave it', async () => {
    const stream = await listen()
    test.echo.answerWith(async (_, options) => {
      options?.onProgress?.(0.5)
      return { fileName: 'a.pdf', pages: 1, bytes: Buffer.from('%PDF'), notices: [] }
    })
    const job = randomUUID()
    await test.post('/report', '{}', { 'x-job': job })
    const event = `event: job-progress\ndata: ${JSON.stringify({ job, done: 0.5 })}\n\n`
    await expect.poll(() => stream.text).toContain(event)
  })

  it('shows that it is alive while nothing happens', async () => {
    await test.restart({ limits: { heartbeatMs: 20 } })
    const stream = await listen()
    await expect.poll(() => stream.text).toContain(':\n\n')
  })

  it('catches up with what a page missed while it was cut off', async () => {
    test.echo.change('profile')
    const stream = await listen()
    expect(stream.text).toContain('id: 1\n\n')
    stream.close()
    test.echo.change('sessions')
    test.echo.change('plan')
    const back = await listen({ 'last-event-id': '1' })
    await expect
      .poll(() => back.text)
      .toContain('id: 3\nevent: change\ndata: ["sessions","plan"]\n\n')
  })

  it('tells a page that missed nothing, or is new, of no change', async () => {
    test.echo.change('profile')
    for (const headers of [{}, { 'last-event-id': '1' }, { 'last-event-id': 'x\u00a0' }]) {
      const stream = await listen(headers)
      test.echo.change('plan')
      await expect.poll(() => stream.text).toContain('["plan"]')
      expect(stream.text).not.toContain('["profile"]')
    }
  })

  it('is cut for a page that stopped reading, so that it costs no memory', async () => {
    const stream = await listen()
    stream.res.pause()
    const many = Array.from({ length: 100_000 }, () => 'sessions' as const)
    for (let n = 0; n < 12; n += 1) test.echo.change(...many)
    const other = await listen()
    test.echo.change('plan')
    await expect.poll(() => other.text).toContain('["plan"]')
    stream.res.resume()
    await expect.poll(() => stream.isOpen).toBe(false)
    expect(stream.text).not.toContain('["plan"]')
  })

  it('ends when the host stops, and with it the host', async () => {
    const stream = await listen()
    const before = performance.now()
    await test.host.close()
    await expect.poll(() => stream.isOpen).toBe(false)
    expect(performance.now() - before).toBeLessThan(2_000)
    expect(test.echo.listeners.size).toBe(0)
  })
})
