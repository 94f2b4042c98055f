import { valueOf } from '../complaint.ts'
import { logLine, understood, whatToChange } from '../quick-add.ts'
import { defineVerb } from '../verb.ts'

/** Logs a session from one line, as quick add does in the window. */
export const add = defineVerb({
  name: 'add',
  operands: '<line>',
  takes: [1, 200],
  summary: 'Log a session from one line',
  details: `Duration, category, day, time and counts in any order; a note after a colon. Days and times are in the past:
yesterday, last friday, 12 nov, 2026-11-20; 7pm, 19:00, 2h ago. Without them the session starts now. Categories may be
shortened to what is clear ("sd", "deep dive"). What is not clear is refused, with what to write instead.

Examples
  loopready add "90m system design yesterday 7pm 1 design problem: URL shortener"
  loopready add coding 1h 3 medium 1 hard
  loopready add mock interview 45m stories`,
  options: {
    'dry-run': { type: 'flag', help: 'Say how the line is understood, and log nothing.' },
    'no-overlap': { type: 'flag', help: 'Refuse a session that overlaps another.' },
    json: {
      type: 'flag',
      help: 'Print JSON: { session, overlaps, understood }; with --dry-run all that was read.',
    },
  },
  run: async (terminal, given, operands) => {
    const line = operands.join(' ')
    if (!given['dry-run']) return logLine(terminal, line, given)
    const read = valueOf(await terminal.engine().call('sessions.parse', { text: line }))
    if (given.json) terminal.print(JSON.stringify(read, null, 2))
    else
      terminal.print(
        [
          understood(read),
          read.session ? 'Nothing was logged.' : await whatToChange(terminal, read),
        ].join('\n'),
      )
  },
})
