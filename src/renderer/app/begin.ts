import type { Begin } from '../features/readiness/begin.ts'
import { startTimer } from '../features/timer/actions.ts'

/** How each kind of step is begun: what a step asks for, and where in the app that is. */
export const begin: Begin = (action) => {
  switch (action.kind) {
    case 'study':
    case 'count':
      return { kind: 'do', label: 'Start timer', run: () => void startTimer(action.category) }
    case 'state':
      return { kind: 'go', label: 'State it', href: '#/plan' }
    case 'checklist-item':
      return { kind: 'go', label: 'Open item', href: '#/evidence' }
    case 'metric':
      return { kind: 'go', label: 'Open metric', href: '#/evidence/metrics' }
    case 'write-story':
      return { kind: 'go', label: 'Write story', href: '#/stories' }
    case 'finish-story':
      return { kind: 'go', label: 'Open story', href: `#/stories/edit/${action.story}` }
    case 'rehearse':
      return { kind: 'go', label: 'Rehearse', href: `#/practice/rehearse/${action.story}` }
    case 'mock':
      return { kind: 'go', label: 'Record it', href: '#/practice/mocks' }
  }
}
