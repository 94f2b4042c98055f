import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Noun } from '#contract/call.ts'
import type { Engine, JobOptions, Log } from '#engine/api.ts'
import { startHost } from '../../electron/host/server.ts'
import type { Host, HostOptions } from '../../electron/host/server.ts'

/** For tests of the transport: an engine that notes what it is asked and answers what it is told to. */
export function echoEngine() {
  const listeners = new Set<(nouns: readonly Noun[]) => void>()
  const asked: Readonly<{ name: unknown; input: unknown; options: JobOptions | undefined }>[] = []
  let answer: (name: unknown, options?: JobOptions) => Promise<unknown> = async () => ({})
  const callUntrusted: Engine['callUntrusted'] = async (name, input, options) => {
    asked.push({ name, input, options })
    try {
      return { ok: true, value: await answer(name, options) }
    } catch (thrown) {
      return { ok: false, error: { code: 'canceled', message: String(thrown) } }
    }
  }
  const engine: Engine = {
    callUntrusted,
    call: () => Promise.reject(new Error('the host passes on only what it knows nothing of')),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {},
  }
  return {
    engine,
    asked,
    listeners,
    answerWith: (next: typeof answer) => (answer = next),
    change: (...nouns: Noun[]) => listeners.forEach((listener) => listener(nouns)),
  }
}

/** A temporary folder with a data folder, a built page and, beside it, a file that must never be served. */
export function testFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'loopready-host-'))
  const pagesDir = join(dir, 'pages')
  mkdirSync(join(pagesDir, 'assets'), { recursive: true })
  writeFileSync(join(pagesDir, 'index.html'), '<!doctype html><title>Loopready</title>')
  writeFileSync(join(pagesDir, 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(dir, 'secret.txt'), 'SECRET')
  return {
    dir,
    pagesDir,
    dataDir: join(dir, 'data'),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

export const quiet: Log = () => {}

/** Starts a host that must be the one of its folder. */
export async function startOurs(
  options: Omit<HostOptions, 'log' | 'port'> & { port?: number },
): Promise<Host> {
  const host = await startHost({ port: 0, log: quiet, ...options })
  if (!host.ours) throw new Error('another host runs on this folder')
  return host
}

export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; text: string }>

/** A request with any headers, also those that `fetch` does not let one set. */
export function ask(
  url: string,
  options: Readonly<{
    method?: string
    headers?: OutgoingHttpHeaders
    body?: string | Buffer
  }> = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options
  return new Promise((resolve, reject) => {
    const req = request(url, { method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.once('error', reject)
      res.once('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text })
      })
    })
    req.once('error', reject)
    req.end(body)
  })
}

/** Opens a fresh address as a browser does, and gives back the `Cookie` header from then on. */
async function letIn(host: Host): Promise<string> {
  const { headers } = await ask(host.openUrl())
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

/** Sends bytes as they are and gives back all that comes until the connection ends. */
export function sendRaw(host: Host, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(host.url).port), '127.0.0.1')
    let answer = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => (answer += chunk))
    socket.once('error', () => resolve(answer))
    socket.once('close', () => resolve(answer))
    socket.write(text, 'latin1')
  })
}

/**
 * A fresh host for every test of a file, with what a test needs to talk to it: `host`, its `port`, the `cookie` of a
 * browser that was let in, the engine behind it and its folder.
 */
export function hostForTests() {
  let nowMs = 0
  const restart = async (extra: Partial<HostOptions> = {}) => {
    const { dataDir, pagesDir } = test.folder
    const { engine } = test.echo
    test.host = await startOurs({ dataDir, pagesDir, engine, monotonicMs: () => nowMs, ...extra })
    test.port = Number(new URL(test.host.url).port)
    test.cookie = await letIn(test.host)
  }
  /** The headers of a call as our own page makes it; `undefined` leaves one out. */
  const ownHeaders = (changes: Readonly<Record<string, string | undefined>> = {}) => {
    const own = {
      cookie: test.cookie,
      origin: test.host.url,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    }
    const all: readonly [string, string | undefined][] = Object.entries({ ...own, ...changes })
    return Object.fromEntries(
      all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    )
  }
  const test = {
    folder: noFolder,
    echo: echoEngine(),
    host: notStarted,
    port: 0,
    cookie: '',
    ownHeaders,
    post: (
      path: string,
      body: string | Buffer,
      changes?: Readonly<Record<string, string | undefined>>,
    ) => ask(test.host.url + path, { method: 'POST', headers: ownHeaders(changes), body }),
    /** Stops the host and starts another on the same folder. */
    restart: async (extra?: Partial<HostOptions>) => {
      await test.host.close()
      await restart(extra)
    },
    /** Moves the clock by which one-time addresses age, in milliseconds since the start. */
    passTo: (ms: number) => (nowMs = ms),
  }
  beforeEach(async () => {
    test.folder = testFolder()
    test.echo = echoEngine()
    nowMs = 0
    await restart()
  })
  afterEach(async () => {
    await test.host.close()
    test.folder.remove()
  })
  return test
}

const noFolder: ReturnType<typeof testFolder> = {
  dir: '',
  pagesDir: '',
  dataDir: '',
  remove: () => {},
}
const notStarted: Host = { ours: true, url: '', openUrl: () => '', close: async () => {} }
