import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '#contract/csp.ts'
import { ask, hostForTests, sendRaw } from '../../tests/support/host.ts'

const test = hostForTests()

describe('requests of other sites', () => {
  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '[::1]:PORT'])(
    'that name this host %j are refused, even with the cookie',
    async (name) => {
      const named = name.replace('PORT', String(test.port))
      const { status, text } = await ask(test.host.url, {
        headers: { cookie: test.cookie, host: named },
      })
      expect(status).toBe(403)
      expect(text).not.toContain('<title>Loopready</title>')
      const opened = await ask(test.host.openUrl(), { headers: { host: named } })
      expect(opened.status).toBe(403)
      expect(opened.headers['set-cookie']).toBeUndefined()
    },
  )

  it('are refused without a name', async () => {
    const rest = `\r\nCookie: ${test.cookie}\r\nConnection: close\r\n\r\n`
    expect(await sendRaw(test.host, `GET / HTTP/1.1\r\nHost:${rest}`)).toMatch(/^HTTP\/1\.1 403 /)
    expect(await sendRaw(test.host, `GET / HTTP/1.1${rest}`)).toMatch(/^HTTP\/1\.1 400 /)
    expect(await sendRaw(test.host, `GET / HTTP/1.0${rest}`)).toMatch(/^HTTP\/1\.1 403 /)
  })

  it('are refused under a name with another name beside it', async () => {
    const text = await sendRaw(
      test.host,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\nHost: evil.example\r\nCookie: ${test.cookie}\r\nConnection: close\r\n\r\n`,
    )
    expect(text).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(text).not.toContain('<title>Loopready</title>')
  })

  it('are served under localhost, which is ours too', async () => {
    const { status } = await ask(test.host.url, {
      headers: { cookie: test.cookie, host: `localhost:${test.port}` },
    })
    expect(status).toBe(200)
  })

  it.each([
    undefined,
    'null',
    'http://evil.example',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
  ])('that change something with the origin %j are refused', async (origin) => {
    const answer = await test.post('/call/profile.get', '{}', {
      origin: origin?.replace('PORT', String(test.port)),
    })
    expect(answer.status).toBe(403)
    expect(test.echo.asked).toEqual([])
  })

  it.each(['cross-site', 'same-site'])('that the browser calls %s are refused', async (site) => {
    expect((await test.post('/call/profile.get', '{}', { 'sec-fetch-site': site })).status).toBe(
      403,
    )
    const read = await ask(`${test.host.url}/events`, {
      headers: { cookie: test.cookie, 'sec-fetch-site': site },
    })
    expect(read.status).toBe(403)
    expect(test.echo.asked).toEqual([])
  })

  it('may not read an answer', async () => {
    const { headers } = await ask(test.host.url, {
      headers: { cookie: test.cookie, origin: 'http://evil.example' },
    })
    expect(headers['access-control-allow-origin']).toBeUndefined()
    const preflight = await ask(`${test.host.url}/call/profile.get`, {
      method: 'OPTIONS',
      headers: { cookie: test.cookie, origin: 'http://evil.example' },
    })
    expect(preflight.status).toBe(405)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', undefined])(
    'cannot send a body as a form does (%s)',
    async (type) => {
      const answer = await test.post('/call/profile.get', '{}', { 'content-type': type })
      expect(answer.status).toBe(415)
      expect(test.echo.asked).toEqual([])
    },
  )
})

describe('every answer', () => {
  it.each(['/', '/assets/index-1.js', '/nothing', '/open/wrong', '/%2e%2e/x'])(
    'is closed to other sites (%s)',
    async (path) => {
      const { headers } = await ask(test.host.url + path, { headers: { cookie: test.cookie } })
      expect(headers).toMatchObject({
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it('with data in it is not kept anywhere', async () => {
    expect((await test.post('/call/profile.get', '{}')).headers['cache-control']).toBe('no-store')
    expect((await ask(test.host.openUrl())).headers['cache-control']).toBe('no-store')
  })
})
