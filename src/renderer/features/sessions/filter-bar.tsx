import { Search, SlidersHorizontal, X } from 'lucide-react'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Kbd } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useStore } from '../../ui/store.ts'
import { DateField } from '../../ui/text-field.tsx'
import type { Categories } from './categories.ts'
import { countKinds } from './count-kinds.ts'
import { emptyFilter, partsOf, withToggled, type LogFilter } from './log-filter.ts'
import { logFilter, moreFilters, searchWanted } from './log-state.ts'
import './filter-bar.css'

const outsidePlan = 'Not in this plan'

/** Narrows the log by text, categories, days and counts. `found` says what is left. */
export function FilterBar({
  categories,
  today,
  found,
  onLeave,
}: Readonly<{
  categories: Categories
  today: string | undefined
  /** How much matches, in words; read out as it changes. */
  found: string | null
  /** Moves the focus on to the list. */
  onLeave: () => void
}>) {
  const filter = useStore(logFilter)
  const isOpen = useStore(moreFilters)
  const id = useId()
  const change = (part: Partial<LogFilter>) => {
    logFilter.set({ ...filter, ...part })
  }
  const nameOf = (slug: string | null) =>
    categories.plan.find((category) => category.slug === slug)?.name ?? slug ?? outsidePlan
  const parts = partsOf(filter, nameOf)
  const chosen = parts.filter((part) => part.id !== 'text')
  return (
    <search className="sessions-filter" aria-label="Filter the log">
      <div className="sessions-filter-head">
        <SearchField
          value={filter.text}
          onValue={(text) => {
            change({ text })
          }}
          onLeave={onLeave}
        />
        <Button
          icon={<SlidersHorizontal aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            moreFilters.set(!isOpen)
          }}
        >
          {chosen.length === 0 ? 'Filters' : `Filters (${chosen.length})`}
        </Button>
      </div>
      <div id={id} className="sessions-filter-more" hidden={!isOpen}>
        <Choices legend="Categories">
          {[...categories.plan, { slug: null, name: outsidePlan, position: null }].map(
            ({ slug, name, position }) => (
              <Choice
                key={slug ?? ''}
                category={position}
                isChosen={filter.categories.includes(slug)}
                onToggle={() => {
                  change({ categories: withToggled(filter.categories, slug) })
                }}
              >
                {name}
              </Choice>
            ),
          )}
        </Choices>
        <Choices legend="Counts">
          {countKinds.map(({ kind, label }) => (
            <Choice
              key={kind}
              isChosen={filter.kinds.includes(kind)}
              onToggle={() => {
                change({ kinds: withToggled(filter.kinds, kind) })
              }}
            >
              {label}
            </Choice>
          ))}
        </Choices>
        <div className="sessions-filter-days">
          <DateField
            label="From"
            value={filter.from}
            max={filter.to === '' ? today : filter.to}
            onValue={(from) => {
              change({ from })
            }}
          />
          <DateField
            label="To"
            value={filter.to}
            min={filter.from === '' ? undefined : filter.from}
            max={today}
            onValue={(to) => {
              change({ to })
            }}
          />
        </div>
      </div>
      <div className="sessions-filter-found" hidden={parts.length === 0}>
        <p aria-live="polite">{parts.length === 0 ? '' : found}</p>
        <ul aria-label="Filters in force">
          {chosen.map((part) => (
            <li key={part.id}>
              <button
                type="button"
                className="sessions-chip"
                aria-label={`Remove filter ${part.label}`}
                onClick={() => {
                  logFilter.set(part.without)
                }}
              >
                {part.label}
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        <Button
          size="s"
          variant="quiet"
          onClick={() => {
            logFilter.set(emptyFilter)
          }}
        >
          Clear all
        </Button>
      </div>
    </search>
  )
}

function SearchField({
  value,
  onValue,
  onLeave,
}: Readonly<{ value: string; onValue: (text: string) => void; onLeave: () => void }>) {
  const input = useRef<HTMLInputElement>(null)
  const wanted = useStore(searchWanted)
  useEffect(() => {
    if (wanted === 0) return
    // A wish is met once, also when the screen opens again later.
    searchWanted.set(0)
    input.current?.focus()
    input.current?.select()
  }, [wanted])
  const clear = () => {
    onValue('')
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && value !== '') clear()
    else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') onLeave()
    else return
    event.preventDefault()
  }
  return (
    <div className="sessions-search">
      <Search aria-hidden />
      <input
        ref={input}
        className="ui-input"
        type="text"
        role="searchbox"
        aria-label="Search notes"
        aria-keyshortcuts="/"
        placeholder="Search notes"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={value}
        onChange={(event) => {
          onValue(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        <span className="sessions-search-key" aria-hidden>
          <Kbd>/</Kbd>
        </span>
      ) : (
        <IconButton
          size="s"
          label="Clear the search"
          title="Clear the search (Escape)"
          icon={<X aria-hidden />}
          onClick={clear}
        />
      )}
    </div>
  )
}

function Choices({ legend, children }: Readonly<{ legend: string; children: ReactNode }>) {
  return (
    <fieldset className="sessions-choices">
      <legend className="ui-label">{legend}</legend>
      <div>{children}</div>
    </fieldset>
  )
}

function Choice({
  isChosen,
  onToggle,
  category,
  children,
}: Readonly<{
  isChosen: boolean
  onToggle: () => void
  category?: number | null
  children: ReactNode
}>) {
  return (
    <button
      type="button"
      className="sessions-chip"
      aria-pressed={isChosen}
      data-category={category === undefined ? undefined : (category ?? 'none')}
      onClick={onToggle}
    >
      {category !== undefined && <span className="sessions-chip-dot" aria-hidden />}
      {children}
    </button>
  )
}
