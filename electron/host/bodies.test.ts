import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { hostForTests, sendRaw } from '../../tests/support/host.ts'

const test = hostForTests()

describe('a body', () => {
  const ofSize = (bytes: number) => `"${'a'.repeat(bytes - 2)}"`

  it('of exactly 1 MiB is taken, and one byte more is not', async () => {
    expect((await test.post('/call/profile.get', ofSize(1024 * 1024))).status).toBe(200)
    expect((await test.post('/call/profile.get', ofSize(1024 * 1024 + 1))).status).toBe(413)
    expect(test.echo.asked).toHaveLength(1)
  })

  it('that is too large and does not say so beforehand is refused too', async () => {
    const { status } = await test.post('/call/profile.get', ofSize(3 * 1024 * 1024), {
      'transfer-encoding': 'chunked',
    })
    expect(status).toBe(413)
    expect(test.echo.asked).toEqual([])
  })

  const rawPost = (headers: string) =>
    `POST /call/profile.get HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\nCookie: ${test.cookie}\r\n` +
    `Origin: ${test.host.url}\r\nContent-Type: application/json\r\n${headers}\r\n\r\n`

  it.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 40', '{}'],
    ['two lengths in one', 'Content-Length: 2, 40', '{}'],
    [
      'a length and chunks',
      'Content-Length: 2\r\nTransfer-Encoding: chunked',
      '2\r\n{}\r\n0\r\n\r\n',
    ],
    [
      'chunks and a length',
      'Transfer-Encoding: chunked\r\nContent-Length: 2',
      '2\r\n{}\r\n0\r\n\r\n',
    ],
    ['an unknown encoding', 'Transfer-Encoding: xchunked', '2\r\n{}\r\n0\r\n\r\n'],
    ['chunks that are not last', 'Transfer-Encoding: chunked, identity', '2\r\n{}\r\n0\r\n\r\n'],
    ['a negative length', 'Content-Length: -1', '{}'],
    ['a length in words', 'Content-Length: 0x2', '{}'],
    ['a length before a space', 'Content-Length : 2', '{}'],
    ['a folded header', 'X-A: b\r\n Content-Length: 2', '{}'],
    ['a bare line feed', 'Content-Length: 2\nX-A: b', '{}'],
    ['a null in a header', 'Content-Length: 2\r\nX-A: \0', '{}'],
  ])('with %s carries no second request past the checks', async (_, headers, body) => {
    const smuggled = `POST /call/history.undo HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\n\r\n`
    const text = await sendRaw(test.host, rawPost(headers) + body + smuggled)
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
    expect(test.echo.asked.map(({ name }) => name)).not.toContain('history.undo')
  })

  it('is answered in turn when two requests come at once', async () => {
    const one = rawPost('Content-Length: 2') + '{}'
    const last = rawPost('Content-Length: 2\r\nConnection: close') + '{}'
    const text = await sendRaw(test.host, one + last)
    expect(text.match(/HTTP\/1\.1 200 /g)).toHaveLength(2)
  })
})

describe('slow and greedy clients', () => {
  it('that do not finish a body are cut off', async () => {
    await test.restart({ limits: { requestMs: 150, headersMs: 100 } })
    const text = await sendRaw(
      test.host,
      `POST /call/profile.get HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\nCookie: ${test.cookie}\r\n` +
        `Origin: ${test.host.url}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    )
    expect(text).toMatch(/^HTTP\/1\.1 408 /)
    expect(test.echo.asked).toEqual([])
  })

  it('that do not finish their headers are cut off', async () => {
    await test.restart({ limits: { requestMs: 150, headersMs: 100 } })
    expect(await sendRaw(test.host, 'GET / HTTP/1.1\r\nHost: 127')).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('that send very large headers are refused', async () => {
    const text = await sendRaw(test.host, `GET / HTTP/1.1\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`)
    expect(text).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('that go away in the middle of a body leave the host well', async () => {
    const socket = connect(test.port, '127.0.0.1')
    socket.write(
      `POST /call/profile.get HTTP/1.1
Host: 127.0.0.1:${test.port}
Cookie: ${test.cookie}
` +
        `Origin: ${test.host.url}
Content-Type: application/json
Content-Length: 100

{`,
    )
    await once(socket, 'ready')
    socket.destroy()
    expect((await test.post('/call/profile.get', '{}')).status).toBe(200)
  })
})
