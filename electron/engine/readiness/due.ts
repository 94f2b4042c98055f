import type { ReadContext } from '../handlers.ts'

/** Why a story is to be rehearsed now, by its id. */
export function dueStories(_context: ReadContext): ReadonlyMap<string, string> {
  return new Map()
}
