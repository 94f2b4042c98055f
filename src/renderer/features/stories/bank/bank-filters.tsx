import { SlidersHorizontal } from 'lucide-react'
import { useId, useRef } from 'react'
import type { StorySummary } from '#contract/story.ts'
import { useCall } from '../../../bridge/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FilterChoices, FilterSearch } from '../../../ui/filter.tsx'
import { Select } from '../../../ui/select.tsx'
import { useStore } from '../../../ui/store.ts'
import { withToggled } from '../../../ui/toggled.ts'
import { statuses, statusNames } from '../story-words.ts'
import {
  bankFilter,
  bankOrder,
  conditionsOf,
  emptyBankFilter,
  moreBankFilters,
  orderNames,
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
  const search = useRef<HTMLInputElement>(null)
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
  return (
    <search className="ui-filter" aria-label="Filter the stories">
      <div className="ui-filter-head">
        <FilterSearch
          ref={search}
          label="Search the stories"
          placeholder="Search every text of the stories"
          value={filter.text}
          onValue={(text) => {
            change({ text })
          }}
          onLeave={onLeave}
        />
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
      <div id={id} className="ui-filter-more" hidden={!isOpen}>
        <FilterChoices legend="Status">
          {statuses.map((status) => (
            <Chip
              key={status}
              aria-pressed={filter.statuses.includes(status)}
              onClick={() => {
                change({ statuses: withToggled(filter.statuses, status) })
              }}
            >
              {statusNames[status]}
            </Chip>
          ))}
        </FilterChoices>
        <FilterChoices legend="Principles, as primary or secondary">
          {principles.map(({ id: principle, name, short }) => (
            <Chip
              key={principle}
              aria-label={`${short}: ${name}`}
              title={`${short}: ${name}`}
              aria-pressed={filter.principles.includes(principle)}
              onClick={() => {
                change({ principles: withToggled(filter.principles, principle) })
              }}
            >
              {short}
            </Chip>
          ))}
        </FilterChoices>
        {levels.length > 1 && (
          <FilterChoices legend="Level">
            {levels.map((level) => (
              <Chip
                key={level ?? ''}
                aria-pressed={filter.levels.includes(level)}
                onClick={() => {
                  change({ levels: withToggled(filter.levels, level) })
                }}
              >
                {level ?? 'No level'}
              </Chip>
            ))}
          </FilterChoices>
        )}
        {tags.length > 0 && (
          <FilterChoices legend="Tags">
            {tags.map((tag) => (
              <Chip
                key={tag}
                aria-pressed={filter.tags.includes(tag)}
                onClick={() => {
                  change({ tags: withToggled(filter.tags, tag) })
                }}
              >
                <span dir="auto">{tag}</span>
              </Chip>
            ))}
          </FilterChoices>
        )}
      </div>
      <div className="ui-filter-found" hidden={chosen === 0 && filter.text.trim() === ''}>
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
