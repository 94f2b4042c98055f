import type { CallName, Contract, OutputOf, ParsedInputOf } from '#contract/index.ts'
import type { Clock, EngineOptions, JobOptions } from './api.ts'
import type { Home } from './home.ts'
import type { PlaybookLibrary } from './playbooks/load.ts'
import type { ReadableDb, WritableDb } from './store/database.ts'
import type { IncomingFiles } from './transfer/incoming.ts'

/** What a read call gets: a database that it cannot write, one instant for the whole call, the playbooks. */
export type ReadContext = Readonly<{
  db: ReadableDb
  clock: Clock
  library: PlaybookLibrary
  home: Home
}>

/** What a write call gets: the database inside its transaction, and ids. */
export type WriteContext = Readonly<
  Omit<ReadContext, 'db'> & {
    db: WritableDb
    newId: () => string
    /** Whether what it changes joins the undo step of the call before: see `mergeBy` of the contract's calls. */
    continues: boolean
  }
>

/** What a job gets: it reads all it needs in one snapshot, then works elsewhere. */
export type JobContext = Readonly<{
  snapshot<T>(read: (context: ReadContext) => T): T
  assetsDir: EngineOptions['assetsDir']
  /** For a thread that opens the data itself: what is shown, which may be a backup. */
  dataDir: EngineOptions['dataDir']
  home: Home
  clock: Clock
  /** Files that were handed over for an import. */
  incoming: IncomingFiles
  /** Lets `write` calls of this engine wait, without blocking it; returns what lets them go on. */
  holdWrites(): () => void
  /** Told once a connection of the job's own has committed a change. */
  committed(change: number): void
}>

type Handler<N extends CallName> = Contract[N]['kind'] extends 'write'
  ? (context: WriteContext, input: ParsedInputOf<N>) => OutputOf<N>
  : Contract[N]['kind'] extends 'read'
    ? (context: ReadContext, input: ParsedInputOf<N>) => OutputOf<N>
    : (context: JobContext, input: ParsedInputOf<N>, options: JobOptions) => Promise<OutputOf<N>>

/** A handler for every call: a missing or misspelt one does not compile. */
export type Handlers = Readonly<{ [N in CallName]: Handler<N> }>

/** The handlers of one noun: exactly the calls whose names begin with it. */
export type HandlersFor<Noun extends string> = Pick<
  Handlers,
  Extract<CallName, `${Noun}.${string}`>
>
