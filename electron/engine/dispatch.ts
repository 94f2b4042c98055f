import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { Call, Noun } from '#contract/call.ts'
import type { CallError, Result } from '#contract/errors.ts'
import { contract, isCallName, type CallName } from '#contract/index.ts'
import type { Clock, JobOptions, Log } from './api.ts'
import { failureOf } from './failure.ts'
import { backUpBeforeImport } from './backups/before-import.ts'
import type { Home } from './home.ts'
import type { Handlers, JobContext, ReadContext, WriteContext } from './handlers.ts'
import { journaled } from './history/journal.ts'
import { mergeKeyOf } from './history/merging.ts'
import type { OwnPlaybooks } from './playbooks/own-playbooks.ts'
import { storedTexts } from './playbooks/texts.ts'
import { countChange } from './noun-versions.ts'
import { errorOf, refuse } from './refusal.ts'
import { readable, writable } from './store/database.ts'
import type { IncomingFiles } from './transfer/incoming.ts'
import { writeTurns, type WriteTurns } from './jobs/write-turns.ts'

type Dispatch = Readonly<{
  connection: Database
  handlers: Handlers
  playbooks: OwnPlaybooks
  assetsDir: string
  dataDir: string
  incoming: IncomingFiles
  home: Home
  clock: Clock
  newId: () => string
  log: Log
  /** Told after a write has been committed. */
  changed: (nouns: readonly Noun[]) => void
}>

/**
 * Carries a call of which nothing is known to its handler: name, input, transaction, journal, change notice, error
 * value; each applied from the call's declaration, so that handlers hold rules only. Never throws.
 */
export function dispatcher(parts: Dispatch) {
  const turns = writeTurns()
  return async (
    name: unknown,
    input: unknown,
    options: JobOptions = {},
  ): Promise<Result<unknown>> => {
    if (!isCallName(name))
      return { ok: false, error: { code: 'not-found', message: 'There is no such call.' } }
    // The declaration's own types pair a name with its schema; a name from outside is only known to be one of them.
    const call: Call = contract[name]
    const parsed = call.input.safeParse(input)
    if (!parsed.success) return { ok: false, error: inputError(parsed.error) }
    try {
      return await run({ ...parts, turns }, name, call, parsed.data, options)
    } catch (thrown) {
      const error = errorOf(thrown)
      if (error.code === 'internal' || error.code === 'storage')
        parts.log('error', 'call failed', { call: name, ...failureOf(thrown) })
      return { ok: false, error }
    }
  }
}

// What every handler looks like once name, kind and input are checked: the pairing that TypeScript cannot follow.
type AnyHandler = (context: unknown, input: unknown, options: JobOptions) => unknown

async function run(
  parts: Dispatch & Readonly<{ turns: WriteTurns }>,
  name: CallName,
  call: Call,
  input: unknown,
  options: JobOptions,
): Promise<Result<unknown>> {
  const { clock: source, playbooks, newId, turns, home } = parts
  // Before anything is looked at: what is true now may not be when it is made.
  if ('backUp' in call && call.backUp === 'before-import' && home.viewing.now() === null)
    await backUpBeforeImport(readable(parts.connection), parts, options)
  const viewed = home.viewing.now()
  if (viewed !== null && 'changes' in call && !('whileViewing' in call && call.whileViewing))
    refuseViewing()
  const connection = viewed?.connection ?? parts.connection
  const changesPlaybooks = 'changes' in call && (call.changes ?? []).includes('playbooks')
  // While a job writes, waiting for the file's lock would block every call of this thread.
  if (call.kind === 'write' && turns.isHeld()) await turns.next()
  const library = playbooks.library(!turns.isHeld())
  const handler = parts.handlers[name] as AnyHandler
  const clock = frozen(source)
  if (call.kind === 'write') {
    const db = writable(connection)
    const context: Omit<WriteContext, 'continues'> = { db, clock, library, home, newId }
    const handle = (continues: boolean) => handler({ ...context, continues }, input, options)
    const work = changesPlaybooks
      ? (continues: boolean) => playbooks.withFiles(db, () => handle(continues))
      : handle
    const madeAt = new Date(clock.nowMs()).toISOString()
    const mergeKey = mergeKeyOf(name, call.mergeBy, input)
    const { value, change } = connection
      .transaction(() => {
        const done =
          call.undo === null
            ? { value: work(false), change: null }
            : journaled(db, { label: call.undo, madeAt, mergeKey }, work)
        countChange(db, call.changes)
        return done
      })
      // The lock is taken at the start: what a handler reads cannot change before it writes.
      .immediate()
    parts.changed(call.changes)
    return change === null ? { ok: true, value } : { ok: true, value, change }
  }
  const context: ReadContext = { db: readable(connection), clock, library, home }
  // One transaction, so that all that is read is of one moment.
  const snapshot: JobContext['snapshot'] = (read) => connection.transaction(() => read(context))()
  if (call.kind === 'job') {
    const { assetsDir, incoming } = parts
    const dataDir = viewed?.dataDir ?? parts.dataDir
    let change: number | undefined
    // The notice comes as for a change of another process: the file itself says which nouns changed.
    const textsBefore = changesPlaybooks ? storedTexts(context.db) : null
    const committed: JobContext['committed'] = (id) => {
      change = id
      if (textsBefore) playbooks.wereStored(textsBefore)
    }
    const job = {
      snapshot,
      assetsDir,
      dataDir,
      home,
      incoming,
      clock,
      holdWrites: turns.hold,
      committed,
    }
    const value = await handler(job satisfies JobContext, input, options)
    return change === undefined ? { ok: true, value } : { ok: true, value, change }
  }
  return { ok: true, value: snapshot(() => handler(context, input, options)) }
}

function refuseViewing(): never {
  refuse({
    code: 'conflict',
    message: 'A backup is shown, which can only be read.',
    hint: 'Go back to your data first, or restore the backup.',
  })
}

/** One instant for a whole call, however long it takes. */
function frozen(clock: Clock): Clock {
  const nowMs = clock.nowMs()
  const timeZone = clock.timeZone()
  return { nowMs: () => nowMs, timeZone: () => timeZone }
}

function inputError(error: z.ZodError): CallError {
  const [first, ...rest] = error.issues.map((issue) => ({
    message: issue.message,
    field: issue.path.join('.'),
  }))
  return {
    code: 'invalid-input',
    message: first?.message ?? 'The input is not as expected.',
    ...(first?.field ? { field: first.field } : {}),
    ...(rest.length > 0 ? { others: rest } : {}),
  }
}
