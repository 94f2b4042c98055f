import type { Database } from 'better-sqlite3'
import type { Noun } from '#contract/call.ts'

type Listener = (nouns: readonly Noun[]) => void

const everything: readonly Noun[] = ['profile', 'sessions', 'plan', 'playbooks', 'trash']

/** How often another process's writes are looked for. One pragma: a few microseconds. */
const pollMs = 400

/**
 * Tells listeners what changed: at once for this engine's own writes, and within half a second for those of another
 * process on the same file (SQLite's `data_version` moves when somebody else has committed).
 */
export function changeNotices(connection: Database) {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined
  let seen = versionOf(connection)

  const tell = (nouns: readonly Noun[]) => {
    for (const listener of listeners) listener(nouns)
  }
  const poll = () => {
    const version = versionOf(connection)
    if (version === seen) return
    seen = version
    tell(everything)
  }
  const stop = () => {
    clearInterval(timer)
    timer = undefined
  }

  return {
    tell,
    stop,
    onChange(listener: Listener): () => void {
      listeners.add(listener)
      if (!timer) {
        seen = versionOf(connection)
        timer = setInterval(poll, pollMs).unref()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}

function versionOf(connection: Database): number {
  return Number(connection.pragma('data_version', { simple: true }))
}
