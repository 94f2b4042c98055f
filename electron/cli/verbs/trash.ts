import { wallClockOfInstant } from '#engine/local-time.ts'
import { complain, valueOf } from '../complaint.ts'
import { described } from '../text/session-text.ts'
import { handleOf, sessionCount } from '../text/session-list.ts'
import { table } from '../text/table.ts'
import { trashedSessionNamed } from '../typed-session.ts'
import { defineVerb, type Terminal } from '../verb.ts'

const shown = 100

/** Lists what was deleted, and puts it back. */
export const trash = defineVerb({
  name: 'trash',
  operands: '[restore <session> ...]',
  takes: [0, 1000],
  summary: 'List what was deleted in the last 30 days, or put it back',
  details: `A session is named by the letters before it in the list, by its whole id, or as "last": the one deleted last.

Examples
  loopready trash
  loopready trash restore 3fa9c1`,
  options: {
    json: {
      type: 'flag',
      help: 'Print JSON: { total, days, sessions }, or { restored, sessions }.',
    },
  },
  run: async (terminal, { json }, [action, ...named]) => {
    if (action === undefined) await list(terminal, json)
    else if (action !== 'restore')
      complain(`"trash" cannot use "${action}". Write "loopready trash restore <session>".`)
    else if (named.length === 0)
      complain('Say which session to put back: "loopready trash restore <session>".')
    else await restore(terminal, named, json)
  },
})

async function list({ engine, print, paint }: Terminal, json: boolean): Promise<void> {
  const trashed = valueOf(await engine().call('trash.list', { limit: shown }))
  if (json) {
    print(JSON.stringify(trashed, null, 2))
    return
  }
  const { total, days, sessions } = trashed
  if (total === 0) {
    print('The trash is empty.')
    return
  }
  const lines = table(
    sessions.map(({ session, deletedAt }) => [
      paint('dim', handleOf(session)),
      `deleted ${wallClockOfInstant(deletedAt, session.timeZone).date}`,
      described(session),
    ]),
    ['left', 'left', 'left'],
  )
  const more = total > sessions.length ? ` The latest ${sessions.length} are shown.` : ''
  const end = `${sessionCount(total)} in the trash.${more} What is older than ${days} days is deleted for good.`
  print([...lines, '', end].join('\n'))
}

async function restore(terminal: Terminal, named: readonly string[], json: boolean): Promise<void> {
  const sessions = []
  for (const typed of named) sessions.push(await trashedSessionNamed(terminal, typed))
  const ids = [...new Set(sessions.map(({ id }) => id))]
  const { restored } = valueOf(await terminal.engine().call('trash.restore', { ids }))
  const [first] = sessions
  const what = restored === 1 && first ? described(first) : sessionCount(restored)
  terminal.print(json ? JSON.stringify({ restored, sessions }, null, 2) : `Put back ${what}.`)
}
