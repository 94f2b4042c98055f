import { useState, type KeyboardEvent } from 'react'
import type { CallError, Result } from '#contract/errors.ts'
import type { InputOf } from '#contract/index.ts'
import type { Proof } from '#contract/proof.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatDay } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { useStore, type Store } from '../../ui/store.ts'
import { TextField } from '../../ui/text-field.tsx'
import { storyTitle } from './proof-list.tsx'

export type ProofDraft = Readonly<{ kind: Proof['kind']; text: string; chosen: string }>
/** The form before anything is typed. */
export const emptyProof: ProofDraft = { kind: 'story', text: '', chosen: '' }

type Input = InputOf<'metrics.addProof'>['proof']

const KINDS: readonly Readonly<{ value: Proof['kind']; label: string }>[] = [
  { value: 'story', label: 'Story' },
  { value: 'session', label: 'Session' },
  { value: 'link', label: 'Link' },
  { value: 'file', label: 'File' },
  { value: 'text', label: 'In words' },
]
const FIELDS = {
  link: { label: 'Web address', hint: 'Kept as text; Loopready opens no page.' },
  file: { label: 'Name of the file', hint: 'Only its name is kept; the file stays where it is.' },
  text: { label: 'What proves it', hint: 'Who said what, and when.' },
} as const
/** How many sessions can be chosen from, the newest first. */
const SESSIONS = 100

/** Adds one piece of evidence. What is typed stays until it is added, also when the window is closed. */
export function ProofForm({
  draft,
  linked,
  onAdd,
}: Readonly<{
  draft: Store<ProofDraft>
  /** Stories that are linked already and need no second link. */
  linked: readonly string[]
  onAdd: (proof: Input) => Promise<Result<unknown>>
}>) {
  const typed = useStore(draft)
  const [error, setError] = useState<CallError | null>(null)
  const take = (change: Partial<ProofDraft>) => {
    draft.set({ ...typed, ...change })
    setError(null)
  }
  const { kind, text, chosen } = typed
  const add = async () => {
    const proof = inputOf(typed)
    if (proof === null) {
      setError({
        code: 'invalid-input',
        message: kind === 'story' ? 'Choose a story.' : 'Choose a session.',
      })
      return
    }
    const answer = await onAdd(proof)
    if (answer.ok) draft.set({ ...emptyProof, kind })
    else setError(answer.error)
  }
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void add()
  }
  const message = error === null ? undefined : [error.message, error.hint ?? ''].join(' ').trim()
  return (
    <div className="career-proof-form">
      <Segmented
        label="Add evidence"
        value={kind}
        onValue={(next) => {
          take({ kind: next, chosen: '' })
        }}
        options={KINDS}
      />
      <div className="career-proof-entry">
        {kind === 'story' ? (
          <StoryChoice linked={linked} value={chosen} onValue={(id) => take({ chosen: id })} />
        ) : kind === 'session' ? (
          <SessionChoice value={chosen} onValue={(id) => take({ chosen: id })} />
        ) : (
          <TextField
            label={FIELDS[kind].label}
            hint={FIELDS[kind].hint}
            value={text}
            onValue={(next) => {
              take({ text: next })
            }}
            error={message}
            onKeyDown={addOnEnter}
          />
        )}
        <Button onClick={() => void add()}>Add</Button>
      </div>
      {message !== undefined && (kind === 'story' || kind === 'session') && (
        <FieldError>{message}</FieldError>
      )}
    </div>
  )
}

function inputOf({ kind, text, chosen }: ProofDraft): Input | null {
  if (kind === 'story') return chosen === '' ? null : { kind, story: chosen }
  if (kind === 'session') return chosen === '' ? null : { kind, session: chosen }
  return { kind, text }
}

type Choice = Readonly<{ value: string; onValue: (id: string) => void }>

function StoryChoice({ linked, value, onValue }: Choice & Readonly<{ linked: readonly string[] }>) {
  const stories = useCall('stories.list', {}).data
  const free =
    stories?.filter(({ id, status }) => status !== 'retired' && !linked.includes(id)) ?? []
  const none = stories !== undefined && free.length === 0
  return (
    <Select
      label="Story of the bank"
      placeholder={none ? 'No story is left to link' : 'Choose a story'}
      {...(none ? { hint: 'Write one under Stories; it can then be linked from both sides.' } : {})}
      value={value}
      onValue={onValue}
      options={free.map(({ id, title, status }) => ({
        value: id,
        label: `${storyTitle(title)} (${status})`,
      }))}
    />
  )
}

function SessionChoice({ value, onValue }: Choice) {
  const sessions = useCall('sessions.page', { offset: 0, limit: SESSIONS }).data
  const none = sessions?.length === 0
  return (
    <Select
      label="Study session"
      placeholder={none ? 'Nothing is logged yet' : 'Choose a session'}
      value={value}
      onValue={onValue}
      options={(sessions ?? []).map((session) => ({
        value: session.id,
        label: [
          formatDay(session.studyDay),
          `${formatDuration(session.durationS)} of ${session.category}`,
          session.note.replaceAll(/\s+/g, ' ').slice(0, 60),
        ]
          .filter((part) => part !== '')
          .join(' · '),
      }))}
    />
  )
}
