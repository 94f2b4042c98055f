import { useEffect, useRef, useState } from 'react'
import type { ReceivedFile } from '#contract/bridge.ts'
import type { CallError, Result } from '#contract/errors.ts'
import type { OutputOf } from '#contract/index.ts'
import type { TransferInspection, TransferMapping } from '#contract/transfer.ts'
import { bridge } from '../../bridge/bridge.ts'
import { startJob, type Job } from '../../bridge/jobs.ts'
import { handOver } from './hand-over.ts'
import { rowsInSight, stretchFor, stretchSize, type Look } from './held-rows.ts'
import { askedAlso, nothingAsked, type Asked, type Preview } from './mapping.ts'

export type Stage = 'choose' | 'unlock' | 'columns' | 'answers' | 'preview' | 'result'

/** Long work of the import, for its progress. `done` is null where nobody knows how far it is. */
export type Work = Readonly<{
  kind: 'receive' | 'unlock' | 'inspect' | 'preview' | 'import'
  done: number | null
  canceling: boolean
}>

export type ImportState = Readonly<{
  stage: Stage
  found: TransferInspection | null
  /** A file that is encrypted, until it was opened. */
  locked: ReceivedFile | null
  /** How to read the table; null for JSON. */
  mapping: TransferMapping | null
  /** Whether the person has changed it: then leaving asks first. */
  isEdited: boolean
  existing: 'keep' | 'replace'
  asked: Asked
  preview: Preview | null
  /** Which rows the preview holds, and which are in sight. */
  held: Look
  look: Look
  error: CallError | null
  work: Work | null
  result: Readonly<{
    done: OutputOf<'transfer.import'>
    /** Takes it back; null where nothing was written. */
    change: number | null
    replaced: boolean
  }> | null
}>

const start: ImportState = {
  stage: 'choose',
  found: null,
  locked: null,
  mapping: null,
  isEdited: false,
  existing: 'keep',
  asked: nothingAsked,
  preview: null,
  held: { show: null, offset: 0 },
  look: { show: null, offset: 0 },
  error: null,
  work: null,
  result: null,
}

export type Import = Readonly<{
  state: ImportState
  /** Asks for a file and looks at it. */
  choose: () => void
  /** Looks at a dropped file. */
  take: (file: File) => void
  /** Opens the encrypted file and looks at what was in it. */
  unlock: (passphrase: string) => void
  setMapping: (mapping: TransferMapping) => void
  goTo: (stage: Stage) => void
  /** Reads the table by the mapping, and goes on to what is open, or to the preview. */
  read: () => void
  /** Shows other rows of the preview. */
  look: (look: Look) => void
  setExisting: (existing: 'keep' | 'replace') => void
  run: () => void
  cancelWork: () => void
}>

/** One import, from the choice of a file to what came of it. When its window goes, so do its work and its file. */
export function useImport(): Import {
  const [state, setState] = useState(start)
  // What callers that come later, out of an answer, go by.
  const latest = useRef(start)
  const running = useRef<Job<unknown> | null>(null)

  const patch = (change: Partial<ImportState>) => {
    latest.current = { ...latest.current, ...change }
    setState(latest.current)
  }

  useEffect(
    () => () => {
      running.current?.cancel()
      discard(latest.current.found)
      discard(latest.current.locked)
    },
    [],
  )

  /** Runs long work with its progress. What was wrong is kept as the error; a cancel is none. */
  const work = async <T>(
    kind: Work['kind'],
    begin: (job: string) => Promise<Result<T>>,
  ): Promise<(Result<T> & { ok: true }) | null> => {
    if (running.current !== null) return null
    const job = startJob(begin, (done) => {
      const { work: now } = latest.current
      if (now !== null) patch({ work: { ...now, done } })
    })
    running.current = job
    patch({ work: { kind, done: null, canceling: false }, error: null })
    const answer = await job.answer
    running.current = null
    const isWrong = !answer.ok && answer.error.code !== 'canceled'
    patch({ work: null, error: isWrong ? answer.error : null })
    return answer.ok ? answer : null
  }

  const preview = async (look: Look) => {
    const { found, mapping, existing, asked } = latest.current
    if (found === null) return null
    const held = stretchFor(look)
    const answer = await work('preview', (job) =>
      bridge.runJob(job, 'transfer.preview', {
        file: found.file,
        ...(mapping === null ? {} : { mapping }),
        existing,
        ...(held.show === null ? {} : { show: held.show }),
        offset: held.offset,
        limit: stretchSize,
      }),
    )
    if (answer === null) return null
    const { questions } = answer.value
    patch({ preview: answer.value, held, look, asked: askedAlso(asked, questions) })
    return answer.value
  }

  const firstRows: Look = { show: null, offset: 0 }

  const read = async () => {
    const read = await preview(firstRows)
    if (read === null) return
    const missing = read.questions.find(({ kind }) => kind === 'column')
    if (missing !== undefined)
      patch({
        stage: 'columns',
        error: { code: 'invalid-input', field: 'columns', message: missing.message },
      })
    else patch({ stage: read.ready ? 'preview' : 'answers' })
  }

  const inspect = async (received: ReceivedFile) => {
    discard(latest.current.found)
    if (received.locked) {
      if (latest.current.locked?.file !== received.file) discard(latest.current.locked)
      patch({ ...start, stage: 'unlock', locked: received })
      return
    }
    const answer = await work('inspect', (job) =>
      bridge.runJob(job, 'transfer.inspect', { file: received.file }),
    )
    if (answer === null) {
      discard(received)
      return
    }
    const found = answer.value
    const mapping = found.kind === 'csv' ? found.mapping : null
    patch({ ...start, found, mapping })
    const isKnown = found.kind === 'json' || found.remembered || found.preset?.id === 'loopready'
    if (isKnown) await read()
    // Also when it could not be read: then the columns are where to mend it.
    if (found.kind === 'csv' && latest.current.stage === 'choose') patch({ stage: 'columns' })
  }

  const receive = async (begin: () => Promise<Result<ReceivedFile | null>>) => {
    const answer = await work('receive', begin)
    if (answer !== null && answer.value !== null) await inspect(answer.value)
  }

  const unlock = async (passphrase: string) => {
    const { locked } = latest.current
    if (locked === null) return
    const answer = await work('unlock', (job) =>
      bridge.runJob(job, 'transfer.unlock', { file: locked.file, passphrase }),
    )
    if (answer === null) return
    // The engine has let go of the encrypted one.
    patch({ locked: null, stage: 'choose' })
    await inspect(answer.value)
  }

  const run = async () => {
    const { found, mapping, existing } = latest.current
    if (found === null) return
    const answer = await work('import', (job) =>
      bridge.runJob(job, 'transfer.import', {
        file: found.file,
        ...(mapping === null ? {} : { mapping }),
        existing,
      }),
    )
    if (answer === null) return
    const { value: done, change = null } = answer
    // The engine has let go of the file.
    patch({
      stage: 'result',
      found: null,
      result: { done, change, replaced: existing === 'replace' },
    })
  }

  return {
    state,
    choose: () => void receive(() => bridge.chooseImportFile()),
    take: (file) => void receive(() => handOver(file)),
    unlock: (passphrase) => void unlock(passphrase),
    setMapping: (mapping) => {
      const { columns } = latest.current.mapping ?? mapping
      const isOther = JSON.stringify(columns) !== JSON.stringify(mapping.columns)
      // Other columns raise other questions.
      patch({ mapping, isEdited: true, error: null, ...(isOther ? { asked: nothingAsked } : {}) })
    },
    goTo: (stage) => {
      patch({ stage, error: null })
    },
    read: () => void read(),
    look: (look) => {
      const { preview: now, held, work: running } = latest.current
      if (now !== null && running === null && rowsInSight(now, held, look) !== null) patch({ look })
      else void preview(look)
    },
    setExisting: (existing) => {
      if (latest.current.work !== null) return
      patch({ existing })
      void preview(latest.current.look)
    },
    run: () => void run(),
    cancelWork: () => {
      const { work: now } = latest.current
      if (now !== null) patch({ work: { ...now, canceling: true } })
      running.current?.cancel()
    },
  }
}

function discard(held: Readonly<{ file: string }> | null): void {
  if (held !== null)
    void bridge.runJob(crypto.randomUUID(), 'transfer.discard', { file: held.file })
}
