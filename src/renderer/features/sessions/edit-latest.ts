import { bridge } from '../../bridge/bridge.ts'
import { showToast } from '../../ui/toasts.ts'
import { openSessionForm } from './session-form-window.ts'

/** Opens the form of the session that started last, at its counts: what is mostly missing after a timer has stopped. */
export async function editLatestSession(): Promise<void> {
  const answer = await bridge.call('sessions.page', { offset: 0, limit: 1 })
  if (!answer.ok) {
    showToast({ message: answer.error.message, tone: 'negative' })
    return
  }
  const [session] = answer.value
  if (session === undefined) showToast({ message: 'Nothing is logged yet.' })
  else openSessionForm({ kind: 'edit', session, startAt: 'counts' })
}
