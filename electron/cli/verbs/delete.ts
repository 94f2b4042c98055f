import { valueOf } from '../complaint.ts'
import { described } from '../text/session-text.ts'
import { sessionCount } from '../text/session-list.ts'
import { sessionHelp, sessionNamed } from '../typed-session.ts'
import { defineVerb } from '../verb.ts'

/** Moves sessions to the trash. */
export const deleteSessions = defineVerb({
  name: 'delete',
  operands: '<session> ...',
  takes: [1, 1000],
  summary: 'Move sessions to the trash',
  details: `${sessionHelp}
"loopready undo" takes it back; "loopready trash" lists what can be put back for 30 days.

Examples
  loopready delete last
  loopready delete 3fa9c1 7b20de`,
  options: { json: { type: 'flag', help: 'Print JSON: { removed, sessions }.' } },
  run: async (terminal, { json }, operands) => {
    const found = new Map<string, Awaited<ReturnType<typeof sessionNamed>>>()
    for (const typed of operands) {
      const session = await sessionNamed(terminal, typed)
      found.set(session.id, session)
    }
    const sessions = [...found.values()]
    const { removed } = valueOf(
      await terminal.engine().call('sessions.remove', { ids: [...found.keys()] }),
    )
    const [first] = sessions
    const what = sessions.length === 1 && first ? described(first) : sessionCount(removed)
    terminal.print(
      json
        ? JSON.stringify({ removed, sessions }, null, 2)
        : `Deleted ${what}. "loopready undo" takes it back.`,
    )
  },
})
