import { useEffect, useState, type RefObject } from 'react'
import type { CallError } from '#contract/errors.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { useWrite } from '../../bridge/queries.ts'
import { problemsOf, profileInputOf, type ProfileDraft } from './profile-draft.ts'

const shownFields = ['name', 'level', 'startDate', 'interviewDate', 'weeklyHours']

/** What the first run and the profile screen share: saving a draft, and errors beside the fields. */
export function useProfileForm(form: RefObject<HTMLFormElement | null>): Readonly<{
  /** Saves; null when it was refused, and the errors stand at their fields. */
  save: (draft: ProfileDraft) => Promise<Readonly<{ change: number | undefined }> | null>
  pending: boolean
  errorOf: (field: string) => string | undefined
  /** The error that has no field on show. */
  elsewhere: string | null
  /** Forgets the errors: of what was typed since they say nothing. */
  clear: () => void
}> {
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('profile.save')

  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [error, form])

  return {
    async save(draft) {
      const [first, ...others] = problemsOf(draft)
      if (first !== undefined) {
        setError({ code: 'invalid-input', ...first, others })
        return null
      }
      const answer = await write(profileInputOf(draft))
      setError(answer.ok ? null : answer.error)
      return answer.ok ? { change: answer.change } : null
    },
    pending,
    errorOf: (field) => errorAt(error, field),
    elsewhere: errorElsewhere(error, shownFields),
    clear: () => {
      setError(null)
    },
  }
}
