import { describe, expect, it } from 'vitest'
import { createSession } from './session.ts'

function sessionAt(port = 4100) {
  let now = 1000
  const session = createSession(port, 60_000, () => now)
  return { session, wait: (ms: number) => (now += ms) }
}

const cookieOf = (setCookie: string): string => setCookie.split(';')[0] ?? ''

describe('a one-time token', () => {
  it('is 32 bytes in base64url, and never the same twice', () => {
    const { session } = sessionAt()
    const tokens = Array.from({ length: 20 }, () => session.newToken())
    for (const token of tokens) {
      expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
      expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    }
    expect(new Set(tokens).size).toBe(20)
  })

  it('works once', () => {
    const { session } = sessionAt()
    const token = session.newToken()
    expect(session.redeem(token)).toBe(true)
    expect(session.redeem(token)).toBe(false)
  })

  it('works until 60 seconds have passed, and not after', () => {
    const { session, wait } = sessionAt()
    const [early, late] = [session.newToken(), session.newToken()]
    wait(59_999)
    expect(session.redeem(early)).toBe(true)
    wait(1)
    expect(session.redeem(late)).toBe(false)
  })

  it('is independent of the others', () => {
    const { session } = sessionAt()
    const [first, second] = [session.newToken(), session.newToken()]
    expect(session.redeem(second)).toBe(true)
    expect(session.redeem(first)).toBe(true)
  })

  it.each(['', 'x', '__proto__', 'A'.repeat(43)])(
    'that was never given out (%j) is refused',
    (token) => {
      const { session } = sessionAt()
      session.newToken()
      expect(session.redeem(token)).toBe(false)
    },
  )

  it('that was wrong uses no other up', () => {
    const { session } = sessionAt()
    const token = session.newToken()
    session.redeem('wrong')
    expect(session.redeem(token)).toBe(true)
  })

  it('is dropped when very many newer ones were asked for', () => {
    const { session } = sessionAt()
    const first = session.newToken()
    const last = Array.from({ length: 32 }, () => session.newToken()).at(-1) ?? ''
    expect(session.redeem(first)).toBe(false)
    expect(session.redeem(last)).toBe(true)
  })
})

describe('the cookie', () => {
  it('is closed to scripts and to other sites', () => {
    const { session } = sessionAt()
    expect(session.setCookie).toMatch(
      /^loopready-4100=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
  })

  it('lets its bearer in, among other cookies', () => {
    const { session } = sessionAt()
    const cookie = cookieOf(session.setCookie)
    expect(session.isLetIn(cookie)).toBe(true)
    expect(session.isLetIn(`theme=dark; ${cookie}; x=y`)).toBe(true)
    // Another local server may set a cookie of the same name on a longer path; ours then stands second.
    expect(session.isLetIn(`loopready-4100=other; ${cookie}`)).toBe(true)
  })

  it('is refused when it is missing, wrong, cut or of another host', () => {
    const { session } = sessionAt()
    const cookie = cookieOf(session.setCookie)
    expect(session.isLetIn(undefined)).toBe(false)
    expect(session.isLetIn('')).toBe(false)
    expect(session.isLetIn('loopready-4100=')).toBe(false)
    expect(session.isLetIn(cookie.slice(0, -1))).toBe(false)
    expect(session.isLetIn(`x${cookie}`)).toBe(false)
    expect(session.isLetIn(cookieOf(sessionAt().session.setCookie))).toBe(false)
  })
})
