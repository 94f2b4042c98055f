import type { Notification, NotificationConstructorOptions } from 'electron'
import type { Log } from '#engine/api.ts'

export type NotificationDeps = Readonly<{
  Notification: (new (options: NotificationConstructorOptions) => Notification) & {
    isSupported(): boolean
  }
  /** A click on it: the person wants the window. */
  onClick: () => void
  log: Log
}>

/** Longer texts are cut by every system; here by us, so that what is sent is known. */
const LONGEST = 200

/**
 * Shows what the page wants to be said while its window may be covered, such as the end of a focus interval. What
 * comes from the page is checked; where the system shows no notifications nothing happens, as the page says it too.
 */
export function createNotifier({ Notification, onClick, log }: NotificationDeps) {
  /** A collected notification no longer tells of its click. */
  const shown = new Set<Notification>()
  return (message: unknown): void => {
    if (!isMessage(message))
      return log('warn', 'notification refused: it is not a title and a text')
    if (!Notification.isSupported()) return
    const { title, body } = message
    const notification = new Notification({
      title: title.slice(0, LONGEST),
      body: body.slice(0, LONGEST),
    })
    shown.add(notification)
    notification.on('click', () => {
      shown.delete(notification)
      onClick()
    })
    notification.on('close', () => shown.delete(notification))
    notification.show()
  }
}

function isMessage(value: unknown): value is Readonly<{ title: string; body: string }> {
  if (typeof value !== 'object' || value === null) return false
  const { title, body } = value as Readonly<Record<string, unknown>>
  return typeof title === 'string' && typeof body === 'string'
}
