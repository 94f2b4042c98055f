import { afterEach, expect, it, vi } from 'vitest'
import { createBrowserBridge } from './browser-bridge.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Headers, the first bytes of a body, and then nothing more. */
function cutShort(): Response {
  let pulls = 0
  const body = new ReadableStream({
    pull(to) {
      pulls += 1
      if (pulls === 1) to.enqueue(new TextEncoder().encode('{"ok":true,'))
      else to.error(new TypeError('network error'))
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}

it('takes an answer that breaks off for none, whatever was asked, and says that the host is away', async () => {
  vi.stubGlobal(
    'EventSource',
    // A stream of events that is open and silent.
    vi.fn(function silent() {
      return { readyState: 1, addEventListener() {}, close() {} }
    }),
  )
  vi.stubGlobal('fetch', () => Promise.resolve(cutShort()))
  const bridge = createBrowserBridge()
  const told: boolean[] = []
  bridge.onConnection((connected) => told.push(connected))
  const noAnswer = { ok: false, error: { message: 'Loopready does not answer.' } }
  expect(await bridge.call('profile.get', {})).toMatchObject(noAnswer)
  expect(await bridge.runJob('job', 'diagnostics.check', {})).toMatchObject(noAnswer)
  expect(await bridge.buildReport('job', {})).toMatchObject(noAnswer)
  expect(await bridge.saveExport('job', { format: 'csv' })).toMatchObject(noAnswer)
  expect(told).toEqual([false])
})
