import type { Database } from 'better-sqlite3'
import { nouns, type Noun } from '#contract/call.ts'
import { nounVersions } from './noun-versions.ts'
import { readable } from './store/database.ts'

type Listener = (nouns: readonly Noun[]) => void

/** How often another process's writes are looked for. One pragma: a few microseconds. */
const pollMs = 400

/**
 * Tells listeners what changed: at once for this engine's own writes, and within half a second for those of another
 * process on the same file (SQLite's `data_version` moves when somebody else has committed; the nouns' own versions
 * say of what; files beside it are asked by `filesChanged`). A commit that changes nothing a window shows, such as a sign of life, is told to nobody.
 */
export function changeNotices(connection: Database, filesChanged: () => boolean) {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined
  let seen = standing(connection)

  const tell = (nouns: readonly Noun[]) => {
    if (nouns.length > 0) for (const listener of listeners) listener(nouns)
  }
  const poll = () => {
    // All that is shown may rest on a playbook.
    if (filesChanged()) tell(nouns)
    if (versionOf(connection) === seen.version) return
    const before = seen
    seen = standing(connection)
    const changed = [...seen.nouns]
      .filter(([noun, version]) => before.nouns.get(noun) !== version)
      .map(([noun]) => noun)
    // A change that was written down without saying of what: better to read too much again than too little.
    const isUnnamed = changed.length === 0 && before.changes !== seen.changes
    tell(isUnnamed ? nouns : changed)
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
        seen = standing(connection)
        timer = setInterval(poll, pollMs).unref()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}

/** What the file says of its changes: by anybody else, in the undo history, and by noun. */
function standing(connection: Database) {
  const db = readable(connection)
  return {
    version: versionOf(connection),
    changes: db.get<{ seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'change'`)?.seq,
    nouns: nounVersions(db),
  }
}

function versionOf(connection: Database): number {
  return Number(connection.pragma('data_version', { simple: true }))
}
