import type { Noun } from '#contract/call.ts'
import type { Result } from '#contract/errors.ts'
import type { CallName, InputOf, OutputOf } from '#contract/index.ts'

/** Where the engine takes "now" from. Shells pass the system's; tests and `LOOPREADY_NOW` pass a fixed one. */
export type Clock = Readonly<{
  /** The current instant in milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number
  /** The IANA name of the local time zone. */
  timeZone(): string
}>

/** A line for the shell's log: what happened, with no text that the person wrote. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  data?: Record<string, unknown>,
) => void

export type JobOptions = Readonly<{
  signal?: AbortSignal
  /** Called with the part that is done, 0 to 1, never going back. */
  onProgress?: (done: number) => void
}>

/** The engine as every shell sees it. */
export type Engine = Readonly<{
  /** A typed call. Never rejects: what goes wrong comes back as an error value. */
  call<N extends CallName>(
    name: N,
    input: InputOf<N>,
    options?: JobOptions,
  ): Promise<Result<OutputOf<N>>>
  /** The same for a name and an input from outside, of which nothing is known. */
  callUntrusted(name: unknown, input: unknown, options?: JobOptions): Promise<Result<unknown>>
  /** Tells which nouns changed, also when another process on the same data directory changed them. Returns the unsubscribe. */
  onChange(listener: (nouns: readonly Noun[]) => void): () => void
  /** Finishes what runs and closes the file. */
  close(): Promise<void>
}>

export type EngineOptions = Readonly<{
  /** The folder that holds the data; made when missing. */
  dataDir: string
  /** The folder that holds `data/` and `resources/`: the project's root, or the packaged app's resources. */
  assetsDir: string
  clock: Clock
  log: Log
  /** Whether a backup is made each day on which something changed. Shells say yes. */
  backsUpDaily?: boolean
  /** How slow a passphrase of the backups is made to guess, as a power of two; tests take less than the usual 18. */
  passphraseWork?: number
}>
