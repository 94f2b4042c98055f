import { wallClockOfInstant } from '#engine/local-time.ts'
import { formatCount } from '#domain/readable.ts'
import { trashEntries } from '#domain/trash-entries.ts'
import { complain, valueOf } from '../complaint.ts'
import { handleOf, sessionCount } from '../text/session-list.ts'
import { table } from '../text/table.ts'
import { trashed, trashedNamed, type Trashed } from '../typed-trash.ts'
import { defineVerb, type Terminal } from '../verb.ts'

const shown = 100

/** Lists what was deleted, and puts it back. */
export const trash = defineVerb({
  name: 'trash',
  operands: '[restore <entry> ...]',
  takes: [0, 1000],
  summary: 'List what was deleted in the last 30 days, or put it back',
  details: `Sessions, stories, figures, rehearsals, mock interviews, questions and checklist items of your own wait there.
Each is named by the letters before it in the list, by its whole id, or as "last": what was deleted last.

Examples
  loopready trash
  loopready trash restore 3fa9c1`,
  options: {
    json: {
      type: 'flag',
      help: 'Print JSON: { total, days, sessions, stories, ... }, or { restored, sessions }.',
    },
  },
  run: async (terminal, { json }, [action, ...named]) => {
    if (action === undefined) await list(terminal, json)
    else if (action !== 'restore')
      complain(`"trash" cannot use "${action}". Write "loopready trash restore <entry>".`)
    else if (named.length === 0)
      complain('Say what to put back: "loopready trash restore <entry>".')
    else await restore(terminal, named, json)
  },
})

async function list({ engine, print, paint }: Terminal, json: boolean): Promise<void> {
  const list = valueOf(await engine().call('trash.list', { limit: shown }))
  if (json) {
    print(JSON.stringify(list, null, 2))
    return
  }
  const { entries, total } = trashEntries(list, shown, shown)
  if (total === 0) {
    print('The trash is empty.')
    return
  }
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const lines = table(
    entries.map((entry) => [
      paint('dim', handleOf(entry)),
      `deleted ${wallClockOfInstant(entry.deletedAt, entry.session?.timeZone ?? here).date}`,
      trashed(entry).text,
    ]),
    ['left', 'left', 'left'],
  )
  const more = total > entries.length ? ` The latest ${entries.length} are shown.` : ''
  const end = `${counted(total, list.total)} in the trash.${more} What is older than ${list.days} days is deleted for good.`
  print([...lines, '', end].join('\n'))
}

async function restore(terminal: Terminal, named: readonly string[], json: boolean): Promise<void> {
  const found: Trashed[] = []
  for (const typed of named) found.push(await trashedNamed(terminal, typed))
  const ids = [...new Set(found.map(({ id }) => id))]
  const { restored } = valueOf(await terminal.engine().call('trash.restore', { ids }))
  const sessions = found.flatMap(({ session }) => session ?? [])
  const [first] = found
  const what = restored === 1 && first ? first.text : counted(restored, sessions.length)
  terminal.print(json ? JSON.stringify({ restored, sessions }, null, 2) : `Put back ${what}.`)
}

/** `3 sessions`, or `3 entries` where some of them are something else. */
function counted(total: number, sessions: number): string {
  return total === sessions
    ? sessionCount(total)
    : formatCount(total, { one: 'entry', many: 'entries' })
}
