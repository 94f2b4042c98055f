/** So many times within `withinMs` is what has died started again; more is a loop that a person must hear of. */
const most = 3
const withinMs = 5 * 60_000
/** The first time at once, so that the port is free for as short as possible; then with a rest, in milliseconds. */
const restsMs = [0, 500, 2_000]

/**
 * Whether and when something that has died is to be started again. Each call counts one death; null: no more.
 *
 * @param nowMs a clock that only goes forward
 */
export function createRestarts(nowMs: () => number): () => number | null {
  let deaths: readonly number[] = []
  return () => {
    const now = nowMs()
    deaths = [...deaths.filter((at) => now - at < withinMs), now]
    return deaths.length > most ? null : (restsMs[deaths.length - 1] ?? null)
  }
}
