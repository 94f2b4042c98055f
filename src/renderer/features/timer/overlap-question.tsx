import { AlertDialog } from '../../ui/dialog.tsx'
import { timerQuestion, type TimerQuestion } from './questions.ts'

/** Asks whether to log a time in which something else was logged already. */
export function OverlapQuestion({
  question,
}: Readonly<{ question: Extract<TimerQuestion, { kind: 'overlap' }> }>) {
  return (
    <AlertDialog
      open
      title="Log it although it overlaps?"
      confirmLabel="Log anyway"
      onCancel={() => {
        timerQuestion.set(null)
      }}
      onConfirm={() => {
        timerQuestion.set(null)
        question.accept()
      }}
    >
      {question.error.message} The timer goes on if you do not log it now.
    </AlertDialog>
  )
}
