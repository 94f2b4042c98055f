/** How a long piece of work listens and tells. */
export type Work = Readonly<{
  /** Throws a `Refusal` with `canceled` once the job was cancelled. Called at least for every few hundred rows. */
  checkCancel(): void
  /** Tells the part that is done, 0 to 1. */
  progress(done: number): void
}>

/** A piece of the work that goes from one share of the whole to another. */
export function partOf(work: Work, from: number, to: number): Work {
  return { ...work, progress: (done) => work.progress(from + (to - from) * done) }
}

/** A part of the work, from one share of the whole to another, told by count. */
export function counted(work: Work, from: number, to: number, total: number): (n: number) => void {
  return (n) => {
    if (n % 256 !== 0) return
    work.checkCancel()
    work.progress(from + (to - from) * Math.min(1, n / Math.max(1, total)))
  }
}
