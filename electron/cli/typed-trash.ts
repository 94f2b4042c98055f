import type { Session } from '#contract/sessions.ts'
import { trashEntries, type TrashEntry } from '#domain/trash-entries.ts'
import { complain, valueOf } from './complaint.ts'
import { lettersOf } from './text/letters.ts'
import { printable } from './text/printable.ts'
import { described } from './text/session-text.ts'
import { isEnding, sessionEnding } from './typed-session.ts'
import type { Terminal } from './verb.ts'

/** Something in the trash, with what the terminal calls it; `session` where it is one. */
export type Trashed = Readonly<{ id: string; session: Session | null; text: string }>

/** What was meant in the trash: by the end of its id, or `last` for what was deleted last. */
export async function trashedNamed(terminal: Terminal, typed: string): Promise<Trashed> {
  const { engine } = terminal
  const { entries } = trashEntries(valueOf(await engine().call('trash.list', { limit: 1 })), 1, 1)
  const ending = typed.toLowerCase()
  if (ending === 'last') {
    const [latest] = entries
    return latest === undefined ? complain('The trash is empty.') : trashed(latest)
  }
  const others = entries.filter(({ id, session }) => session === null && id.endsWith(ending))
  const [first] = others
  if (first === undefined || !isEnding(ending)) {
    const session = await sessionEnding(terminal, typed, true)
    return { id: session.id, session, text: described(session) }
  }
  const sessions = valueOf(await engine().call('sessions.find', { ending, trashed: true }))
  if (others.length + sessions.length > 1)
    complain(`"${typed}" can be more than one thing in the trash. Write its whole id.`)
  return trashed(first)
}

/** An entry of the trash in the words of the terminal: `1h of coding on ...`, `story “The long outage”`. */
export function trashed(entry: TrashEntry): Trashed {
  const { id, session } = entry
  if (session !== null) return { id, session, text: described(session) }
  const letters = lettersOf(printable(entry.name))
  const name = letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('')
  return { id, session, text: `${entry.kind.toLowerCase()} “${name}”` }
}
