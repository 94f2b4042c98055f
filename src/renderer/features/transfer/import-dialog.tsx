import { useEffect, useRef, useState } from 'react'
import { offerUndo } from '../../bridge/history.ts'
import { AlertDialog, Dialog } from '../../ui/dialog.tsx'
import { AnswersStep } from './answers-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { importedWords } from './words.ts'
import { closeImport, type ImportStart } from './import-window.ts'
import { PreviewStep } from './preview-step.tsx'
import { ResultStep } from './result-step.tsx'
import { StepFoot } from './step-foot.tsx'
import { UnlockStep } from './unlock-step.tsx'
import { useImport } from './use-import.ts'
import { WorkState } from './work-state.tsx'
import './import-dialog.css'

/** An import from a file, step by step: what the file is, how to read it, what will happen, what came of it. */
export function ImportDialog({ start }: Readonly<{ start: ImportStart }>) {
  const task = useImport()
  const { state } = task
  const [isLeaving, setLeaving] = useState(false)
  const [undone, setUndone] = useState(false)
  const taken = useRef<ImportStart | null>(null)

  useEffect(() => {
    if (taken.current === start) return
    taken.current = start
    // A file that is dropped later than in the first step would throw away what was chosen for the one before.
    if (start.file !== null && state.stage === 'choose') task.take(start.file)
  }, [start, state.stage, task])

  const leave = () => {
    closeImport()
    const { result } = state
    if (result !== null && result.change !== null && !undone)
      offerUndo(`${importedWords(result.done, result.replaced)}.`, result.change)
  }
  const isLosing = state.work?.kind === 'import' || (state.isEdited && state.result === null)
  const close = () => {
    if (isLosing) setLeaving(true)
    else leave()
  }

  return (
    <Dialog
      open
      size="xl"
      title="Import"
      onClose={close}
      footer={<StepFoot task={task} onClose={close} />}
    >
      <div className="transfer-import">
        {state.stage === 'choose' && <ChooseStep task={task} />}
        {state.stage === 'unlock' && <UnlockStep task={task} />}
        {state.stage === 'columns' && <ColumnsStep task={task} />}
        {state.stage === 'answers' && <AnswersStep task={task} />}
        {state.stage === 'preview' && <PreviewStep task={task} />}
        {state.result !== null && (
          <ResultStep result={state.result} undone={undone} onUndone={() => setUndone(true)} />
        )}
        <WorkState work={state.work} onCancel={task.cancelWork} />
      </div>
      <AlertDialog
        open={isLeaving}
        title={state.work?.kind === 'import' ? 'Stop the import?' : 'Leave the import?'}
        confirmLabel={state.work?.kind === 'import' ? 'Stop it' : 'Leave'}
        cancelLabel="Stay"
        danger
        onCancel={() => {
          setLeaving(false)
        }}
        onConfirm={leave}
      >
        {state.work?.kind === 'import'
          ? 'It is everything or nothing: stopped now, nothing of the file is added.'
          : 'Nothing was imported yet. What you chose for this file is not kept.'}
      </AlertDialog>
    </Dialog>
  )
}
