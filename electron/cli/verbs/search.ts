import type { Session } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'
import { complain, valueOf } from '../complaint.ts'
import { limitFrom, newestSessions, shownInText } from '../listed-sessions.ts'
import { lettersOf } from '../text/letters.ts'
import { printable } from '../text/printable.ts'
import { sessionCount, sessionsByDay } from '../text/session-list.ts'
import { defineVerb, type Paint } from '../verb.ts'

/** Finds sessions by the words of their notes. */
export const search = defineVerb({
  name: 'search',
  operands: '<text>',
  takes: [1, 50],
  summary: 'Find sessions by words of their notes',
  details: `Every word has to be in the note, each from its beginning: "cach" finds "Caching". Case and accents do not
matter.

Examples
  loopready search rate limiter
  loopready search caching --json`,
  options: {
    limit: {
      type: 'text',
      value: 'N',
      help: `How many at most; without it ${shownInText}, or all with --json.`,
    },
    json: {
      type: 'flag',
      help: 'Print JSON: an array of sessions, with the places found in each note.',
    },
  },
  run: async (terminal, { limit, json }, operands) => {
    const { engine, print, paint } = terminal
    const filter = { text: operands.join(' ') }
    if (!/[\p{L}\p{N}]/u.test(filter.text)) complain('Write a word to search for.')
    const found = await newestSessions(terminal, limitFrom(limit, json), filter)
    if (json) {
      print(JSON.stringify(found, null, 2))
      return
    }
    const { sessions, seconds } = valueOf(await engine().call('sessions.outline', { filter }))
    if (sessions === 0) {
      print(`No note has "${printable(filter.text)}".`)
      return
    }
    const total = `${sessionCount(sessions)}, ${formatDuration(seconds)} in all.`
    const rest = sessions > found.length ? ` The newest ${found.length} are shown.` : ''
    const blocks = sessionsByDay(found, paint, (session) => around(session, paint))
    print([...blocks, `${total}${rest}`].join('\n\n'))
  },
})

/** The place in the note that was found, with some words before and behind it. */
function around({ note, highlights = [] }: Session, paint: Paint): string {
  const [first] = highlights
  if (!first) return ''
  const [start, end] = first
  const before = lettersOf(printable(note.slice(Math.max(0, start - 200), start)))
  const behind = lettersOf(printable(note.slice(end, end + 200)))
  const from =
    before.length > 24 || start > 200 ? `…${before.slice(-24).join('')}` : before.join('')
  const to = behind.length > 40 ? `${behind.slice(0, 40).join('')}…` : behind.join('')
  const space = (letter: string) => (printable(letter) === '' && letter !== '' ? ' ' : '')
  return [
    from,
    space(note.slice(Math.max(0, start - 1), start)),
    paint('bold', printable(note.slice(start, end))),
    space(note.slice(end, end + 1)),
    to,
  ].join('')
}
