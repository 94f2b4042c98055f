import { z } from 'zod'
import { playbookId } from '#contract/playbooks.ts'
import { focus } from '#contract/timer.ts'
import { instant, recordId, slug } from '#contract/units.ts'
import type { ReadableDb } from '../../store/database.ts'
import { plain, type FileRow, type Section } from './format.ts'
import { tableSection } from './table-section.ts'

const subject = {
  playbook: playbookId,
  category: slug,
  note: z.string(),
  focus: focus.nullable(),
}
const stretch = z.strictObject({ from: instant, to: instant })
const base = { seq: z.int().min(1), at: instant }

/** What happened to a timer, as timer/store.ts keeps it. */
const event = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('start'),
    data: z.strictObject({ ...subject, timeZone: z.string() }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('change'),
    data: z.strictObject(subject).partial(),
  }),
  z.strictObject({ ...base, kind: z.literal('subtract'), data: stretch }),
  z.strictObject({ ...base, kind: z.literal('keep'), data: stretch }),
  z.strictObject({
    ...base,
    kind: z.literal('stop'),
    data: z.strictObject({ session: recordId }),
  }),
  ...(['pause', 'resume', 'discard'] as const).map((kind) =>
    z.strictObject({ ...base, kind: z.literal(kind), data: z.strictObject({}) }),
  ),
])
const history = z.strictObject({ id: recordId, events: z.array(event).min(1) })
type Event = z.infer<typeof event>
type History = Readonly<{ id: string; events: readonly Event[] }>

/** Every timer that there was, as the events that happened to it. */
export const timerHistory: Section = {
  name: 'timers',
  tables: ['timer_event'],
  isSingle: false,
  keepsOwn: true,
  row: history,
  read: (db) => historiesOf(db, null),
  find: (db, row) => historiesOf(db, String(row['id']))[0],
  write(db, row) {
    // Through the section's own schema.
    const { id, events } = row as History
    for (const { seq, kind, at, data } of events)
      db.run(
        `INSERT INTO timer_event (timer_id, seq, kind, at, data)
         VALUES (@id, @seq, @kind, @at, @data)`,
        { id, seq, kind, at, data: JSON.stringify(data) },
      )
  },
  keyOf: (row) => String(row['id']),
  check(row) {
    const { events } = row as History
    const isInOrder = events.every(({ seq }, index) => seq === index + 1)
    return isInOrder && events[0]?.kind === 'start'
      ? null
      : { field: 'events', message: 'they must begin with "start" and be numbered from 1' }
  },
}

type EventRow = Readonly<{ id: string; seq: number; kind: string; at: string; data: string }>

function historiesOf(db: ReadableDb, id: string | null): FileRow[] {
  const rows = db.all<EventRow>(
    `SELECT timer_id AS id, seq, kind, at, data FROM timer_event
     ${id === null ? '' : 'WHERE timer_id = @id'} ORDER BY timer_id, seq`,
    id === null ? {} : { id },
  )
  const byTimer = Map.groupBy(rows, (row) => row.id)
  return Array.from(byTimer, ([timer, events]) => {
    const found = {
      id: timer,
      events: events.map(({ seq, kind, at, data }) => ({
        seq,
        at,
        kind,
        data: JSON.parse(data) as unknown,
      })),
    }
    const parsed = history.safeParse(found)
    return parsed.success ? parsed.data : found
  })
}

const pointer = tableSection({
  name: 'timer',
  table: 'timer',
  key: ['id'],
  constants: { id: 1 },
  isSingle: true,
  keepsOwn: true,
  fields: {
    timerId: plain('timer_id', recordId),
    lastSeq: plain('last_seq', z.int().min(1)),
  },
})

/**
 * The timer that there is. One that is known here already has gone on or ended here since, and is not begun again; so
 * this section has to stand before the history of timers.
 */
export const timerNow: Section = {
  ...pointer,
  find: (db, row) =>
    pointer.find(db, row) ?? (historiesOf(db, String(row['timerId'])).length > 0 ? row : undefined),
}

/** What is wrong with the timer of a file beside its history, or null. */
export function timerFault(rows: ReadonlyMap<string, readonly FileRow[]>): string | null {
  const now = rows.get(timerNow.name)?.[0]
  if (!now) return null
  const found = rows.get(timerHistory.name)?.find((row) => row['id'] === now['timerId'])
  const events = (found as History | undefined)?.events ?? []
  const last = events.at(-1)
  const isOpen = last !== undefined && last.kind !== 'stop' && last.kind !== 'discard'
  return isOpen && events.length === now['lastSeq']
    ? null
    : 'timer: it must be one of "timers" that has not ended, with the number of its last event'
}
