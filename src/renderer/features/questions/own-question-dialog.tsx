import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Principle } from '#contract/playbooks.ts'
import type { Question, QuestionKind } from '#contract/questions.ts'
import { questionKindNames } from '#domain/questions.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useStore } from '../../ui/store.ts'
import { TextArea } from '../../ui/text-field.tsx'
import { draftOf, forgetDraft } from './own-question-draft.ts'

const shown = ['text', 'kind', 'principle', 'level'].map((field) => `question.${field}`)

/** The form of a question of one's own. What is typed stays when the window is closed without saving. */
export function OwnQuestionDialog({
  editing,
  principles,
  levels,
  onClose,
}: Readonly<{
  /** The question that is changed; null adds one. */
  editing: Question | null
  principles: readonly Principle[]
  levels: readonly Readonly<{ id: string; name: string }>[]
  onClose: () => void
}>) {
  const store = draftOf(editing)
  const draft = useStore(store)
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('questions.saveOwn')
  const change = (part: Partial<typeof draft>) => {
    store.set({ ...draft, ...part })
    setError(null)
  }
  const save = async () => {
    if (pending) return
    const answer = await write({ ...(editing === null ? {} : { id: editing.id }), question: draft })
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    forgetDraft(editing)
    offerUndo(editing === null ? 'Question added.' : 'Question changed.', answer.change)
    onClose()
  }
  const elsewhere = errorElsewhere(error, shown)
  return (
    <Dialog open title={editing === null ? 'New question' : 'Edit question'} onClose={onClose}>
      <form
        className="questions-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextArea
          label="Question"
          rows={3}
          value={draft.text}
          error={errorAt(error, 'question.text')}
          onValue={(text) => {
            change({ text })
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            void save()
          }}
        />
        <div className="questions-form-row">
          <Select
            label="Kind"
            value={draft.kind}
            options={Object.entries(questionKindNames).map(([value, label]) => ({ value, label }))}
            error={errorAt(error, 'question.kind')}
            onValue={(kind) => {
              // The select offers nothing else.
              change({ kind: kind as QuestionKind })
            }}
          />
          <Select
            label="Principle"
            value={draft.principle ?? ''}
            options={[
              { value: '', label: 'None' },
              ...principles.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            error={errorAt(error, 'question.principle')}
            onValue={(principle) => {
              change({ principle: principle === '' ? null : principle })
            }}
          />
          <Select
            label="Level"
            value={draft.level ?? ''}
            options={[
              { value: '', label: 'Any' },
              ...levels.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            error={errorAt(error, 'question.level')}
            onValue={(level) => {
              change({ level: level === '' ? null : level })
            }}
          />
        </div>
        <FormError>{elsewhere}</FormError>
        <div className="questions-form-foot">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending} title="Ctrl+Enter">
            {editing === null ? 'Add question' : 'Save changes'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
