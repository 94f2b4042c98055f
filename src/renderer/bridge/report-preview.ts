import type { BuiltReport } from '#contract/bridge.ts'
import type { CallError, Result } from '#contract/errors.ts'
import { createStore, type Store } from '../ui/store.ts'
import type { Job } from './jobs.ts'

/** The PDF report as it would be saved now, as far as it is built. */
export type ReportPreview = Readonly<{
  /** The latest whole one; it stays on show while a newer one is built. */
  built: BuiltReport | null
  /** Whether nothing has changed since `built` was begun. */
  isCurrent: boolean
  /** The build that runs for whoever looks at it. */
  work: Readonly<{ done: number; canceling: boolean }> | null
  /** Why the latest build gave nothing. */
  error: CallError | null
  /** The person canceled: nothing is built until it is asked for, or another choice is made. */
  isPaused: boolean
}>

export type ReportPreviewing = Readonly<{
  store: Store<ReportPreview>
  /** Keeps the preview up to date until the returned function is called. */
  watch(): () => void
  /** The data have changed; `isChoice` when it was what the report holds. An outdated build is canceled. */
  changed(isChoice: boolean): void
  /** Builds now, also after a cancel or an error. */
  build(): void
  cancel(): void
  /**
   * The report as of now, to be saved: the one on show where it is current, the build that runs, or a new one. To cancel
   * it ends the build only where the preview has no use for that.
   */
  latest(onProgress: (done: number) => void): Job<BuiltReport>
  /** What `latest` gave is not held by the shell any more. */
  lost(): void
}>

const canceled: Result<never> = {
  ok: false,
  error: { code: 'canceled', message: 'The report was not saved.' },
}

type Running = Readonly<{ job: Job<BuiltReport>; of: number; answer: Promise<Result<BuiltReport>> }>

/** Changes that follow each other as fast as this are one, in milliseconds. */
const settleMs = 350

/** After so long the report is made anew when it is saved: "data as of" is an hour of the day. In milliseconds. */
const freshForMs = 3_600_000

/** Whether a report of one moment is still the report of another: on another day its every figure is. */
function isFresh(builtAt: number, now: number): boolean {
  const age = now - builtAt
  const isSameDay = new Date(builtAt).toDateString() === new Date(now).toDateString()
  return age >= 0 && age < freshForMs && isSameDay
}

/** `begin` starts a build; `now` is the time of day, in milliseconds since 1970: it goes on while the machine sleeps. */
export function createReportPreview(
  begin: (onProgress: (done: number) => void) => Job<BuiltReport>,
  now: () => number,
): ReportPreviewing {
  const store = createStore<ReportPreview>({
    built: null,
    isCurrent: false,
    work: null,
    error: null,
    isPaused: false,
  })
  const update = (part: Partial<ReportPreview>) => {
    store.set({ ...store.get(), ...part })
  }
  /** Counts what has changed, so that each build knows of which state it is. */
  let state = 0
  let running: Running | null = null
  /** When the build of the latest whole one began: its data are of then. */
  let builtAt = 0
  let watchers = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Those who wait to save the build that runs: it is finished for them even when it is outdated meanwhile. */
  const waiting = new Set<(done: number) => void>()

  const drop = () => {
    clearTimeout(timer)
    const outdated = running
    running = null
    outdated?.job.cancel()
  }

  /** Whether a build runs that nobody has canceled. */
  const isRunning = () => running !== null && store.get().work?.canceling !== true

  function start(): Running {
    drop()
    update({ work: { done: 0, canceling: false }, error: null })
    const of = state
    const begunAt = now()
    const job = begin((done) => {
      if (running?.job !== job) return
      const { work } = store.get()
      if (work !== null) update({ work: { ...work, done } })
      for (const listener of waiting) listener(done)
    })
    const answer = job.answer.then((result) => {
      if (running?.job !== job) return result
      running = null
      waiting.clear()
      finish(result, of, begunAt)
      return result
    })
    running = { job, of, answer }
    return running
  }

  function finish(result: Result<BuiltReport>, of: number, begunAt: number): void {
    if (result.ok) {
      builtAt = begunAt
      update({
        built: result.value,
        isCurrent: of === state,
        work: null,
        error: null,
        isPaused: false,
      })
    } else if (result.error.code === 'canceled') update({ work: null, isPaused: true })
    else update({ work: null, error: result.error })
    if (of !== state) schedule(settleMs)
  }

  function schedule(afterMs: number): void {
    clearTimeout(timer)
    if (watchers === 0 || store.get().isPaused || waiting.size > 0) return
    timer = setTimeout(start, afterMs)
  }

  return {
    store,
    watch() {
      watchers += 1
      // Nobody was told of time that has passed since: it is no change of the data.
      if (!isFresh(builtAt, now())) update({ isCurrent: false })
      const { isCurrent, error } = store.get()
      if (running === null && !isCurrent && error === null) schedule(0)
      return () => {
        watchers -= 1
        if (watchers > 0) return
        clearTimeout(timer)
        if (running === null || waiting.size > 0) return
        drop()
        update({ work: null })
      }
    },
    changed(isChoice) {
      state += 1
      if (waiting.size === 0) drop()
      const { work, isPaused } = store.get()
      update({
        isCurrent: false,
        error: null,
        isPaused: isPaused && !isChoice,
        work: waiting.size === 0 ? null : work,
      })
      schedule(settleMs)
    },
    build() {
      update({ isPaused: false })
      if (!isRunning()) start()
      else update({ work: store.get().work ?? { done: 0, canceling: false } })
    },
    cancel() {
      const { work } = store.get()
      if (running === null || work === null) return
      if (waiting.size > 0) {
        // Who saves has not canceled.
        update({ work: null, isPaused: true })
        return
      }
      update({ work: { ...work, canceling: true } })
      running.job.cancel()
    },
    latest(onProgress) {
      const { built, isCurrent } = store.get()
      if (built !== null && isCurrent && isFresh(builtAt, now()))
        return { answer: Promise.resolve({ ok: true, value: built }), cancel: () => {} }
      const build = isRunning() && running?.of === state ? running : start()
      waiting.add(onProgress)
      const { promise, resolve } = Promise.withResolvers<Result<BuiltReport>>()
      void build.answer.then(resolve)
      return {
        answer: promise,
        cancel() {
          if (!waiting.delete(onProgress)) return
          resolve(canceled)
          const isWatched = watchers > 0 && !store.get().isPaused
          if (waiting.size > 0 || (isWatched && build.of === state)) return
          drop()
          update({ work: null })
          schedule(settleMs)
        },
      }
    },
    lost() {
      update({ isCurrent: false })
    },
  }
}
