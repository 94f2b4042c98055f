import type { App } from 'electron'

/**
 * Makes this the only desktop app on its data folder (the lock lies in the app's own folder inside it, so another data
 * folder is another app). False when there is one already; that one then comes to the front, and this one is to quit.
 */
export function isFirstInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  showWindow: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', showWindow)
  return true
}
