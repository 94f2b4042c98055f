import type { QuickAdd } from '#contract/quick-add.ts'
import { complain, valueOf } from './complaint.ts'
import { loggedText, warnOfOverlap } from './text/session-text.ts'
import { printable } from './text/printable.ts'
import type { Terminal } from './verb.ts'

type Given = Readonly<{ json: boolean; 'no-overlap': boolean }>

/** Logs a session from one line, and says how the line was understood. Complains where it is not clear. */
export async function logLine(terminal: Terminal, line: string, given: Given): Promise<void> {
  const read = valueOf(await terminal.engine().call('sessions.parse', { text: line }))
  const { session } = read
  if (session === null) return complain(await whatToChange(terminal, read))
  const result = await terminal
    .engine()
    .call('sessions.log', { ...session, acceptOverlap: !given['no-overlap'] })
  const logged = valueOf(result)
  warnOfOverlap(terminal, logged.overlaps)
  terminal.print(
    given.json
      ? JSON.stringify({ ...logged, understood: read.chips }, null, 2)
      : `${await loggedText(terminal, logged.session)}\n${understood(read)}`,
  )
}

/** How a line was read, part by part: `Read as: 90m = 1 h 30 min; sd = System design.` */
export function understood({ chips }: QuickAdd): string {
  const parts = chips.map(({ kind, text, label }) =>
    kind === 'note' || text === label ? `${kind} “${text}”` : `${text} = ${label}`,
  )
  return printable(`Read as: ${parts.join('; ')}.`)
}

/** All that keeps a line from being logged, as sentences. */
export async function whatToChange(terminal: Terminal, read: QuickAdd): Promise<string> {
  const sentences = [
    ...read.unknown.map(({ message }) => message),
    ...read.ambiguous.map(({ text, message, choices }) =>
      choices.length === 0
        ? message
        : `${message} In place of “${text}” write ${anyOf(choices.map((choice) => choice.replacement))}.`,
    ),
  ]
  const isAsked = (place: (typeof read.ambiguous)[number]) => place.choices.length > 0
  if (read.missing.includes('duration') && !read.ambiguous.some(isAsked))
    sentences.push('Say how long it lasted, as in 90m or 1h30.')
  if (read.missing.includes('category') && !read.ambiguous.some(isAsked))
    sentences.push(`Name a category: ${anyOf(await slugs(terminal))}.`)
  return sentences.join(' ')
}

async function slugs({ engine }: Terminal): Promise<readonly string[]> {
  const { profile } = valueOf(await engine().call('profile.get', {}))
  if (!profile) return []
  const { plan } = valueOf(await engine().call('playbooks.get', { id: profile.level }))
  return plan.categories.map(({ slug }) => slug)
}

function anyOf(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}
