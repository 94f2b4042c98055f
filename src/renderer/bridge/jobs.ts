import type { Result } from '#contract/errors.ts'
import { bridge } from './bridge.ts'

/** Who wants to hear how far the work is that this window has begun, by the work's id. */
const listeners = new Map<string, (done: number) => void>()

bridge.onJobProgress(({ job, done }) => listeners.get(job)?.(done))

/** Long work that runs. */
export type Job<T> = Readonly<{
  /** Never rejects; `canceled` where it was canceled. */
  answer: Promise<Result<T>>
  cancel: () => void
}>

/** Begins long work under an id of its own, so that no other window hears of it or cancels it. */
export function startJob<T>(
  begin: (job: string) => Promise<Result<T>>,
  onProgress: (done: number) => void = () => {},
): Job<T> {
  const id = crypto.randomUUID()
  listeners.set(id, onProgress)
  return {
    answer: begin(id).finally(() => listeners.delete(id)),
    cancel: () => {
      bridge.cancelJob(id)
    },
  }
}
