import { CopyPlus, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Session } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatDay } from '#domain/readable.ts'
import { CategoryLabel } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { Categories } from './categories.ts'
import { countInWords } from './count-kinds.ts'
import { durationInWords } from './draft.ts'
import { markedNote } from './marked-note.ts'
import { rowFields, type RowField } from './row-edit.ts'
import { beginRowEdit, useRowEdit } from './row-edit-stores.ts'
import { RowEditor } from './row-editor.tsx'
import type { SessionActions } from './session-actions.tsx'
import { timeAt } from './wall-clock.ts'
import './session-row.css'

/** What a session says in one row: when, what, how long, what was counted, and its note. */
export function SessionSummary({
  session,
  categories,
}: Readonly<{ session: Session; categories: Categories }>) {
  const end = timeAt(Date.parse(session.startedAt) + session.durationS * 1000, session.timeZone)
  const position = categories.positionOf(session)
  return (
    <>
      <span className="sessions-row-time" data-cell="time">
        {session.time}
        <span aria-hidden>–</span>
        <VisuallyHidden> to </VisuallyHidden>
        {end}
      </span>
      <div className="sessions-row-main">
        <div className="sessions-row-head">
          <span className="sessions-row-category" data-cell="category">
            <CategoryLabel position={position}>{categories.nameOf(session)}</CategoryLabel>
          </span>
          {position === null && <span className="sessions-row-aside">not in this plan</span>}
          {session.counts.length > 0 && (
            <span className="sessions-row-aside">
              {session.counts.map(({ kind, n }) => countInWords(kind, n)).join(', ')}
            </span>
          )}
        </div>
        {session.note !== '' && (
          <Note key={session.note} text={session.note} highlights={session.highlights ?? []} />
        )}
      </div>
      <span className="sessions-row-duration" data-cell="duration">
        <span aria-hidden>{formatDuration(session.durationS)}</span>
        <VisuallyHidden>{durationInWords(session.durationS)}</VisuallyHidden>
      </span>
    </>
  )
}

/** One session of the log with what can be done with it. */
export function SessionRow({
  session,
  categories,
  actions,
  isReached,
  isLastOfDay,
  isSelected,
  onSelect,
  today,
  onSaved,
  ...rest
}: Readonly<{
  session: Session
  categories: Categories
  actions: SessionActions
  /** The one row of the list that the Tab key reaches, with its buttons. */
  isReached: boolean
  isLastOfDay: boolean
  isSelected: boolean
  /** Takes the session into the selection or out of it; with Shift all from the last one to it. */
  onSelect: (isRange: boolean) => void
  /** The latest date that a session can have; undefined until it is known. */
  today: string | undefined
  /** After the row was edited in place: what was saved. */
  onSaved: (saved: Session) => void
  'data-offset': number
}>) {
  const tabIndex = isReached ? 0 : -1
  const typed = useRowEdit(session.id)
  return (
    <div
      {...rest}
      className="sessions-row"
      data-last={isLastOfDay || undefined}
      data-selected={isSelected || undefined}
      data-editing={typed !== undefined || undefined}
      tabIndex={tabIndex}
      onDoubleClick={({ target }) => {
        if (typed === undefined && !isControl(target)) beginRowEdit(session.id, cellOf(target))
      }}
    >
      <span className="sessions-row-select">
        <input
          type="checkbox"
          aria-label={`Select ${categories.nameOf(session)}, ${formatDay(session.studyDay)} ${session.time}`}
          tabIndex={tabIndex}
          checked={isSelected}
          onChange={({ nativeEvent }) => {
            onSelect(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }}
        />
      </span>
      {typed === undefined ? (
        <>
          <SessionSummary session={session} categories={categories} />
          <RowButtons session={session} actions={actions} tabIndex={tabIndex} />
        </>
      ) : (
        <RowEditor
          key={session.id}
          session={session}
          typed={typed}
          categories={categories}
          today={today}
          onSaved={onSaved}
        />
      )}
    </div>
  )
}

/** What can be done with a session, over the end of its row. */
function RowButtons({
  session,
  actions,
  tabIndex,
}: Readonly<{ session: Session; actions: SessionActions; tabIndex: 0 | -1 }>) {
  return (
    <span className="sessions-row-actions">
      <IconButton
        size="s"
        tabIndex={tabIndex}
        label="Log again"
        title="Log again: a new session with the same category, duration and counts"
        icon={<CopyPlus aria-hidden />}
        onClick={() => {
          actions.logAgain(session)
        }}
      />
      <IconButton
        size="s"
        tabIndex={tabIndex}
        label="Edit"
        title="Edit in a form (Shift+Enter). Enter edits in the row"
        icon={<Pencil aria-hidden />}
        onClick={() => {
          actions.edit(session)
        }}
      />
      <IconButton
        size="s"
        tabIndex={tabIndex}
        label="Delete"
        title="Delete (Delete)"
        icon={<Trash2 aria-hidden />}
        onClick={() => {
          actions.remove(session)
        }}
      />
      <IconButton
        size="s"
        tabIndex={tabIndex}
        label="More"
        title="More: duplicate, split"
        aria-haspopup="menu"
        icon={<Ellipsis aria-hidden />}
        onClick={({ currentTarget }) => {
          openMenuAt(currentTarget)
        }}
      />
    </span>
  )
}

/** The field that a place in a row belongs to; the duration where it is none. */
function cellOf(target: EventTarget): RowField {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  return rowFields.find((field) => field === cell?.dataset['cell']) ?? 'duration'
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, input') !== null
}

/** Opens the row's menu as the menu key would, beside the button. */
function openMenuAt(button: HTMLElement) {
  const { left, bottom } = button.getBoundingClientRect()
  button.dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      clientX: left,
      clientY: bottom,
    }),
  )
}

/** Holds the place of a session that is on its way. */
export function SessionRowSkeleton() {
  return (
    <div className="sessions-row" aria-busy>
      <Skeleton />
      <Skeleton />
    </div>
  )
}

/** A note, two lines of it until the rest is asked for, with what a search found in it marked. */
function Note({
  text,
  highlights,
}: Readonly<{ text: string; highlights: readonly (readonly [number, number])[] }>) {
  const paragraph = useRef<HTMLParagraphElement>(null)
  const [open, setOpen] = useState(false)
  const [cut, setCut] = useState(false)
  const { parts, isShortened } = markedNote(text, highlights, !open)
  useLayoutEffect(() => {
    const element = paragraph.current
    if (element === null || open) return
    const measure = () => {
      setCut(element.scrollHeight > element.clientHeight + 1)
    }
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [open])
  return (
    <div className="sessions-note" data-cell="note">
      <p ref={paragraph} data-open={open || undefined}>
        {parts.map((part, index) =>
          part.found ? <mark key={index}>{part.text}</mark> : part.text,
        )}
      </p>
      {(cut || isShortened || open) && (
        <button
          type="button"
          className="sessions-note-more"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open)
          }}
        >
          {open ? 'Show less' : 'Show all'}
        </button>
      )}
    </div>
  )
}
