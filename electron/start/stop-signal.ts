/** The first request to stop: Ctrl+C, a `kill`, a closed terminal, the end of npm, or what the program itself calls. */
export type StopSignal = Readonly<{
  /** Settles with the exit status to end with, once something asks to stop. */
  asked: Promise<number>
  /** Asks to stop with an exit status. */
  ask(status: number): void
  /** Gives the signals their usual meaning back. */
  release(): void
}>

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Waits for a request to stop, so that everything can be closed in order, with exit status 0. Asked a second time, the
 * process ends at once: a person who presses Ctrl+C twice means it, and nothing that was acknowledged is lost.
 */
export function stopSignal(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<number>()
  let isAsked = false
  const onSignal = () => {
    if (isAsked) process.exit(130)
    isAsked = true
    resolve(0)
  }
  for (const name of signals) process.on(name, onSignal)
  const endWatch = onNpmGone(() => resolve(0))
  return {
    asked: promise,
    ask: resolve,
    release() {
      endWatch()
      for (const name of signals) process.off(name, onSignal)
    },
  }
}

/**
 * Calls the listener when this process was started by npm and npm has ended. Between the two stands a shell, and a
 * `kill` of npm ends that shell alone on many systems: without this, the app would go on with nobody to stop it. Gives
 * back the function that ends the watch.
 */
export function onNpmGone(listener: () => void): () => void {
  if (process.env['npm_lifecycle_event'] === undefined) return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    // An orphan gets another parent.
    if (process.ppid === parent) return
    clearInterval(timer)
    listener()
  }, 500)
  timer.unref()
  return () => clearInterval(timer)
}
