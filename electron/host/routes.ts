import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CallError } from '#contract/errors.ts'
import { contract, isCallName } from '#contract/index.ts'
import type { Engine, Log } from '#engine/api.ts'
import type { PageJobs } from '#engine/page-jobs.ts'
import { answerAgain } from './again.ts'
import { guardAnswer, sendJson, sendPage, sendRefusal } from './answer.ts'
import type { PlainPage } from './answer.ts'
import { readJson } from './body.ts'
import type { Events } from './events.ts'
import type { HostJobs } from './jobs.ts'
import { isOurHost, isOurOrigin, isOurSite, pathOf } from './guards.ts'
import { sendPageFile } from './page-files.ts'
import type { PageFiles } from './page-files.ts'
import { isAnotherUser } from './peer.ts'
import {
  fromElsewhere,
  howToOpen,
  movingOn,
  nothingHere,
  otherUser,
  startAgain,
} from './plain-pages.ts'
import { bytesCalls, giveRecording, recordingPath, takeRecording } from './recordings.ts'
import type { Session } from './session.ts'
import type { Uploads } from './uploads.ts'

/** What the routes need of the host. */
export type Routes = Readonly<{
  port: number
  bodyBytes: number
  /** The secret of `host.json`, by which a second start proves itself. */
  secret: string
  session: Session
  engine: Engine
  events: Events
  pageJobs: Pick<PageJobs, 'cancel'>
  jobs: HostJobs
  uploads: Uploads
  files: PageFiles
  log: Log
}>

/** Answers one request. Everything that refuses stands here in its order; what is asked for comes last. */
export async function route(
  host: Routes,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  guardAnswer(res)
  const refuse = (status: number, error: CallError, page?: PlainPage) => {
    host.log('info', 'request refused', { status, why: error.message })
    if (page !== undefined && isNavigation(req)) sendPage(res, status, page)
    else sendRefusal(res, status, error)
  }
  if (!isOurHost(req.headersDistinct['host'], host.port))
    return refuse(403, says('This address is not the one of Loopready.'))
  const path = pathOf(req.url)
  if (path === null) return refuse(400, says('The path is not one that Loopready serves.'))

  if (path.startsWith('/open/')) return open(host, path.slice('/open/'.length), req, res)
  if (path === '/again') return again(host, req, res)

  if (!isOurSite(header(req, 'sec-fetch-site')))
    return refuse(403, says('The request comes from another site.'), fromElsewhere)
  if (!host.session.isLetIn(req.headers.cookie)) return refuse(401, notLetIn, startAgain)

  if (req.method === 'GET' || req.method === 'HEAD') {
    if (path === '/events' && req.method === 'GET') return host.events.open(req, res)
    if (sendPageFile(host.files, path, req, res)) return
    return refuse(404, says('There is nothing at this path.'), nothingHere)
  }
  if (req.method !== 'POST') {
    res.setHeader('allow', 'GET, HEAD, POST')
    return refuse(405, says('Only GET, HEAD and POST are answered.'))
  }
  if (!isOurOrigin(req.headers.origin, req.headers.host ?? ''))
    return refuse(403, says('The request does not come from the page of Loopready.'))
  if (path === '/file') return host.uploads.receive(req, res)
  if (path.startsWith(recordingPath))
    return takeRecording(host.engine, path.slice(recordingPath.length), req, res)
  const answer = postRoutes.get(/^\/(?:call|job)\//.exec(path)?.[0] ?? path)
  if (!answer) return refuse(404, says('There is nothing at this path.'))
  const body = await readJson(req, host.bodyBytes)
  if (!body.ok) return refuse(body.status, says(body.message))
  return answer(host, body.value, res, path, header(req, 'x-job'))
}

type PostRoute = (
  host: Routes,
  body: unknown,
  res: ServerResponse,
  path: string,
  /** The id that the page gave the work, where it is a job. */
  job: string | undefined,
) => Promise<void>

/** A map and not an object, so that no path finds what every object inherits. */
const postRoutes: ReadonlyMap<string, PostRoute> = new Map<string, PostRoute>([
  ['/call/', callRoute],
  [
    '/job/',
    (host, body, res, path, job) => host.jobs.call(job, path.slice('/job/'.length), body, res),
  ],
  ['/report', (host, body, res, _path, job) => host.jobs.report(job, body, res)],
  ['/export', (host, body, res, _path, job) => host.jobs.export(job, body, res)],
  ['/cancel', cancelRoute],
  ['/sound', (host, body, res) => giveRecording(host.engine, body, res)],
])

async function callRoute(
  host: Routes,
  body: unknown,
  res: ServerResponse,
  path: string,
): Promise<void> {
  const name = path.slice('/call/'.length)
  if (!isCallName(name)) return sendRefusal(res, 404, says('There is no call of this name.'))
  if (contract[name].kind === 'job' || bytesCalls.includes(name))
    return sendRefusal(res, 404, says('This call has a path of its own.'))
  sendJson(res, 200, await host.engine.callUntrusted(name, body))
}

async function cancelRoute(host: Routes, body: unknown, res: ServerResponse): Promise<void> {
  if (typeof body === 'object' && body !== null && 'job' in body) host.pageJobs.cancel(body.job)
  sendJson(res, 200, { ok: true, value: {} })
}

/**
 * Exchanges a one-time token for the cookie. Where the address was opened by a link on another site (a terminal in a
 * web page), a redirect would still count as coming from there and the browser would hold the Strict cookie back; a
 * page of our own that moves on does not.
 */
async function open(
  host: Routes,
  token: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (req.method !== 'GET') return sendRefusal(res, 405, says('An address is opened with GET.'))
  if (await isAnotherUser(req.socket)) {
    host.log('warn', 'one-time address opened by another user')
    return sendPage(res, 403, otherUser)
  }
  if (!host.session.redeem(token)) {
    const isLetIn = host.session.isLetIn(req.headers.cookie)
    return sendPage(res, 403, isLetIn ? { ...startAgain, link: 'offer' } : startAgain)
  }
  res.setHeader('set-cookie', host.session.setCookie)
  const site = header(req, 'sec-fetch-site')
  if (site !== undefined && site !== 'none') return sendPage(res, 200, movingOn)
  res.writeHead(303, { location: '/', 'content-length': 0 })
  res.end()
}

/** Gives a second start a fresh one-time address. Never a page: browsers put an Origin on every POST. */
async function again(host: Routes, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== 'POST' || req.headers.origin !== undefined)
    return sendRefusal(res, 403, says('This path is for a second start only.'))
  const body = await readJson(req, 1000)
  if (!body.ok) return sendRefusal(res, body.status, says(body.message))
  const answer = answerAgain(host.secret, body.value, host.session.newToken)
  if (!answer) return sendRefusal(res, 403, says('The proof is wrong.'))
  sendJson(res, 200, answer)
}

function isNavigation(req: IncomingMessage): boolean {
  const mode = header(req, 'sec-fetch-mode')
  return mode === undefined ? /\btext\/html\b/.test(req.headers.accept ?? '') : mode === 'navigate'
}

/** A header that is one value or counts as missing. */
function header(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

function says(message: string): CallError {
  return { code: 'invalid-input', message }
}

const notLetIn: CallError = {
  code: 'invalid-input',
  message: 'This window is not let in, or Loopready was restarted since.',
  hint: howToOpen,
}
