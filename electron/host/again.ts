import { createHmac, randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { z } from 'zod'
import { isSameSecret } from './session.ts'

/**
 * How a second start asks the running host for a fresh one-time address. Both prove that they know the secret of
 * `host.json` without sending it: the port in a stale file may by now belong to another program, which must neither
 * learn the secret nor choose the address that is then opened.
 */
const question = z.strictObject({ nonce: z.string().length(43), proof: z.string().length(43) })
const answer = z.strictObject({ token: z.base64url().length(43), proof: z.string().length(43) })

/** The running host's answer to a question from outside; null when the asker does not know the secret. */
export function answerAgain(
  secret: string,
  body: unknown,
  newToken: () => string,
): Readonly<z.infer<typeof answer>> | null {
  const asked = question.safeParse(body)
  if (!asked.success) return null
  const { nonce, proof } = asked.data
  if (!isSameSecret(proof, proofOf(secret, 'question', nonce))) return null
  const token = newToken()
  return { token, proof: proofOf(secret, 'answer', nonce, token) }
}

/**
 * Asks the host at `port` for a fresh one-time address. Null when nobody answers within `timeoutMs`, or when who
 * answers is not the host that wrote the secret.
 */
export async function askAgain(
  port: number,
  secret: string,
  timeoutMs: number,
): Promise<string | null> {
  const nonce = randomBytes(32).toString('base64url')
  const text = await post(port, { nonce, proof: proofOf(secret, 'question', nonce) }, timeoutMs)
  const answered = answer.safeParse(jsonOf(text))
  if (!answered.success) return null
  const { token, proof } = answered.data
  if (!isSameSecret(proof, proofOf(secret, 'answer', nonce, token))) return null
  return `http://127.0.0.1:${port}/open/${token}`
}

function proofOf(secret: string, ...parts: readonly string[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')
}

/** The body of the answer, or an empty text for anything but a small answer in time. */
function post(port: number, body: unknown, timeoutMs: number): Promise<string> {
  return new Promise((resolve) => {
    const req = request({
      // An agent of our own, because the global one may be set to send everything through a proxy.
      agent: new Agent(),
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/again',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    })
    req.once('error', () => resolve(''))
    req.once('response', (res) => {
      let text = ''
      res.setEncoding('utf8')
      res.on('data', (chunk: string) => {
        text += chunk
        if (text.length > 1000) req.destroy()
      })
      res.once('end', () => resolve(text))
      res.once('error', () => resolve(''))
    })
    req.end(JSON.stringify(body))
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
