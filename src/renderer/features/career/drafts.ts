import { draftsOfWhatIsShown } from '../../bridge/viewing.ts'
import { createStore, type Store } from '../../ui/store.ts'

/** What is typed and not yet saved, by what it belongs to: closing a window or changing the page loses nothing. */
export function createDrafts<T>(empty: () => T): (key: string) => Store<T> {
  const kept = draftsOfWhatIsShown<Store<T>>()
  return (key) => {
    const known = kept().get(key)
    if (known !== undefined) return known
    const made = createStore(empty())
    kept().set(key, made)
    return made
  }
}
