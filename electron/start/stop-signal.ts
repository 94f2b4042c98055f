/** The first request to stop: Ctrl+C, a `kill`, a closed terminal, or what the program itself calls. */
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
  return {
    asked: promise,
    ask: resolve,
    release: () => signals.forEach((name) => process.off(name, onSignal)),
  }
}
