import { leaveCrashReport } from '#engine/crash-report.ts'

type Parts = Readonly<{
  /** Has itself told of errors that nobody caught. */
  listen: (crashed: (thrown: unknown) => void) => void
  dataDir: string
  /** Asks the person, and waits for the answer: 0 starts again. */
  ask: () => number
  relaunch: () => void
  quit: () => void
}>

/**
 * Leaves a report of an error that nobody caught in this process, and offers to start again where the person was. What
 * was acknowledged is on disk, and ending goes the usual way, so that the engine still closes its file. Asks once: an
 * error that follows from the first is reported and not asked about.
 */
export function onCrash({ listen, dataDir, ask, relaunch, quit }: Parts): void {
  let isEnding = false
  listen((thrown) => {
    leaveCrashReport(dataDir, 'main', thrown)
    if (isEnding) return
    isEnding = true
    if (ask() === 0) relaunch()
    quit()
  })
}
