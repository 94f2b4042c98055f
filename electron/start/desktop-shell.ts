import { spawn } from 'node:child_process'
import type { Env } from '#engine/data-dir.ts'
import { onNpmGone } from './stop-signal.ts'

/** How the desktop app ended: with an exit status, or before it had started properly. `reason` fits into brackets. */
export type DesktopEnd = Readonly<
  { hasStarted: true; status: number } | { hasStarted: false; reason: string }
>

/** An Electron that cannot run here (no sandbox, a missing library) ends within this time, in milliseconds. */
const STARTING_MS = 10_000

/**
 * Runs the desktop app until it ends. Ctrl+C reaches it by itself, as it reaches everything in the terminal; a `kill`
 * of this process is passed on.
 *
 * @param electron the path of Electron's program
 * @param root the project's folder
 */
export function runDesktopShell(
  electron: string,
  root: string,
  dataDir: string,
  env: Env,
): Promise<DesktopEnd> {
  const started = performance.now()
  // Set in the terminals of editors that are Electron apps; it would make Electron run as plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...ownEnv } = env
  const child = spawn(electron, [root, `--data-dir=${dataDir}`], { env: ownEnv, stdio: 'inherit' })
  let isAskedToStop = false
  const onInterrupt = () => (isAskedToStop = true)
  const onStop = (signal: NodeJS.Signals) => {
    isAskedToStop = true
    child.kill(signal)
  }
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', onStop)
  process.on('SIGHUP', onStop)
  const endWatch = onNpmGone(() => onStop('SIGTERM'))
  return new Promise<DesktopEnd>((resolve) => {
    child.once('error', (error) => resolve({ hasStarted: false, reason: error.message }))
    child.once('exit', (code, signal) => {
      const hasFailed = code !== 0 && !isAskedToStop && performance.now() - started < STARTING_MS
      if (hasFailed)
        resolve({ hasStarted: false, reason: `it ended with ${signal ?? `status ${code}`}` })
      else resolve({ hasStarted: true, status: isAskedToStop ? 0 : (code ?? 1) })
    })
  }).finally(() => {
    endWatch()
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onStop)
    process.off('SIGHUP', onStop)
  })
}
