import type { ChecklistState } from '#contract/checklist.ts'
import { stateOf, type SaidState } from '#domain/checklist.ts'
import type { WriteContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'

type Standing = Readonly<{
  playbook: string
  item: string
  said: SaidState
  stories: number
  n: number
  last: ChecklistState | null
}>

/**
 * Writes down each item whose state is no longer the last one written down. Called by whatever may move a state: the
 * checklist itself, and stories, whose links make "shown" into "shown with a story". Items that nobody marked have no
 * state to move, so this reads as many rows as there are marks, at most some dozens.
 */
export function noteStates({ db, clock }: Pick<WriteContext, 'db' | 'clock'>): void {
  const rows = db.all<Standing>(
    `SELECT playbook, item, state AS said,
       (SELECT count(*) FROM story_checklist_item AS link
          JOIN story ON story.id = link.story_id AND deleted_at IS NULL AND status <> 'retired'
        WHERE link.playbook = mark.playbook AND link.item = mark.item) AS stories,
       (SELECT coalesce(max(n), 0) FROM checklist_history AS past
        WHERE past.playbook = mark.playbook AND past.item = mark.item) AS n,
       (SELECT state FROM checklist_history AS past
        WHERE past.playbook = mark.playbook AND past.item = mark.item
        ORDER BY n DESC LIMIT 1) AS last
     FROM checklist_mark AS mark`,
  )
  const at = wallClockNow(clock, 0).startedAt
  for (const { playbook, item, said, stories, n, last } of rows) {
    const state = stateOf(said, stories)
    if (state !== (last ?? 'open'))
      db.run(
        `INSERT INTO checklist_history (playbook, item, n, at, state)
         VALUES (@playbook, @item, @n, @at, @state)`,
        { playbook, item, n: n + 1, at, state },
      )
  }
}
