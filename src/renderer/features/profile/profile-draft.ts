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

/**
 * What is wrong before the engine is asked: a date that is neither given nor said to be unknown. Null when nothing is.
 */
export function missingDate(
  draft: ProfileDraft,
): Readonly<{ field: string; message: string }> | null {
  if (!isStudyDay(draft.startDate))
    return { field: 'startDate', message: 'Choose the day you start.' }
  if (!draft.interviewUnknown && !isStudyDay(draft.interviewDate))
    return { field: 'interviewDate', message: 'Choose the date, or tick “Not known yet”.' }
  return null
}
