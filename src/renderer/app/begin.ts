import { navigate } from 'wouter/use-hash-location'
import { bridge } from '../bridge/bridge.ts'
import { offerUndo } from '../bridge/history.ts'
import type { Begin } from '../features/readiness/begin.ts'
import { evidenceToOpen } from '../features/career/evidence-to-open.ts'
import { startTimer } from '../features/timer/actions.ts'
import { showToast } from '../ui/toasts.ts'

/** How each kind of step is begun: what a step asks for, and where in the app that is. */
export const begin: Begin = (action) => {
  switch (action.kind) {
    case 'study':
    case 'count':
      return { kind: 'timer', label: 'Start timer', run: () => void startTimer(action.category) }
    case 'state':
      return { kind: 'go', label: 'State it', href: '#/plan' }
    case 'checklist-item':
      return { kind: 'do', label: 'Open item', run: opening(action.item, '/evidence') }
    case 'metric':
      return {
        kind: 'do',
        label: 'Open metric',
        run: opening(action.indicator, '/evidence/metrics'),
      }
    case 'write-story':
      return { kind: 'do', label: 'Write story', run: () => void writeStory(action.principles) }
    case 'finish-story':
      return { kind: 'go', label: 'Open story', href: `#/stories/edit/${action.story}` }
    case 'rehearse':
      return { kind: 'go', label: 'Rehearse', href: `#/practice/rehearse/${action.story}` }
    case 'mock':
      return { kind: 'go', label: 'Record it', href: '#/practice/mocks' }
  }
}

/** Goes to a page of the evidence and opens what is meant on it. */
function opening(subject: string, address: string): () => void {
  return () => {
    evidenceToOpen.set(subject)
    navigate(address)
  }
}

/** Makes a draft that serves the principles, the first as its primary one, and opens it. */
async function writeStory([first, ...secondaryPrinciples]: readonly string[]) {
  const content = first === undefined ? {} : { primaryPrinciple: first, secondaryPrinciples }
  const answer = await bridge.call('stories.create', { content })
  if (!answer.ok) return showToast({ message: answer.error.message, tone: 'negative' })
  navigate(`/stories/edit/${answer.value.story.id}`)
  return offerUndo('New story.', answer.change)
}
