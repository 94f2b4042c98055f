import { Search, SlidersHorizontal, X } from 'lucide-react'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import type { StorySummary } from '#contract/story.ts'
import { useCall } from '../../../bridge/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Select } from '../../../ui/select.tsx'
import { useStore } from '../../../ui/store.ts'
import { statuses, statusNames } from '../story-words.ts'
import {
  bankFilter,
  bankOrder,
  conditionsOf,
  emptyBankFilter,
  moreBankFilters,
  orderNames,
  withToggled,
  type BankFilter,
  type BankOrder,
} from './bank-filter.ts'

/** Narrows the bank by text, status, principle, tag and level, and orders it. */
export function BankFilters({
  all,
  found,
  onLeave,
}: Readonly<{
  /** Every story, for the tags and levels that there are. */
  all: readonly StorySummary[]
  /** What is left, in words; read out as it changes. */
  found: string
  /** Moves the focus on to the list. */
  onLeave: () => void
}>) {
  const filter = useStore(bankFilter)
  const order = useStore(bankOrder)
  const isOpen = useStore(moreBankFilters)
  const principles = useCall('playbooks.principles', {}).data ?? []
  const id = useId()
  const chosen = conditionsOf(filter)
  const change = (part: Partial<BankFilter>) => {
    bankFilter.set({ ...filter, ...part })
  }
  const tags = [...new Set(all.flatMap((story) => story.tags))].toSorted((a, b) =>
    a.localeCompare(b, 'en'),
  )
  const levels = [...new Set(all.map(({ level }) => level))].toSorted((a, b) =>
    (a ?? '~').localeCompare(b ?? '~', 'en'),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && filter.text !== '') change({ text: '' })
    else if (['Escape', 'ArrowDown', 'Enter'].includes(event.key)) onLeave()
    else return
    event.preventDefault()
  }
  return (
    <search className="stories-filters" aria-label="Filter the stories">
      <div className="stories-filters-head">
        <div className="stories-search">
          <Search aria-hidden />
          <input
            className="ui-input"
            type="text"
            role="searchbox"
            aria-label="Search the stories"
            placeholder="Search every text of the stories"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={200}
            value={filter.text}
            onChange={(event) => {
              change({ text: event.target.value })
            }}
            onKeyDown={onKeyDown}
          />
          {filter.text !== '' && (
            <IconButton
              size="s"
              label="Clear the search"
              icon={<X aria-hidden />}
              onClick={() => {
                change({ text: '' })
              }}
            />
          )}
        </div>
        <Select
          label="Order"
          hideLabel
          className="stories-order"
          value={order}
          options={Object.entries(orderNames).map(([value, label]) => ({ value, label }))}
          onValue={(value) => {
            // The options are the orders.
            bankOrder.set(value as BankOrder)
          }}
        />
        <Button
          icon={<SlidersHorizontal aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            moreBankFilters.set(!isOpen)
          }}
        >
          {chosen === 0 ? 'Filters' : `Filters (${chosen})`}
        </Button>
      </div>
      <div id={id} className="stories-filters-more" hidden={!isOpen}>
        <Choices legend="Status">
          {statuses.map((status) => (
            <Choice
              key={status}
              isChosen={filter.statuses.includes(status)}
              onToggle={() => {
                change({ statuses: withToggled(filter.statuses, status) })
              }}
            >
              {statusNames[status]}
            </Choice>
          ))}
        </Choices>
        <Choices legend="Principles, as primary or secondary">
          {principles.map(({ id: principle, name, short }) => (
            <Choice
              key={principle}
              label={`${short}: ${name}`}
              isChosen={filter.principles.includes(principle)}
              onToggle={() => {
                change({ principles: withToggled(filter.principles, principle) })
              }}
            >
              {short}
            </Choice>
          ))}
        </Choices>
        {levels.length > 1 && (
          <Choices legend="Level">
            {levels.map((level) => (
              <Choice
                key={level ?? ''}
                isChosen={filter.levels.includes(level)}
                onToggle={() => {
                  change({ levels: withToggled(filter.levels, level) })
                }}
              >
                {level ?? 'No level'}
              </Choice>
            ))}
          </Choices>
        )}
        {tags.length > 0 && (
          <Choices legend="Tags">
            {tags.map((tag) => (
              <Choice
                key={tag}
                isChosen={filter.tags.includes(tag)}
                onToggle={() => {
                  change({ tags: withToggled(filter.tags, tag) })
                }}
              >
                <span dir="auto">{tag}</span>
              </Choice>
            ))}
          </Choices>
        )}
      </div>
      <div className="stories-filters-found" hidden={chosen === 0 && filter.text.trim() === ''}>
        <p aria-live="polite">{found}</p>
        <Button
          size="s"
          variant="quiet"
          onClick={() => {
            bankFilter.set(emptyBankFilter)
          }}
        >
          Show all stories
        </Button>
      </div>
    </search>
  )
}

function Choices({ legend, children }: Readonly<{ legend: string; children: ReactNode }>) {
  return (
    <fieldset className="stories-choices">
      <legend className="ui-label">{legend}</legend>
      <div>{children}</div>
    </fieldset>
  )
}

function Choice({
  isChosen,
  onToggle,
  label,
  children,
}: Readonly<{ isChosen: boolean; onToggle: () => void; label?: string; children: ReactNode }>) {
  return (
    <button
      type="button"
      className="stories-chip"
      aria-pressed={isChosen}
      aria-label={label}
      title={label}
      onClick={onToggle}
    >
      {children}
    </button>
  )
}
