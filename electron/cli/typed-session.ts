import type { Session } from '#contract/sessions.ts'
import { complain, valueOf } from './complaint.ts'
import { described } from './text/session-text.ts'
import { handleOf } from './text/session-list.ts'
import type { Terminal } from './verb.ts'

/** What is said of `<session>` in the help of a verb. */
export const sessionHelp = `A session is named by the letters before it in "loopready sessions", by its whole id, or as "last": the newest.`

/** The session that was meant: by the end of its id (4 letters or more), or `last` for the newest. */
export async function sessionNamed(terminal: Terminal, typed: string): Promise<Session> {
  if (typed.toLowerCase() !== 'last') return sessionEnding(terminal, typed, false)
  const [newest] = valueOf(await terminal.engine().call('sessions.page', { offset: 0, limit: 1 }))
  return newest ?? complain('There are no sessions yet.')
}

/** The session that an end of an id means, in the trash or out of it. */
export async function sessionEnding(
  { engine }: Terminal,
  typed: string,
  trashed: boolean,
): Promise<Session> {
  const ending = typed.toLowerCase()
  const place = trashed ? '"loopready trash"' : '"loopready sessions"'
  if (!isEnding(ending))
    complain(`"${typed}" names no session. Write the letters that stand before it in ${place}.`)
  const found = valueOf(await engine().call('sessions.find', { ending, trashed }))
  const [first, second] = found
  if (!first)
    return complain(
      `No session${trashed ? ' in the trash' : ''} ends in "${typed}". ${place} lists them.`,
    )
  if (second)
    return complain(
      `"${typed}" can be ${described(first)} (${longHandle(first)}) or ${described(second)} (${longHandle(second)}). Write more of its id.`,
    )
  return first
}

/** The last group of the id: long enough to be one among any number. */
function longHandle(session: Session): string {
  return session.id.split('-').at(-1) ?? handleOf(session)
}

/** Whether this can be the end of an id. */
export function isEnding(typed: string): boolean {
  return /^[0-9a-f-]{4,36}$/.test(typed)
}
