import { describe, expect, it } from 'vitest'
import { ask, hostForTests, sendRaw } from '../../tests/support/host.ts'

const test = hostForTests()

const bytesOf = (name: string) => ({
  'content-type': 'application/octet-stream',
  'x-file-name': encodeURIComponent(name),
})

/** What the engine was handed over: each file's name and size. */
const received = () =>
  test.echo.asked.map(({ name, input }) => {
    const { name: file, bytes } = input as { name: string; bytes: Uint8Array }
    return [name, file, bytes.byteLength]
  })

describe('a file', () => {
  it('reaches the engine byte for byte, with its name', async () => {
    const body = Buffer.from([0, 255, 13, 10, 61])
    const { status } = await test.post('/file', body, bytesOf('Zeiten über alles.csv'))
    expect(status).toBe(200)
    expect(received()).toEqual([['transfer.receive', 'Zeiten über alles.csv', 5]])
  })

  it('of exactly the limit is taken; one byte more is refused in words, however it is sent', async () => {
    await test.restart({ limits: { fileBytes: 1000 } })
    const post = (bytes: number, more = {}) =>
      test.post('/file', Buffer.alloc(bytes, 'a'), { ...bytesOf('a.csv'), ...more })
    expect((await post(1000)).status).toBe(200)
    expect((await post(1001)).status).toBe(413)
    expect((await post(5000, { 'transfer-encoding': 'chunked' })).status).toBe(413)
    expect(received()).toEqual([['transfer.receive', 'a.csv', 1000]])
  })

  it('of 64 MiB is taken, and one of 200 MB refused before it is kept', async () => {
    const most = await test.post('/file', Buffer.alloc(64 * 1024 * 1024), bytesOf('a.csv'))
    expect(most.status).toBe(200)
    const before = process.memoryUsage().arrayBuffers
    const text = await sendRaw(
      test.host,
      `POST /file HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\nCookie: ${test.cookie}\r\n` +
        `Origin: ${test.host.url}\r\nContent-Type: application/octet-stream\r\n` +
        'X-File-Name: a.csv\r\nConnection: close\r\nContent-Length: 200000000\r\n\r\n' +
        'a'.repeat(1_000_000),
    )
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(text).toContain('191 MiB, and 64 MiB at most can be imported')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024)
    expect(received()).toHaveLength(1)
  })

  it.each([
    ['no cookie', { cookie: undefined }, 401],
    ['another origin', { origin: 'http://127.0.0.1:1' }, 403],
    ['no origin', { origin: undefined }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a type that a form can send', { 'content-type': 'text/plain' }, 415],
    ['no name', { 'x-file-name': undefined }, 400],
    ['a name that is no text', { 'x-file-name': '%ff' }, 400],
  ])('with %s is refused', async (_, change, status) => {
    const answer = await test.post('/file', Buffer.from('a'), { ...bytesOf('a.csv'), ...change })
    expect(answer.status).toBe(status)
    expect(received()).toEqual([])
  })

  it('waits for no more than two others', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    test.echo.answerWith(() => promise)
    const post = () => test.post('/file', Buffer.from('a'), bytesOf('a.csv'))
    const first = [post(), post()]
    await expect.poll(() => test.echo.asked.length).toBe(2)
    expect((await post()).status).toBe(503)
    resolve()
    await Promise.all(first)
    expect((await post()).status).toBe(200)
  })

  it('is taken by POST alone', async () => {
    const { status } = await ask(`${test.host.url}/file`, { headers: { cookie: test.cookie } })
    expect(status).toBe(404)
  })
})
