import type { Profile, ProfileInput } from '#contract/profile.ts'
import { isStudyDay } from '#domain/units.ts'

/** A profile as it is being typed: every field is the text in it. */
export type ProfileDraft = Readonly<{
  name: string
  level: string
  startDate: string
  interviewDate: string
  /** While true the date counts for nothing, but is not forgotten. */
  interviewUnknown: boolean
  weeklyHours: string
}>

/** What a form for an existing profile starts from. */
export function draftOfProfile(profile: Profile): ProfileDraft {
  return {
    name: profile.name,
    level: profile.level,
    startDate: profile.startDate,
    interviewDate: profile.interviewDate ?? '',
    interviewUnknown: profile.interviewDate === null,
    weeklyHours: String(profile.weeklyHours),
  }
}

export function isSameProfile(a: ProfileDraft, b: ProfileDraft): boolean {
  const date = (draft: ProfileDraft) => (draft.interviewUnknown ? null : draft.interviewDate)
  return (
    a.name === b.name &&
    a.level === b.level &&
    a.startDate === b.startDate &&
    date(a) === date(b) &&
    a.weeklyHours.trim() === b.weeklyHours.trim()
  )
}

/** A decimal number as people type it, with a point or a comma; NaN, which the engine refuses, for all else. */
export function numberOf(typed: string): number {
  const text = typed.trim().replace(',', '.')
  return text === '' ? Number.NaN : Number(text)
}

/** What the form sends. */
export function profileInputOf(draft: ProfileDraft): ProfileInput {
  return {
    name: draft.name,
    level: draft.level,
    startDate: draft.startDate,
    interviewDate: draft.interviewUnknown ? null : draft.interviewDate,
    weeklyHours: numberOf(draft.weeklyHours),
  }
}

/** What can be said to be wrong without asking the engine. */
export type Problem = Readonly<{ field: string; message: string }>

/**
 * What is wrong before the engine is asked: a date that is neither given nor said to be unknown. It has to be asked
 * for here, because an empty date is not one that the contract could carry; hours that are no number join it, so that
 * everything is said at once.
 */
export function problemsOf(draft: ProfileDraft): readonly Problem[] {
  const checks: readonly (Problem | false)[] = [
    !isStudyDay(draft.startDate) && { field: 'startDate', message: 'Choose the day you start.' },
    !draft.interviewUnknown &&
      !isStudyDay(draft.interviewDate) && {
        field: 'interviewDate',
        message: 'Choose the date, or tick “Not known yet”.',
      },
    Number.isNaN(numberOf(draft.weeklyHours)) && {
      field: 'weeklyHours',
      message: 'Give the weekly hours as a number.',
    },
  ]
  return checks.filter((check) => check !== false)
}
