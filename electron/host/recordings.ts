import type { IncomingMessage, ServerResponse } from 'node:http'
import { contract } from '#contract/index.ts'
import { largestRecording } from '#contract/rehearsals.ts'
import type { Engine } from '#engine/api.ts'
import { send, sendJson, sendRefusal } from './answer.ts'
import { readBytes, tooLarge } from './body.ts'

/** Where a recording is sent to: the id of its rehearsal follows. Its bytes are the body, their kind the type. */
export const recordingPath = '/recording/'

/** The calls whose bytes JSON cannot carry; they have paths of their own. */
export const bytesCalls: readonly string[] = ['rehearsals.saveRecording', 'rehearsals.recording']

/** Takes a recording from the page, 16 MiB at most, and answers as the call does. */
export async function takeRecording(
  engine: Engine,
  rehearsal: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  // Without the codec behind the semicolon.
  const mediaType = req.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (!/^audio\/[a-z0-9]+$/.test(mediaType)) {
    req.resume()
    return sendRefusal(res, 415, { code: 'invalid-input', message: 'Only audio is taken.' })
  }
  const body = await readBytes(req, largestRecording)
  if (!body.ok)
    return sendRefusal(res, 413, { code: 'invalid-input', message: tooLarge(largestRecording) })
  const input = { rehearsal, mediaType, bytes: body.value }
  sendJson(res, 200, await engine.callUntrusted('rehearsals.saveRecording', input))
}

/** Answers with the sound of a recording, or with the error. */
export async function giveRecording(
  engine: Engine,
  input: unknown,
  res: ServerResponse,
): Promise<void> {
  const answer = await engine.callUntrusted('rehearsals.recording', input)
  if (!answer.ok) return sendJson(res, 200, answer)
  const { mediaType, bytes } = contract['rehearsals.recording'].output.parse(answer.value)
  send(res, 200, mediaType, bytes)
}
