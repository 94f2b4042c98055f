import type { Session, SessionInput } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'

/** The fields of a row that can be edited where they stand, in the order in which Tab goes through them. */
export const rowFields = ['duration', 'category', 'time', 'date', 'note'] as const
export type RowField = (typeof rowFields)[number]

/** The text of each field. */
export type RowText = Readonly<Record<RowField, string>>

/**
 * What was typed into a row: only the fields that were touched. The others go on showing the session, so that saving
 * never sets back what was changed elsewhere in the meantime.
 */
export type RowTyped = Partial<RowText>

/** What the fields of a session show before anything is typed. */
export function textOf(session: Session): RowText {
  return {
    duration: formatDuration(session.durationS),
    category: session.category,
    time: session.time,
    date: session.date,
    note: session.note,
  }
}

/** Whether saving would change the session. */
export function isChanged(session: Session, typed: RowTyped): boolean {
  const text = textOf(session)
  return rowFields.some((field) => typed[field] !== undefined && typed[field] !== text[field])
}

/** What is sent to save the row. An untouched start is left out and so keeps its seconds and its zone. */
export function rowInput(session: Session, typed: RowTyped): SessionInput {
  const text = textOf(session)
  const { duration, category, time, date, note } = { ...text, ...typed }
  const isMoved = time !== text.time || date !== text.date
  return {
    category,
    duration: duration === text.duration ? `${session.durationS}s` : duration,
    counts: [...session.counts],
    note,
    ...(isMoved ? { date, time } : {}),
  }
}

/** What was kept of rows that were being edited; anything that does not look like it is left out. */
export function typedFrom(stored: unknown): ReadonlyMap<string, RowTyped> {
  if (typeof stored !== 'object' || stored === null) return new Map()
  return new Map(
    Object.entries(stored).flatMap(([id, fields]: [string, unknown]): [string, RowTyped][] => {
      if (typeof fields !== 'object' || fields === null) return []
      const texts = Object.entries(fields).filter(
        ([name, text]) => rowFields.some((field) => field === name) && typeof text === 'string',
      )
      return [[id, Object.fromEntries(texts)]]
    }),
  )
}
