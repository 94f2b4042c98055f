import { useEffect, useRef, useState } from 'react'
import type { PageJob } from '#contract/bridge.ts'
import type { CallError, Result } from '#contract/errors.ts'
import type { InputOf, OutputOf } from '#contract/index.ts'
import { bridge } from '../../bridge/bridge.ts'
import { startJob, type Job } from '../../bridge/jobs.ts'

/** One piece of long work at a time, as a component sees it. */
export type Work = Readonly<{
  /** What runs, in the caller's own words; null while nothing does. `done` is null where nobody knows how far it is. */
  running: Readonly<{ what: string; done: number | null; canceling: boolean }> | null
  /** Why the latest piece failed; a cancel is no failure. */
  error: CallError | null
  /** Carries a job out. Answers null where it was canceled or failed, or where other work runs. */
  run: <N extends PageJob>(
    what: string,
    name: N,
    input: InputOf<N>,
  ) => Promise<(Result<OutputOf<N>> & { ok: true }) | null>
  cancel: () => void
  fail: (error: CallError | null) => void
}>

/** Runs jobs of this component. When it goes, so does what it has begun. */
export function useWork(): Work {
  const [running, setRunning] = useState<Work['running']>(null)
  const [error, setError] = useState<CallError | null>(null)
  const job = useRef<Job<unknown> | null>(null)
  useEffect(
    () => () => {
      job.current?.cancel()
      job.current = null
    },
    [],
  )
  return {
    running,
    error,
    fail: setError,
    cancel: () => {
      setRunning((now) => now && { ...now, canceling: true })
      job.current?.cancel()
    },
    async run<N extends PageJob>(what: string, name: N, input: InputOf<N>) {
      if (job.current !== null) return null
      const started = startJob(
        (id) => bridge.runJob(id, name, input),
        (done) => {
          setRunning((now) => now && { ...now, done })
        },
      )
      job.current = started
      setRunning({ what, done: null, canceling: false })
      setError(null)
      const answer = await started.answer
      // Gone meanwhile: nobody is there to be told.
      if (job.current !== started) return null
      job.current = null
      setRunning(null)
      if (answer.ok) return answer
      if (answer.error.code !== 'canceled') setError(answer.error)
      return null
    },
  }
}
