import type { SavedReport } from '#contract/bridge.ts'
import { reportSaving } from '../../bridge/report-saving.ts'
import { createStore, type Store } from '../../ui/store.ts'

const latest = createStore<SavedReport | null>(null)

/** The report that was saved last since the window opened: it stays known while another is built, or fails. */
export const lastSavedReport: Store<SavedReport | null> = latest

const follow = () => {
  const now = reportSaving.get()
  if (now.state === 'saved') latest.set(now.report)
}
follow()
reportSaving.subscribe(follow)
