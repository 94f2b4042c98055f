import type { Session, SessionFilter } from '#contract/sessions.ts'
import { complain, valueOf } from './complaint.ts'
import type { Terminal } from './verb.ts'

/** How many sessions a list for people shows, unless told otherwise. */
export const shownInText = 30
const pageSize = 500

/** How many sessions `--limit` asks for; without it the usual number, or all where programs read the list. */
export function limitFrom(typed: string | undefined, json: boolean): number {
  if (typed === undefined) return json ? Infinity : shownInText
  return /^[1-9]\d{0,8}$/.test(typed)
    ? Number(typed)
    : complain(`--limit: "${typed}" is not a whole number above 0.`)
}

/** The newest sessions. Another process may log in between, which moves the pages: no session is listed twice. */
export async function newestSessions(
  { engine }: Terminal,
  most: number,
  filter: SessionFilter = {},
): Promise<Session[]> {
  const found = new Map<string, Session>()
  for (let offset = 0; offset < most; offset += pageSize) {
    const limit = Math.min(pageSize, most - offset)
    const page = valueOf(await engine().call('sessions.page', { filter, offset, limit }))
    for (const session of page) found.set(session.id, session)
    if (page.length < pageSize) break
  }
  return [...found.values()]
}
