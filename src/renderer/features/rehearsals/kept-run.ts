import { longestRunMs, parseRun, spokenMs, type Run } from '#domain/rehearsals/run.ts'
import { createStore, type Store } from '../../ui/store.ts'

const storageKey = 'loopready.rehearsal'

/**
 * The rehearsal that is going on; null while there is none. It outlives the page when it is loaded again. One that has
 * run for longer than a rehearsal may was left alone, and is none.
 */
export const keptRun: Store<Run | null> = createStore(remembered())

keptRun.subscribe(() => {
  const run = keptRun.get()
  try {
    if (run === null) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, JSON.stringify(run))
  } catch {
    // Without storage a rehearsal lives as long as the page does.
  }
})

function remembered(): Run | null {
  try {
    const run = parseRun(localStorage.getItem(storageKey))
    return run !== null && spokenMs(run, Date.now()) <= longestRunMs ? run : null
  } catch {
    return null
  }
}
