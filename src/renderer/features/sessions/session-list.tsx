import { useVirtualizer, defaultRangeExtractor, type VirtualItem } from '@tanstack/react-virtual'
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react'
import type { OutputOf } from '#contract/index.ts'
import type { Session, SessionFilter } from '#contract/sessions.ts'
import { useCalls } from '../../bridge/queries.ts'
import { ContextMenu } from '../../ui/menu.tsx'
import type { Categories } from './categories.ts'
import { DayHeading } from './day-heading.tsx'
import { sessionAfterKey } from './log-keys.ts'
import { layoutOf, stretchesHolding, type LogLayout } from './log-layout.ts'
import { useNow } from './now.ts'
import { beginRowEdit } from './row-edit-stores.ts'
import { menuFor, useSessionActions, type SessionActions } from './session-actions.tsx'
import { SessionRow, SessionRowSkeleton } from './session-row.tsx'
import { useFollowing } from './use-following.ts'
import type { Selecting } from './use-selecting.ts'
import { WeekHeading } from './week-heading.tsx'
import './session-list.css'

/** How many sessions are read at once. */
const stretchSize = 100
/** The height of a heading and of a session without a note, before they are measured, in CSS pixels. */
const estimated = { week: 41, day: 45, session: 47 }
const barHeight = 88

/** Heights that were measured before the list was left, so that coming back finds the same place. */
let measuredBefore: Readonly<{ of: string; items: VirtualItem[] }> = { of: '', items: [] }

/**
 * The log, newest first, by day. Only what is in sight is drawn and read, so its length does not matter. Tab reaches
 * one row with its buttons; arrow keys move between rows, Space and Shift with arrows select, Enter or F2 edits in the
 * row, Shift+Enter in the form, Delete deletes.
 */
export function SessionList({
  outline,
  filter,
  categories,
  goTo,
  weekStartsOn,
  selecting,
}: Readonly<{
  /** The days of what the filter leaves. With another filter the list begins anew: give it another key. */
  outline: OutputOf<'sessions.outline'>
  filter: SessionFilter
  categories: Categories
  /** A day to scroll to; a new object scrolls again. */
  goTo: Readonly<{ day: string }> | null
  /** The weekday on which a week begins: 1 Monday to 7 Sunday. */
  weekStartsOn: number
  selecting: Selecting
}>) {
  const list = useRef<HTMLUListElement>(null)
  const layout = useMemo(() => layoutOf(outline.days, weekStartsOn), [outline.days, weekStartsOn])
  const [top, setTop] = useState(0)
  const [focused, setFocused] = useState<number | null>(null)
  const [pressed, setPressed] = useState<Session | null>(null)
  const today = useNow()
  const plainActions = useSessionActions()
  const actions: SessionActions = {
    ...plainActions,
    remove: (session) => {
      selecting.forget(session)
      plainActions.remove(session)
    },
  }

  const listed = JSON.stringify(filter)

  useLayoutEffect(() => {
    const screen = list.current?.closest('.ui-screen')
    // What stands above the list grows and shrinks, and with it the whole screen.
    const measure = () => {
      setTop(list.current?.offsetTop ?? 0)
    }
    measure()
    if (!screen) return
    const observer = new ResizeObserver(measure)
    observer.observe(screen)
    return () => {
      observer.disconnect()
    }
  }, [])
  // oxlint-disable-next-line react/incompatible-library -- the page is built without the React Compiler
  const virtualizer = useVirtualizer({
    count: layout.rows,
    getScrollElement: () => list.current?.closest('main') ?? null,
    scrollMargin: top,
    estimateSize: (index) => estimated[layout.rowAt(index)?.kind ?? 'session'],
    getItemKey: layout.keyAt,
    overscan: 8,
    scrollPaddingStart: estimated.day,
    // The bar of a selection stands over the foot of the list: no focused row may end up behind it.
    scrollPaddingEnd: estimated.session + (selecting.selection.size > 0 ? barHeight : 0),
    initialMeasurementsCache: measuredBefore.of === listed ? measuredBefore.items : [],
    rangeExtractor: (range) => {
      // The heading that sticks, and the row that has the focus, stay drawn wherever the list is scrolled to.
      const kept = focused === null ? [] : [layout.rowOfSession(focused)]
      const rows = [layout.headingOf(range.startIndex), ...kept, ...defaultRangeExtractor(range)]
      return [...new Set(rows)].filter((row) => row < layout.rows).toSorted((a, b) => a - b)
    },
  })
  useEffect(
    () => () => {
      measuredBefore = { of: listed, items: virtualizer.measurementsCache }
    },
    [virtualizer, listed],
  )
  const wanted = useRef(goTo)
  useEffect(() => {
    // Only a new wish scrolls, not a list that has changed since.
    if (goTo === null || goTo === wanted.current) return
    wanted.current = goTo
    // To the day's first session: its heading then stands above it, where headings stick.
    virtualizer.scrollToIndex(layout.headingOfDay(goTo.day) + 1, { align: 'start' })
  }, [goTo, layout, virtualizer])

  const items = virtualizer.getVirtualItems()
  const firstInSight = virtualizer.range?.startIndex ?? 0
  const sticking = layout.headingOf(firstInSight)
  const reached = focused ?? sessionFrom(layout, firstInSight)
  const sessionAt = useSessionsAt(
    items.flatMap(({ index }) => {
      const row = layout.rowAt(index)
      return row?.kind === 'session' ? [row.offset] : []
    }),
    filter,
  )

  const rowElement = (offset: number) =>
    list.current?.querySelector<HTMLElement>(`[data-offset="${offset}"]`)
  const moving = useRef(false)
  useEffect(() => {
    // Only once it is drawn can a row that a key moved to take the focus.
    if (!moving.current || focused === null) return
    moving.current = false
    rowElement(focused)?.focus({ preventScroll: true })
  }, [focused])
  const moveTo = (offset: number) => {
    moving.current = true
    setFocused(offset)
    virtualizer.scrollToIndex(layout.rowOfSession(offset), { align: 'auto' })
  }
  const follow = useFollowing(layout, filter, (offset) => {
    // Somebody who has gone on to something else is not called back.
    if (list.current?.contains(document.activeElement) === true) moveTo(offset)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const offset = offsetOf(event.target)
    // In the fields of a row that is being edited keys belong to the text.
    if (offset === null || isInEditor(event.target)) return
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      selecting.selectAll()
      return
    }
    if (event.target !== rowElement(offset)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const session = sessionAt(offset)
    const next = sessionAfterKey(event.key, offset, layout.sessions)
    if (event.key === ' ' && session !== undefined) selecting.toggle(session, offset)
    else if (event.key === 'Escape' && selecting.selection.size > 0) selecting.clear()
    else if (next !== null) {
      if (event.shiftKey) selecting.extend(offset, next, sessionAt)
      moveTo(next)
    } else if (event.key === 'Enter' && event.shiftKey && session !== undefined)
      actions.edit(session)
    else if ((event.key === 'Enter' || event.key === 'F2') && session !== undefined)
      beginRowEdit(session.id, 'duration')
    else if ((event.key === 'Delete' || event.key === 'Backspace') && session !== undefined) {
      actions.remove(session)
      if (offset === layout.sessions - 1 && offset > 0) {
        moving.current = true
        setFocused(offset - 1)
      }
    } else return
    event.preventDefault()
  }

  return (
    <ContextMenu
      items={pressed === null ? [] : menuFor(pressed, actions)}
      onContextMenu={(event) => {
        const offset = isInEditor(event.target) ? null : offsetOf(event.target)
        const session = offset === null ? undefined : sessionAt(offset)
        if (session !== undefined) setPressed(session)
        return session !== undefined
      }}
      render={
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its rows are what is interactive
        <ul
          ref={list}
          aria-label="Sessions, newest first"
          className="sessions-list"
          style={{ blockSize: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const offset = offsetOf(event.target)
            if (offset !== null) setFocused(offset)
          }}
          onBlur={(event: FocusEvent<HTMLElement>) => {
            if (!event.currentTarget.contains(event.relatedTarget) && !moving.current)
              setFocused(null)
          }}
        />
      }
    >
      {items.map((item) => {
        const row = layout.rowAt(item.index)
        if (row === undefined) return null
        const isSticking = item.index === sticking
        const session = row.kind === 'session' ? sessionAt(row.offset) : undefined
        const isThere = row.kind !== 'session' || session !== undefined
        return (
          <li
            key={item.key}
            // What only holds a place is not measured, or its height would count as the session's own.
            ref={isThere ? virtualizer.measureElement : undefined}
            aria-setsize={layout.rows}
            aria-posinset={item.index + 1}
            data-index={item.index}
            data-sticking={isSticking || undefined}
            data-heading={row.kind !== 'session' || undefined}
            className="sessions-item"
            style={isSticking ? undefined : { transform: `translateY(${item.start - top}px)` }}
          >
            {row.kind === 'week' ? (
              <WeekHeading week={row.week} />
            ) : row.kind === 'day' ? (
              <DayHeading day={row.day} />
            ) : session === undefined ? (
              <SessionRowSkeleton />
            ) : (
              <SessionRow
                session={session}
                categories={categories}
                actions={actions}
                isReached={row.offset === reached}
                isLastOfDay={row.isLastOfDay}
                isSelected={selecting.selection.has(session.id)}
                onSelect={(isRange) => {
                  if (isRange) selecting.extendTo(row.offset, sessionAt)
                  else selecting.toggle(session, row.offset)
                }}
                today={today?.date}
                onSaved={follow}
                data-offset={row.offset}
              />
            )}
          </li>
        )
      })}
    </ContextMenu>
  )
}

/** The first session at a row or below it, past the headings of its week and its day. */
function sessionFrom(layout: LogLayout, index: number): number {
  for (const at of [index, index + 1, index + 2]) {
    const row = layout.rowAt(at)
    if (row?.kind === 'session') return row.offset
  }
  return 0
}

function isInEditor(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.sessions-edit') !== null
}

/** The session that an element of the list belongs to; null for headings. */
function offsetOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('[data-offset]') : null
  const offset = row instanceof HTMLElement ? row.dataset['offset'] : undefined
  return offset === undefined ? null : Number(offset)
}

/** Reads the stretches that hold the given sessions. A session that is still on its way is undefined. */
function useSessionsAt(
  offsets: readonly number[],
  filter: SessionFilter,
): (offset: number) => Session | undefined {
  const starts = stretchesHolding(offsets, stretchSize)
  const stretches = useCalls(
    'sessions.page',
    starts.map((offset) => ({ filter, offset, limit: stretchSize })),
  )
  return (offset) => {
    const at = starts.indexOf(Math.floor(offset / stretchSize) * stretchSize)
    return stretches[at]?.data?.[offset % stretchSize]
  }
}
