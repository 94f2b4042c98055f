import type { CountKind } from '#contract/playbooks.ts'
import type { Session, SessionInput } from '#contract/sessions.ts'
import { formatDuration, parseDuration } from '#domain/duration.ts'
import { countKinds } from './count-kinds.ts'
import { minutesBefore, type WallClock } from './wall-clock.ts'

/** A session as it is being typed: every field is the text in it, so that nothing typed is ever lost. */
export type SessionDraft = Readonly<{
  category: string
  /** Empty: not touched, so the date and time of now. */
  date: string
  time: string
  duration: string
  counts: Readonly<Partial<Record<CountKind, number>>>
  note: string
}>

export const emptyDraft: SessionDraft = {
  category: '',
  date: '',
  time: '',
  duration: '',
  counts: {},
  note: '',
}

/** What a form for an existing session starts from. */
export function draftOf(session: Session): SessionDraft {
  return {
    category: session.category,
    date: session.date,
    time: session.time,
    duration: formatDuration(session.durationS),
    counts: Object.fromEntries(session.counts.map(({ kind, n }) => [kind, n])),
    note: session.note,
  }
}

/** The start that the form shows: what was chosen, else now. */
export function shownStart(draft: SessionDraft, now: WallClock): WallClock {
  return {
    date: draft.date === '' ? now.date : draft.date,
    time: draft.time === '' ? now.time : draft.time,
  }
}

/** What the form sends. An untouched start is left out: the engine's own now is better than the one on show. */
export function inputOf(draft: SessionDraft, now: WallClock): SessionInput {
  const untouched = draft.date === '' && draft.time === ''
  return {
    category: draft.category,
    ...(untouched ? {} : shownStart(draft, now)),
    duration: draft.duration,
    counts: countKinds.flatMap(({ kind }) => {
      const n = draft.counts[kind] ?? 0
      return n > 0 ? [{ kind, n }] : []
    }),
    note: draft.note,
  }
}

/** Whether two drafts would save the same. */
export function isSameDraft(a: SessionDraft, b: SessionDraft): boolean {
  return (
    a.category === b.category &&
    a.date === b.date &&
    a.time === b.time &&
    a.duration === b.duration &&
    a.note === b.note &&
    countKinds.every(({ kind }) => (a.counts[kind] ?? 0) === (b.counts[kind] ?? 0))
  )
}

/** The draft with its start set so that it ends now; null while the duration cannot be read. */
export function endedNow(draft: SessionDraft, now: WallClock): SessionDraft | null {
  const duration = parseDuration(draft.duration)
  if (!duration.ok) return null
  return { ...draft, ...minutesBefore(now, Math.ceil(duration.seconds / 60)) }
}

/** How a typed duration is understood: `1 h 30 min`. Null while it is empty; a message when it cannot be read. */
export function interpretation(
  typed: string,
): Readonly<{ ok: true; text: string } | { ok: false; text: string }> | null {
  if (typed.trim() === '') return null
  const parsed = parseDuration(typed)
  if (!parsed.ok) return { ok: false, text: parsed.message }
  return { ok: true, text: durationInWords(parsed.seconds) }
}

/** A duration in seconds as `1 h 30 min`, `45 min`, `1 h 5 s`. */
export function durationInWords(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  const said = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value} ${unit}`)
  return said.length === 0 ? '0 min' : said.join(' ')
}
