import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Engine, Log } from '#engine/api.ts'
import { makeDataDir } from '#engine/data-dir.ts'
import { failureOf } from '#engine/failure.ts'
import { createPageJobs } from '#engine/page-jobs.ts'
import { codeOf, refuse } from '#engine/refusal.ts'
import { sendRefusal } from './answer.ts'
import { createEvents } from './events.ts'
import { createHostJobs } from './jobs.ts'
import { defaultLimits } from './limits.ts'
import type { HostLimits } from './limits.ts'
import { readPageFiles } from './page-files.ts'
import { route } from './routes.ts'
import type { Routes } from './routes.ts'
import { claim, findRunning } from './running.ts'
import { createSession, randomSecret } from './session.ts'
import { createUploads } from './uploads.ts'

export type HostOptions = Readonly<{
  /** The folder that holds the data; `host.json` stands in it while the host runs. */
  dataDir: string
  /** The folder with the built page. */
  pagesDir: string
  /** The port to listen on; 0 takes any that is free. */
  port: number
  engine: Engine
  log: Log
  /** Tests shorten them. */
  limits?: Partial<HostLimits>
  /** The secret of the cookie, where windows were let in by a host before this one; a new one otherwise. */
  cookieSecret?: string
  /** A clock that only goes forward, for the age of one-time addresses; tests move it. */
  monotonicMs?: () => number
}>

/** The browser shell's server, running. */
export type Host = Readonly<{
  ours: true
  /** `http://127.0.0.1:PORT`. */
  url: string
  /** A fresh address that lets one browser in, once, within a minute. */
  openUrl(): string
  /** Ends event streams and jobs, lets running calls finish, and takes `host.json` away. Leaves the engine open. */
  close(): Promise<void>
}>

/** Another process is the host of this data folder, and was before or in the same instant. */
export type OtherHost = Readonly<{
  ours: false
  /** A fresh one-time address of that host. */
  address: string
}>

/**
 * Serves the page and the engine on 127.0.0.1, and on no other address. One host per data folder: where one runs
 * already, its address comes back instead. Throws a `Refusal` when the port is taken or the page was not built.
 */
export async function startHost(options: HostOptions): Promise<Host | OtherHost> {
  const { dataDir, engine, log } = options
  const limits = { ...defaultLimits, ...options.limits }
  const files = readPageFiles(options.pagesDir)
  makeDataDir(dataDir)

  let routes: Routes | null = null
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: Math.min(1_000, limits.headersMs, limits.requestMs),
    },
    (req, res) => {
      if (!routes) {
        sendRefusal(res, 503, starting)
        return
      }
      route(routes, req, res).catch((error: unknown) => {
        // A client that went away, or ran into a limit, is its own affair.
        if (res.destroyed || req.destroyed) return
        log('error', 'request failed', failureOf(error))
        if (res.headersSent) res.destroy()
        else sendRefusal(res, 500, failed)
      })
    },
  )
  server.maxConnections = limits.connections

  const port = await listen(server, options.port).catch(async (error: unknown) => {
    // Perhaps by another start of ours in this instant, which has the port already and its file in a moment.
    const address = codeOf(error) === 'EADDRINUSE' ? await findSoon(dataDir, limits.answerMs) : null
    return address ?? refusePort(options.port, error)
  })
  if (typeof port === 'string') return { ours: false, address: port }
  const url = `http://127.0.0.1:${port}`
  const secret = randomSecret()
  const session = createSession(
    port,
    limits.tokenMs,
    options.monotonicMs ?? (() => performance.now()),
    options.cookieSecret,
  )
  const events = createEvents(limits.heartbeatMs)
  const pageJobs = createPageJobs(engine, events.progress)
  routes = {
    port,
    bodyBytes: limits.bodyBytes,
    secret,
    session,
    engine,
    events,
    pageJobs,
    jobs: createHostJobs(engine, pageJobs),
    uploads: createUploads(engine, limits.fileBytes),
    files,
    log,
  }

  const claimed = await claim(dataDir, { pid: process.pid, port, secret }, limits.answerMs).catch(
    async (error) => {
      await stop(server, 0)
      throw error
    },
  )
  if (!claimed.ours) {
    events.close()
    await stop(server, 0)
    return { ours: false, address: claimed.address }
  }
  const stopListening = engine.onChange(events.changed)
  log('info', 'host started', { port })

  return {
    ours: true,
    url,
    openUrl: () => `${url}/open/${session.newToken()}`,
    async close() {
      claimed.release()
      stopListening()
      pageJobs.cancelAll()
      events.close()
      await stop(server, limits.stopMs)
      log('info', 'host stopped')
    },
  }
}

/** The port on which the server now listens. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      // A server that listens on TCP has an address of this form.
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function findSoon(dataDir: string, answerMs: number): Promise<string | null> {
  for (let tries = 0; tries < 10; tries += 1) {
    const address = await findRunning(dataDir, answerMs)
    if (address !== null) return address
    await pause(30)
  }
  return null
}

function refusePort(port: number, error: unknown): never {
  const field = '--port'
  if (codeOf(error) === 'EADDRINUSE')
    refuse({
      code: 'conflict',
      field,
      message: `Port ${port} is taken by another program.`,
      hint: 'Choose another with --port, or leave it out to take a free one.',
    })
  if (codeOf(error) === 'EACCES')
    refuse({
      code: 'invalid-input',
      field,
      message: `You have no right to listen on port ${port}.`,
      hint: 'Choose one above 1023 with --port, or leave it out.',
    })
  throw error
}

/** Stops taking requests, gives those that run `graceMs` to end, and then ends them. */
async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}

const starting = { code: 'internal', message: 'Loopready is starting.' } as const
const failed = {
  code: 'internal',
  message: 'Something went wrong inside Loopready.',
  hint: 'Try again; if it stays so, restart Loopready.',
} as const
