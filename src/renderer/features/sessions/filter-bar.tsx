import { SlidersHorizontal, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FilterChoices, FilterSearch, type FilterSearchProps } from '../../ui/filter.tsx'
import { useStore } from '../../ui/store.ts'
import { withToggled } from '../../ui/toggled.ts'
import { DateField } from '../../ui/text-field.tsx'
import type { Categories } from './categories.ts'
import { countKinds } from './count-kinds.ts'
import { emptyFilter, partsOf, type LogFilter } from './log-filter.ts'
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
    <search className="ui-filter sessions-filter" aria-label="Filter the log">
      <div className="ui-filter-head">
        <SearchField
          value={filter.text}
          onValue={(text) => {
            change({ text })
          }}
          onLeave={onLeave}
          shortcut="/"
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
      <div id={id} className="ui-filter-more" hidden={!isOpen}>
        <FilterChoices legend="Categories">
          {[...categories.plan, { slug: null, name: outsidePlan, position: null }].map(
            ({ slug, name, position }) => (
              <Chip
                key={slug ?? ''}
                aria-pressed={filter.categories.includes(slug)}
                data-category={position ?? 'none'}
                onClick={() => {
                  change({ categories: withToggled(filter.categories, slug) })
                }}
              >
                <span className="sessions-chip-dot" aria-hidden />
                {name}
              </Chip>
            ),
          )}
        </FilterChoices>
        <FilterChoices legend="Counts">
          {countKinds.map(({ kind, label }) => (
            <Chip
              key={kind}
              aria-pressed={filter.kinds.includes(kind)}
              onClick={() => {
                change({ kinds: withToggled(filter.kinds, kind) })
              }}
            >
              {label}
            </Chip>
          ))}
        </FilterChoices>
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
      <div className="ui-filter-found" hidden={parts.length === 0}>
        <p aria-live="polite">{parts.length === 0 ? '' : found}</p>
        <ul aria-label="Filters in force">
          {chosen.map((part) => (
            <li key={part.id}>
              <Chip
                aria-label={`Remove filter ${part.label}`}
                onClick={() => {
                  logFilter.set(part.without)
                }}
              >
                {part.label}
                <X aria-hidden />
              </Chip>
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

/** The field for words, which the key for a search leads to from anywhere in the log. */
function SearchField(props: Omit<FilterSearchProps, 'ref' | 'label' | 'placeholder'>) {
  const input = useRef<HTMLInputElement>(null)
  const wanted = useStore(searchWanted)
  useEffect(() => {
    if (wanted === 0) return
    // A wish is met once, also when the screen opens again later.
    searchWanted.set(0)
    input.current?.focus()
    input.current?.select()
  }, [wanted])
  return <FilterSearch {...props} ref={input} label="Search notes" placeholder="Search notes" />
}
