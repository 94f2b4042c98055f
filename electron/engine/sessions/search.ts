import type { Session } from '#contract/sessions.ts'
import type { ReadableDb } from '../store/database.ts'

/**
 * What a person types, as a full-text query: every word has to be there, each from its beginning. Quoted, so that
 * no sign in it is taken for an operator. Null when there is no word in it.
 */
export function searchQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu)
  return words ? words.map((word) => `"${word}"*`).join(' ') : null
}

// Private-use characters, which nobody types: SQLite puts them around what it found.
const opening = '\uE0F1'
const closing = '\uE0F2'

/** The same sessions with the places at which the text stands in their notes. */
export function highlighted(db: ReadableDb, sessions: readonly Session[], text: string): Session[] {
  const query = searchQuery(text)
  if (query === null) return [...sessions]
  const marked = db.all<{ id: string; note: string }>(
    `SELECT id, highlight(session_search, 0, @opening, @closing) AS note
     FROM session_search JOIN session ON seq = session_search.rowid
     WHERE session_search MATCH @query AND id IN (SELECT value FROM json_each(@ids))`,
    { query, opening, closing, ids: JSON.stringify(sessions.map((session) => session.id)) },
  )
  const ranges = new Map(marked.map((row) => [row.id, rangesOf(row.note)]))
  return sessions.map((session) => ({ ...session, highlights: ranges.get(session.id) ?? [] }))
}

function rangesOf(marked: string): [number, number][] {
  const ranges: [number, number][] = []
  let at = 0
  let start = 0
  for (const piece of marked.split(/([\uE0F1\uE0F2])/)) {
    if (piece === opening) start = at
    else if (piece === closing) ranges.push([start, at])
    else at += piece.length
  }
  return ranges
}
