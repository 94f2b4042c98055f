import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

/**
 * Starts the packaged app, whose archive, unpacked native code and fuses no other test sees. Playwright's own way of
 * driving Electron needs the inspector that a fuse switches off, so this speaks the protocol of Chromium's developer
 * tools itself: just enough to ask the page one question.
 */
const packaged = process.env['LOOPREADY_PACKAGED_APP']
test.skip(packaged === undefined, 'LOOPREADY_PACKAGED_APP does not name a packaged app.')

test('the packaged app starts, and its page reaches the engine', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'loopready-packaged-'))
  const app = spawn(
    resolve(packaged ?? ''),
    [`--data-dir=${dataDir}`, '--remote-debugging-port=0'],
    { env: { ...process.env, LOOPREADY_NOW: '2026-11-24T09:00:00Z' } },
  )
  try {
    const port = await debuggingPort(app)
    const question = `(async () => ({
      url: location.href,
      hasNode: typeof process !== 'undefined' || typeof require !== 'undefined',
      profile: await window.loopready.call('profile.get', {}),
      playbooks: await window.loopready.call('playbooks.list', {}),
    }))()`
    // The page is listed before it is loaded, and asking then fails.
    await expect(async () => {
      expect(await evaluate(await pageSocket(port), question)).toMatchObject({
        url: expect.stringMatching(/^app:\/\/loopready\//),
        hasNode: false,
        profile: { ok: true, value: { profile: null, today: '2026-11-24' } },
        playbooks: { ok: true, value: { problems: [] } },
      })
    }).toPass({ timeout: 45_000 })
  } finally {
    const ended = new Promise((resolve) => app.once('exit', resolve))
    app.kill()
    await ended
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** Chromium says on standard error where its developer tools listen. */
async function debuggingPort(app: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  app.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
    if (port !== undefined) resolve(port)
  })
  app.once('error', reject)
  app.once('exit', (code) => reject(new Error(`the app ended with ${code}: ${said}`)))
  return promise
}

/** The address of the page's own connection; rejects while there is no page. */
async function pageSocket(port: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
  const targets = (await answer.json()) as { url: string; webSocketDebuggerUrl: string }[]
  const page = targets.find(({ url }) => url.startsWith('app://'))
  if (page === undefined) throw new Error('there is no page yet')
  return page.webSocketDebuggerUrl
}

/** The value of an expression in the page; a promise is waited for. */
async function evaluate(address: string, expression: string): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const socket = new WebSocket(address)
  const request = { id: 1, method: 'Runtime.evaluate' }
  const params = { expression, awaitPromise: true, returnByValue: true }
  socket.addEventListener('open', () => socket.send(JSON.stringify({ ...request, params })))
  socket.addEventListener('error', () => reject(new Error('the page cannot be asked')))
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as {
      id?: number
      result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } }
    }
    if (answer.id !== 1) return
    const thrown = answer.result?.exceptionDetails
    if (thrown === undefined) resolve(answer.result?.result?.value)
    else reject(new Error(thrown.text))
  })
  try {
    return await promise
  } finally {
    socket.close()
  }
}
