import type { Database } from 'better-sqlite3'
import type { Instant } from '#contract/units.ts'
import type { Work } from '../jobs/work.ts'
import type { TaskName, TaskOf, TaskOutput } from './tasks.ts'
import type { Zones } from './zone-days.ts'

/** What came of a task, and the change that it made. */
export type Done<T extends TaskName = TaskName> = Readonly<{
  value: TaskOutput<T>
  change: number | null
}>

/** What a task works with on its thread. */
export type Bench = Readonly<{
  connection: Database
  now: Instant
  timeZone: string
  zones: Zones
  work: Work
  /** Waits until no `write` call of the engine is under way, and lets none begin until the task is done. */
  turn: () => Promise<void>
}>

/** The four things that can be done with a kind of file. */
export type FileTasks = Readonly<{
  [T in TaskName]: (task: TaskOf<T>, bench: Bench) => Promise<Done<T>>
}>
