import { describe, expect, it } from 'vitest'
import { ask, hostForTests, sendRaw } from '../../tests/support/host.ts'

const test = hostForTests()

describe('a call', () => {
  it('is carried to the engine and back', async () => {
    test.echo.answerWith(async () => ({ profile: null }))
    const { status, headers, text } = await test.post('/call/profile.get', '{"a":[1,"ä"]}')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(text)).toEqual({ ok: true, value: { profile: null } })
    expect(test.echo.asked).toMatchObject([{ name: 'profile.get', input: { a: [1, 'ä'] } }])
  })

  it("brings the engine's own error with status 200", async () => {
    test.echo.answerWith(() => Promise.reject(new Error('no')))
    const { status, text } = await test.post('/call/profile.get', '{}')
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'canceled' } })
  })

  it('without a body has an empty input', async () => {
    await test.post('/call/profile.get', '', { 'content-type': undefined })
    expect(test.echo.asked).toMatchObject([{ input: {} }])
  })

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'nothing.here',
    'PROFILE.GET',
    'profile.get/',
    '',
    'report.build',
  ])('that is none (%j) never reaches the engine', async (name) => {
    expect((await test.post(`/call/${name}`, '{}')).status).toBe(404)
    expect(test.echo.asked).toEqual([])
  })

  it.each(['/__proto__', '/constructor', '/report/', '/call', '/again/', '/nothing'])(
    'to the path %s finds nothing',
    async (path) => {
      expect((await test.post(path, '{}')).status).toBe(404)
    },
  )

  it.each(['{', 'undefined', '{"a":1}x', "{'a':1}"])(
    'with the body %j is refused',
    async (body) => {
      expect((await test.post('/call/profile.get', body)).status).toBe(400)
      expect(test.echo.asked).toEqual([])
    },
  )

  it('whose text is not UTF-8 is refused', async () => {
    const body = Buffer.from([0x22, 0xff, 0x22])
    expect((await test.post('/call/profile.get', body)).status).toBe(400)
  })

  it('cannot reach what objects inherit through its input', async () => {
    await test.post('/call/profile.get', '{"__proto__":{"isAdmin":true}}')
    expect('isAdmin' in {}).toBe(false)
    expect(Object.getPrototypeOf(test.echo.asked[0]?.input)).toBe(Object.prototype)
  })
})

describe('paths', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '//secret.txt',
    '/....//secret.txt',
    '/assets/index-1.js/../../../secret.txt',
    '/index.html%00.js',
    'http://evil.example/secret.txt',
    'file:///etc/passwd',
    '*',
  ])('never leave the folder of the page (%s)', async (path) => {
    const text = await sendRaw(
      test.host,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\nCookie: ${test.cookie}\r\nConnection: close\r\n\r\n`,
    )
    expect(text).toMatch(/^HTTP\/1\.1 40[04] /)
    expect(text).not.toContain('SECRET')
    expect(text).not.toContain('root:')
  })

  it('name the files of the page, with their types', async () => {
    const script = await ask(`${test.host.url}/assets/index-1.js?v=1`, {
      headers: { cookie: test.cookie },
    })
    expect(script).toMatchObject({ status: 200, text: 'export {}' })
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    const head = await ask(`${test.host.url}/assets/index-1.js`, {
      method: 'HEAD',
      headers: { cookie: test.cookie },
    })
    expect(head).toMatchObject({ status: 200, text: '' })
  })

  it('of files that the browser has already are answered without them', async () => {
    const { headers } = await ask(test.host.url, { headers: { cookie: test.cookie } })
    const again = await ask(test.host.url, {
      headers: { cookie: test.cookie, 'if-none-match': String(headers.etag) },
    })
    expect(again).toMatchObject({ status: 304, text: '' })
  })
})
