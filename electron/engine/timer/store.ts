import type { Focus } from '#contract/timer.ts'
import type { Instant } from '#contract/units.ts'
import type { Interval } from '#domain/overlap.ts'
import type { TimerEvent } from '#domain/timer.ts'
import type { Sighting } from '#domain/timer-away.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { instantAt, secondsAt } from './instants.ts'

/** What a timer is for. */
export type Subject = Readonly<{
  playbook: string
  category: string
  note: string
  focus: Focus | null
}>

/** What is kept with an event, by its kind; nothing with the others. */
type Data = Readonly<{
  start: Subject & { timeZone: string }
  change: Partial<Subject>
  subtract: { from: Instant; to: Instant }
  keep: { from: Instant; to: Instant }
  stop: { session: string }
}>

/** An event as it is kept. */
export type StoredEvent = TimerEvent & Readonly<{ data: Readonly<Record<string, unknown>> }>

/** A timer that has not ended. */
export type StoredTimer = Readonly<{
  id: string
  lastSeq: number
  timeZone: string
  startedAt: number
  subject: Subject
  events: readonly StoredEvent[]
}>

type EventRow = Readonly<{ kind: TimerEvent['kind']; at: Instant; data: string }>

/** The timer that there is, or undefined. */
export function findTimer(db: ReadableDb): StoredTimer | undefined {
  const row = db.get<{ id: string; lastSeq: number }>(
    'SELECT timer_id AS id, last_seq AS lastSeq FROM timer',
  )
  if (!row) return undefined
  const events = db
    .all<EventRow>('SELECT kind, at, data FROM timer_event WHERE timer_id = @id ORDER BY seq', {
      id: row.id,
    })
    .map(eventOf)
  const [first, ...later] = events
  if (!first) throw new Error('a timer without a start')
  const { timeZone, ...subject } = first.data as Data['start']
  return {
    ...row,
    timeZone,
    startedAt: first.at,
    subject: later
      .filter(({ kind }) => kind === 'change')
      .reduce((before, { data }) => ({ ...before, ...data }), subject),
    events,
  }
}

function eventOf({ kind, at, data }: EventRow): StoredEvent {
  // Written by this file alone, as `Data` says.
  const parsed = JSON.parse(data) as Record<string, unknown>
  const event = { at: secondsAt(at), data: parsed }
  if (kind !== 'subtract' && kind !== 'keep') return { kind, ...event }
  const { from, to } = parsed as Data['keep']
  return { kind, ...event, from: secondsAt(from), to: secondsAt(to) }
}

/** Starts a timer in the place of the one that there is, if any. `rest` happened to it since. */
export function beginTimer(
  db: WritableDb,
  id: string,
  at: number,
  data: Data['start'],
  rest: readonly StoredEvent[] = [],
): void {
  writeEvent(db, id, 1, { kind: 'start', at, data })
  for (const [index, event] of rest.entries()) writeEvent(db, id, index + 2, event)
  db.run(
    `INSERT INTO timer (id, timer_id, last_seq) VALUES (1, @id, @seq)
     ON CONFLICT (id) DO UPDATE SET timer_id = excluded.timer_id, last_seq = excluded.last_seq`,
    { id, seq: rest.length + 1 },
  )
}

/** Adds an event to the timer. */
export function addEvent<Kind extends TimerEvent['kind']>(
  db: WritableDb,
  { id, lastSeq }: StoredTimer,
  kind: Kind,
  at: number,
  data: Kind extends keyof Data ? Data[Kind] : Record<string, never>,
): void {
  writeEvent(db, id, lastSeq + 1, { kind, at, data })
  db.run('UPDATE timer SET last_seq = last_seq + 1')
}

/** Adds the last event of a timer: from now on there is none, unless another one is begun. */
export function endTimer<Kind extends 'stop' | 'discard'>(
  db: WritableDb,
  timer: StoredTimer,
  kind: Kind,
  at: number,
  data: Kind extends keyof Data ? Data[Kind] : Record<string, never>,
): void {
  writeEvent(db, timer.id, timer.lastSeq + 1, { kind, at, data })
  db.run('DELETE FROM timer')
}

function writeEvent(
  db: WritableDb,
  id: string,
  seq: number,
  { kind, at, data }: Pick<StoredEvent, 'kind' | 'at' | 'data'>,
): void {
  db.run(
    'INSERT INTO timer_event (timer_id, seq, kind, at, data) VALUES (@id, @seq, @kind, @at, @data)',
    { id, seq, kind, at: instantAt(at), data: JSON.stringify(data) },
  )
}

/** The stretches in which somebody was seen while a timer ran, oldest first. */
export function seenStretches(db: ReadableDb, id: string): Interval[] {
  return db
    .all<{ since: Instant; until: Instant }>(
      'SELECT since, until FROM timer_seen WHERE timer_id = @id ORDER BY since',
      { id },
    )
    .map(({ since, until }) => ({ start: secondsAt(since), end: secondsAt(until) }))
}

/** Keeps a sign of life: one row is changed or added. */
export function writeSighting(db: WritableDb, id: string, found: NonNullable<Sighting>): void {
  const { start, end } = 'extend' in found ? found.extend : found.begin
  const row = { id, since: instantAt(start), until: instantAt(end) }
  if ('extend' in found)
    db.run('UPDATE timer_seen SET until = @until WHERE timer_id = @id AND since = @since', row)
  else
    db.run(
      `INSERT INTO timer_seen (timer_id, since, until) VALUES (@id, @since, @until)
       ON CONFLICT DO NOTHING`,
      row,
    )
}
