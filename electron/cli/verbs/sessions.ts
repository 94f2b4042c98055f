import type { OutputOf } from '#contract/index.ts'
import type { Session } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'
import { valueOf } from '../complaint.ts'
import { limitFrom, newestSessions, shownInText } from '../listed-sessions.ts'
import { sessionCount, sessionsByDay } from '../text/session-list.ts'
import { defineVerb, type Paint } from '../verb.ts'

/** Lists logged sessions. */
export const sessions = defineVerb({
  name: 'sessions',
  operands: '',
  takes: [0, 0],
  summary: 'List the sessions, newest first',
  options: {
    limit: {
      type: 'text',
      value: 'N',
      help: `How many at most; without it ${shownInText}, or all with --json.`,
    },
    json: { type: 'flag', help: 'Print JSON: an array of sessions.' },
  },
  run: async (terminal, { limit, json }) => {
    const listed = await newestSessions(terminal, limitFrom(limit, json))
    if (json) {
      terminal.print(JSON.stringify(listed, null, 2))
      return
    }
    const outline = valueOf(await terminal.engine().call('sessions.outline', {}))
    terminal.print(outline.sessions === 0 ? nothing : text(listed, outline, terminal.paint))
  },
})

const nothing = 'No sessions yet. Log one with: loopready log 90m <category>'

function text(
  listed: readonly Session[],
  outline: OutputOf<'sessions.outline'>,
  paint: Paint,
): string {
  const total = `${sessionCount(outline.sessions)}, ${formatDuration(outline.seconds)} in all.`
  const isCut = listed.length < outline.sessions
  const rest = `The newest ${listed.length} are shown; --limit ${outline.sessions} shows all.`
  return [...sessionsByDay(listed, paint), isCut ? `${total} ${rest}` : total].join('\n\n')
}
