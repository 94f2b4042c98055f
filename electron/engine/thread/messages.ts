import type { Noun } from '#contract/call.ts'
import type { CallError, Result } from '#contract/errors.ts'
import type { Log } from '../api.ts'

/** What the engine's thread is started with. Its clock comes from the environment, as everywhere. */
export type ThreadData = Readonly<{ dataDir: string; assetsDir: string }>

export type ToThread = Readonly<
  | { type: 'call'; id: number; name: unknown; input: unknown }
  | { type: 'cancel'; id: number }
  | { type: 'close' }
>

export type FromThread = Readonly<
  | { type: 'ready' }
  | { type: 'refused'; error: CallError }
  | { type: 'answer'; id: number; result: Result<unknown> }
  | { type: 'progress'; id: number; done: number }
  | { type: 'changed'; nouns: readonly Noun[] }
  | { type: 'log'; line: Parameters<Log> }
>
