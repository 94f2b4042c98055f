import type { Noun } from '#contract/call.ts'
import type { OutputOf, ParsedInputOf } from '#contract/index.ts'
import type { IncomingFile } from './incoming.ts'
import type { Plan } from './plan.ts'

/** The moment of a call, as plain data. */
export type Moment = Readonly<{ nowMs: number; timeZone: string }>

/** What can be done with a received file; the plan is null before there is a profile. */
type OnFile = Readonly<{ file: IncomingFile; plan: Plan | null; playbooks: Plan['playbooks'] }>

/** The work that is done on a thread of its own: all that it needs, as plain data. */
type Tasks = Readonly<{
  inspect: OnFile
  preview: OnFile &
    Readonly<{
      input: ParsedInputOf<'transfer.preview'>
      /** The file to make for all of its rows: see `kept-preview.ts`. */
      keepAt: string
    }>
  import: OnFile & Readonly<{ input: ParsedInputOf<'transfer.import'>; changes: readonly Noun[] }>
  /** The passphrase is of no use to it: what it wrote is encrypted after it. */
  export: Readonly<{
    input: Omit<ParsedInputOf<'transfer.export'>, 'passphrase'>
    playbooks: Plan['playbooks']
  }>
}>
export type TaskName = keyof Tasks

export type TaskOf<T extends TaskName> = Readonly<{ type: T }> & Tasks[T]
export type Task = { [T in TaskName]: TaskOf<T> }[TaskName]

/** What comes of a task: the output of the call that it is for. */
export type TaskOutput<T extends TaskName> = OutputOf<`transfer.${T}`>
