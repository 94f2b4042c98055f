import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may talk to the host: whoever opened a one-time address, from then on known by a cookie. Both secrets live in
 * memory only. Tokens end with the host; the cookie's secret comes from who started it, and outlives a host that died.
 */
export type Session = Readonly<{
  /** A fresh one-time token of 32 random bytes, base64url, for an address to open. */
  newToken(): string
  /** Uses a token up. False when it was never given out, is used already or is too old. */
  redeem(token: string): boolean
  /** The `Set-Cookie` that lets a browser in. */
  setCookie: string
  /** Whether the `Cookie` of a request carries the secret. */
  isLetIn(cookies: string | undefined): boolean
}>

/** Unused tokens kept at the same time; the oldest goes first. Every start asks for two. */
const MOST_TOKENS = 32

/**
 * A session for the host at `port`. The port is part of the cookie's name, because cookies belong to 127.0.0.1 as a
 * whole: without it, the hosts of two data folders would log each other's window out.
 *
 * @param tokenMs how long a token can be used
 * @param nowMs a clock that only goes forward; not the app's, which may stand still
 * @param secret what the cookie holds
 */
export function createSession(
  port: number,
  tokenMs: number,
  nowMs: () => number,
  secret = randomSecret(),
): Session {
  const cookieName = `loopready-${port}`
  /** Digest of an unused token -> when it ends. */
  let tokens: readonly Readonly<{ digest: Buffer; endsMs: number }>[] = []

  return {
    newToken() {
      const token = randomSecret()
      const kept = tokens.filter((row) => row.endsMs > nowMs()).slice(1 - MOST_TOKENS)
      tokens = [...kept, { digest: digestOf(token), endsMs: nowMs() + tokenMs }]
      return token
    },
    redeem(token) {
      const digest = digestOf(token)
      const found = tokens.filter((row) => timingSafeEqual(row.digest, digest))
      tokens = tokens.filter((row) => !found.includes(row))
      return found.some((row) => row.endsMs > nowMs())
    },
    setCookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
    isLetIn(cookies) {
      return cookieValues(cookies ?? '', cookieName).some((value) => isSameSecret(value, secret))
    },
  }
}

/** 32 random bytes as base64url: 43 characters. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether two secrets are equal, in a time that does not tell how far they agree. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digestOf(a), digestOf(b))
}

function cookieValues(header: string, name: string): readonly string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
