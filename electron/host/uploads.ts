import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CallError, Result } from '#contract/errors.ts'
import { sizeError } from '#domain/transfer-size.ts'
import type { Engine } from '#engine/api.ts'
import { sendJson, sendRefusal } from './answer.ts'
import { readBytes } from './body.ts'

/** Takes files over that pages choose for an import. */
export type Uploads = Readonly<{
  /** Reads the body of a request and answers with the file that the engine now holds, or with the error. */
  receive(req: IncomingMessage, res: ServerResponse): Promise<void>
}>

/** Files that may be on their way at once: each is held whole until the engine has it. */
const MOST_AT_ONCE = 2

export function createUploads(engine: Pick<Engine, 'callUntrusted'>, largest: number): Uploads {
  let running = 0

  const take = async (req: IncomingMessage): Promise<Taken> => {
    if (!isBytes(req.headers['content-type'])) return refused(req, 415, notBytes)
    const name = nameOf(req.headers['x-file-name'])
    if (name === null) return refused(req, 400, noName)
    const bytes = await readBytes(req, largest)
    if (!bytes.ok) return { status: 413, error: sizeError(bytes.atLeast) ?? notBytes }
    return { answer: await engine.callUntrusted('transfer.receive', { name, bytes: bytes.value }) }
  }

  return {
    async receive(req, res) {
      if (running >= MOST_AT_ONCE) {
        req.resume()
        return sendRefusal(res, 503, tooMany)
      }
      running += 1
      try {
        const taken = await take(req)
        if (res.destroyed) return
        if ('answer' in taken) sendJson(res, 200, taken.answer)
        else sendRefusal(res, taken.status, taken.error)
      } finally {
        running -= 1
      }
    },
  }
}

type Taken = Readonly<{ answer: Result<unknown> }> | Readonly<{ status: number; error: CallError }>

function refused(req: IncomingMessage, status: number, error: CallError): Taken {
  req.resume()
  return { status, error }
}

/** A type that no form can send, so that a form of another site never gets here. */
function isBytes(type: string | undefined): boolean {
  return type?.toLowerCase() === 'application/octet-stream'
}

/** The file's name, which a header carries percent-encoded; null when it is missing or no such text. */
function nameOf(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null
  try {
    return decodeURIComponent(header)
  } catch {
    return null
  }
}

const notBytes: CallError = {
  code: 'invalid-input',
  message: 'A file is taken as application/octet-stream only.',
}
const noName: CallError = {
  code: 'invalid-input',
  message: 'The file has no name that can be read.',
}
const tooMany: CallError = {
  code: 'conflict',
  message: 'Other files are being taken over just now.',
  hint: 'Try again in a moment.',
}
