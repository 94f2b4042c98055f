import { execFileSync } from 'node:child_process'

/** Whether Enter can be listened for: a person sits at a terminal, and this process is the one in front of it. */
export function hasEnterKey(): boolean {
  return process.stdin.isTTY && isInForeground()
}

/** Calls the listener each time Enter is pressed. Gives back the function that ends that. */
export function onEnter(listener: () => void): () => void {
  const { stdin } = process
  const onData = (text: Buffer) => {
    if (text.includes('\n')) listener()
  }
  stdin.on('data', onData)
  // A terminal that goes away while it is read is no failure; SIGHUP says so too.
  stdin.on('error', () => {})
  return () => {
    stdin.off('data', onData)
    stdin.pause()
  }
}

/**
 * Whether the process may read from its terminal. One in the background (`npm start &`) that reads is stopped by the
 * system, and with it the whole app.
 */
function isInForeground(): boolean {
  if (process.platform === 'win32') return true
  try {
    const ids = execFileSync('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [group, inFront] = ids.trim().split(/\s+/)
    return group !== undefined && group === inFront
  } catch {
    return false
  }
}
