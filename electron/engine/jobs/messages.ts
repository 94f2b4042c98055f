import type { CallError } from '#contract/errors.ts'

/** What every thread of a job is started with besides its task. `canceled[0]` is set to 1 to cancel. */
export type ThreadStart<Task> = Readonly<{ task: Task; canceled: Int32Array }>

/**
 * What the thread says. `write` asks for the turn to write and is answered by any message; the last one is `done` or
 * `failed`.
 */
export type ThreadMessage<Output> = Readonly<
  | { kind: 'progress'; done: number }
  | { kind: 'write' }
  | { kind: 'done'; value: Output }
  | { kind: 'failed'; error: CallError; isExpected: boolean; thrown: string }
>
