import { navigate } from 'wouter/use-hash-location'
import { formatCount } from '#domain/readable.ts'
import { Button } from '../../ui/button.tsx'
import { hasAnswers, openAnswers, rowsToWrite } from './mapping.ts'
import { unlockForm } from './unlock-step.tsx'
import type { Import } from './use-import.ts'
import { rowUnit, sessionUnit } from './words.ts'

/** The way back and the way on, the same place in each step. */
export function StepFoot({ task, onClose }: Readonly<{ task: Import; onClose: () => void }>) {
  const { stage, found, mapping, preview, asked, existing, work } = task.state
  const isBusy = work !== null
  const back = (to: 'choose' | 'columns' | 'answers') => (
    <Button
      aria-disabled={isBusy || undefined}
      onClick={() => {
        if (!isBusy) task.goTo(to)
      }}
    >
      Back
    </Button>
  )
  switch (stage) {
    case 'choose':
      return (
        <>
          <Button onClick={onClose}>Close</Button>
          {found !== null && preview !== null && (
            <Button
              variant="primary"
              aria-disabled={isBusy || undefined}
              onClick={() => {
                if (!isBusy) task.goTo(found.kind === 'csv' ? 'columns' : 'preview')
              }}
            >
              Go on with {found.name}
            </Button>
          )}
        </>
      )
    case 'unlock':
      return (
        <>
          {back('choose')}
          <Button variant="primary" type="submit" form={unlockForm} pending={isBusy}>
            Open
          </Button>
        </>
      )
    case 'columns':
      return (
        <>
          {back('choose')}
          <Button variant="primary" pending={isBusy} onClick={task.read}>
            Next
          </Button>
        </>
      )
    case 'answers': {
      const open =
        mapping === null || preview === null ? null : openAnswers(mapping, preview, asked)
      const left = open === null ? 0 : open.names.size + Number(open.order) + Number(open.unit)
      return (
        <>
          {left > 0 && (
            <output className="transfer-left">
              {formatCount(left, { one: 'answer is open', many: 'answers are open' })}
            </output>
          )}
          {back('columns')}
          <Button variant="primary" pending={isBusy} disabled={left > 0} onClick={task.read}>
            Next
          </Button>
        </>
      )
    }
    case 'preview': {
      const rows = preview === null ? 0 : rowsToWrite(preview, existing)
      const unit = found?.kind === 'json' ? rowUnit : sessionUnit
      return (
        <>
          {back(
            found?.kind !== 'csv'
              ? 'choose'
              : preview !== null && hasAnswers(preview, asked)
                ? 'answers'
                : 'columns',
          )}
          {rows === 0 ? (
            <Button variant="primary" onClick={onClose}>
              Close
            </Button>
          ) : (
            <Button variant="primary" pending={isBusy} onClick={task.run}>
              Import {formatCount(rows, unit)}
            </Button>
          )}
        </>
      )
    }
    case 'result':
      return (
        <>
          <Button
            onClick={() => {
              onClose()
              navigate('/log')
            }}
          >
            Show the log
          </Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      )
  }
}
