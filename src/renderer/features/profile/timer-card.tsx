import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Profile } from '#contract/profile.ts'
import { errorAt } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Card } from '../../ui/card.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.ts'
import { numberOf } from './profile-draft.ts'

const fields = [
  {
    name: 'idleAfterMinutes',
    label: 'Ask about time away after',
    hint: 'When the timer sees no sign of you for longer, it asks what that time was. 0 never asks.',
  },
  {
    name: 'focusWorkMinutes',
    label: 'Focus interval',
    hint: 'A new timer tells you each time so much is worked. 0 leaves intervals out.',
  },
  {
    name: 'focusBreakMinutes',
    label: 'Break after it',
    hint: 'A break is a pause of the timer, and tells you when it is over. 0 leaves breaks out.',
  },
] as const

type FieldName = (typeof fields)[number]['name']

/** What the timer goes by. Each field is kept when it is left, and on Enter. */
export function TimerCard({ profile }: Readonly<{ profile: Profile }>) {
  return (
    <Card title="Timer and focus">
      <div className="profile-timer">
        {fields.map((field) => (
          <MinutesField key={field.name} {...field} profile={profile} />
        ))}
      </div>
    </Card>
  )
}

function MinutesField({
  name,
  label,
  hint,
  profile,
}: Readonly<{ name: FieldName; label: string; hint: string; profile: Profile }>) {
  const { write } = useWrite('profile.save')
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const saved = profile[name]
  const save = async () => {
    if (typed === null) return
    const minutes = numberOf(typed)
    if (minutes === saved) return setTyped(null)
    const answer = await write({ ...profile, [name]: minutes })
    if (answer.ok) {
      setTyped(null)
      setError(null)
      offerUndo('Profile changed.', answer.change)
    } else if (errorAt(answer.error, name) === undefined)
      showToast({ message: answer.error.message, tone: 'negative' })
    else setError(answer.error)
  }
  return (
    <NumberField
      label={label}
      name={name}
      suffix="minutes"
      value={typed ?? String(saved)}
      hint={hint}
      error={errorAt(error, name)}
      onValue={(text) => {
        setTyped(text)
        setError(null)
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
      }}
    />
  )
}
