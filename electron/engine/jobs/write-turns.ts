/** Who may write: the engine's own connection, or for a while that of a job. */
export type WriteTurns = Readonly<{
  isHeld(): boolean
  /** Resolves when nobody holds the turn any more. */
  next(): Promise<void>
  /** Takes the turn, after which `write` calls wait. Returns what gives it back; several may hold it. */
  hold(): () => void
}>

/**
 * SQLite lets one connection write at a time, and a connection that has to wait blocks its thread meanwhile. So the
 * engine's writes wait here, where waiting costs nothing and reads go on, while a job of this engine writes.
 */
export function writeTurns(): WriteTurns {
  let holders = 0
  let waiting: (() => void)[] = []

  const wake = () => {
    const now = waiting
    waiting = []
    for (const go of now) go()
  }

  const next = async (): Promise<void> => {
    if (holders === 0) return
    await new Promise<void>((resolve) => waiting.push(resolve))
    // Somebody else may have taken it in between.
    await next()
  }

  return {
    isHeld: () => holders > 0,
    next,
    hold() {
      holders += 1
      let isGiven = false
      return () => {
        if (isGiven) return
        isGiven = true
        holders -= 1
        if (holders === 0) wake()
      }
    },
  }
}
