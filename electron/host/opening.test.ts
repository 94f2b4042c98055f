import { describe, expect, it } from 'vitest'
import { ask, hostForTests } from '../../tests/support/host.ts'

const test = hostForTests()

describe('the one-time address', () => {
  it('sets a cookie that scripts cannot read, and goes on to the page', async () => {
    const { status, headers } = await ask(test.host.openUrl())
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^loopready-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/),
    ])
    const page = await ask(test.host.url, { headers: { cookie: test.cookie } })
    expect(page.text).toContain('<title>Loopready</title>')
  })

  it('works once; then a page says how to get in', async () => {
    const address = test.host.openUrl()
    await ask(address)
    const { status, headers, text } = await ask(address)
    expect(status).toBe(403)
    expect(headers['set-cookie']).toBeUndefined()
    expect(text).toContain('Start Loopready again')
    expect(text).not.toContain('<a ')
  })

  it('works for a minute', async () => {
    const [early, late] = [test.host.openUrl(), test.host.openUrl()]
    test.passTo(59_999)
    expect((await ask(early)).status).toBe(303)
    test.passTo(60_000)
    expect((await ask(late)).status).toBe(403)
  })

  it('opens for one of two browsers that use it at the same time', async () => {
    const address = test.host.openUrl()
    const answers = await Promise.all([ask(address), ask(address), ask(address)])
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 403)).toHaveLength(2)
  })

  it.each(['', 'wrong', '__proto__', 'A'.repeat(43), 'A'.repeat(10_000)])(
    'lets nobody in with the token %j',
    async (token) => {
      const { status, headers } = await ask(`${test.host.url}/open/${token}`)
      expect(status).toBe(403)
      expect(headers['set-cookie']).toBeUndefined()
    },
  )

  it('is used up by opening it only, not by asking in another way', async () => {
    const address = test.host.openUrl()
    expect((await ask(address, { method: 'HEAD' })).status).toBe(405)
    expect((await ask(address, { method: 'POST' })).status).toBe(405)
    expect((await ask(address)).status).toBe(303)
  })

  it('moves on by a page of ours when a link on another site opened it', async () => {
    const { status, headers, text } = await ask(test.host.openUrl(), {
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    })
    expect(status).toBe(200)
    expect(headers['set-cookie']).toHaveLength(1)
    expect(text).toContain('<meta http-equiv="refresh" content="0;url=/">')
  })

  it('shows a way in to a browser that is let in already', async () => {
    const { status, text } = await ask(`${test.host.url}/open/used`, {
      headers: { cookie: test.cookie },
    })
    expect(status).toBe(403)
    expect(text).toContain('<a href="/">')
  })
})

describe('without the cookie', () => {
  it.each(['/', '/index.html', '/assets/index-1.js', '/events', '/nothing'])(
    'nothing is served at %s',
    async (path) => {
      for (const headers of [{}, { cookie: `loopready-${test.port}=wrong` }, { cookie: 'x=y' }]) {
        const { status, text } = await ask(test.host.url + path, { headers })
        expect(status).toBe(401)
        expect(JSON.parse(text)).toMatchObject({ ok: false, error: { hint: /Start Loopready/ } })
      }
    },
  )

  it.each(['/call/profile.get', '/report', '/export', '/job/transfer.import', '/file', '/cancel'])(
    '%s is refused',
    async (path) => {
      expect((await test.post(path, '{}', { cookie: undefined })).status).toBe(401)
      expect(test.echo.asked).toEqual([])
    },
  )

  it('a browser is shown a page in plain words', async () => {
    const { status, headers, text } = await ask(test.host.url, { headers: { accept: 'text/html' } })
    expect(status).toBe(401)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('Start Loopready again (npm start)')
  })
})
