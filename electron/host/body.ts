import type { IncomingMessage } from 'node:http'
import { isJson } from './guards.ts'

/** The body of a request, or the status and sentence that refuse it. */
export type Body =
  | Readonly<{ ok: true; value: unknown }>
  | Readonly<{ ok: false; status: number; message: string }>

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a JSON body of at most `limit` bytes. No body at all counts as `{}`. Of a body that is too large nothing is
 * kept; the rest of it is read and dropped, so that the client gets to see the answer, for as long as the server's
 * time limit allows. Rejects when the connection ends before the body does.
 */
export async function readJson(req: IncomingMessage, limit: number): Promise<Body> {
  const type = req.headers['content-type']
  const isEmpty =
    req.headers['transfer-encoding'] === undefined &&
    Number(req.headers['content-length'] ?? 0) === 0
  if (isEmpty && type === undefined) return { ok: true, value: {} }
  if (!isJson(type)) return drop(req, 415, 'Only application/json is taken.')
  const bytes = await readBytes(req, limit)
  return bytes.ok ? parse(bytes.value) : { ok: false, status: 413, message: tooLarge(limit) }
}

/**
 * Reads a body of at most `limit` bytes as it is. Of one that is too large nothing is kept: the rest is read and
 * dropped, and `atLeast` says how large it is as far as is known. Rejects when the connection ends before the body does.
 */
export async function readBytes(
  req: IncomingMessage,
  limit: number,
): Promise<Readonly<{ ok: true; value: Uint8Array } | { ok: false; atLeast: number }>> {
  const declared = Number(req.headers['content-length'] ?? 0)
  if (declared > limit) {
    req.resume()
    return { ok: false, atLeast: declared }
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer // no encoding is set, so a request's chunks are buffers
    size += bytes.byteLength
    if (size > limit) {
      req.resume()
      return { ok: false, atLeast: size }
    }
    chunks.push(bytes)
  }
  return { ok: true, value: Buffer.concat(chunks) }
}

function parse(bytes: Uint8Array): Body {
  try {
    const value: unknown = bytes.byteLength === 0 ? {} : JSON.parse(utf8.decode(bytes))
    return { ok: true, value }
  } catch {
    return { ok: false, status: 400, message: 'The body is not valid JSON.' }
  }
}

function drop(req: IncomingMessage, status: number, message: string): Body {
  req.resume()
  return { ok: false, status, message }
}

/** Says of a body that it is larger than what is taken. */
export function tooLarge(limit: number): string {
  return `The body is too large: ${limit} bytes at most.`
}
