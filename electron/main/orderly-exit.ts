import type { App } from 'electron'
import type { Log } from '#engine/api.ts'
import { failureOf } from '#engine/failure.ts'

/** How long closing may take before the app ends all the same. What was acknowledged is on disk by then. */
const LIMIT_MS = 8000

/**
 * Closes what is open before the app ends. Electron does not wait for promises in its quit events, so the first quit
 * is held back, the steps run one after the other, and then the app really ends. A step that fails or hangs does not
 * keep the app from ending.
 */
export function exitInOrder(
  app: Pick<App, 'on' | 'exit'>,
  steps: readonly (() => Promise<void> | void)[],
  log: Log,
  limitMs = LIMIT_MS,
): void {
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void runSteps(steps, log, limitMs).then(() => app.exit(0))
  })
}

async function runSteps(
  steps: readonly (() => Promise<void> | void)[],
  log: Log,
  limitMs: number,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      log('error', 'closing took too long', { limitMs })
      resolve()
    }, limitMs)
  })
  const all = (async () => {
    for (const step of steps) {
      try {
        await step()
      } catch (error) {
        log('error', 'a step of closing failed', failureOf(error))
      }
    }
  })()
  await Promise.race([all, limit])
  clearTimeout(timer)
}
