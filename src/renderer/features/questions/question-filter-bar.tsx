import type { Principle } from '#contract/playbooks.ts'
import type { QuestionKind } from '#contract/questions.ts'
import { questionKindNames, type QuestionFilter } from '#domain/questions.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

const shows = {
  all: 'All',
  own: 'Your own',
  favourite: 'Favourites',
  new: 'Not practised yet',
  practised: 'Practised',
} as const satisfies Record<NonNullable<QuestionFilter['show']>, string>

/** Narrows the list by principle, level, kind, mark and words. */
export function QuestionFilterBar({
  filter,
  principles,
  levels,
  onFilter,
}: Readonly<{
  filter: QuestionFilter
  principles: readonly Principle[]
  levels: readonly string[]
  onFilter: (next: QuestionFilter) => void
}>) {
  const change = (part: QuestionFilter) => {
    onFilter({ ...filter, ...part })
  }
  const any = { value: '', label: 'Any' }
  return (
    <search className="questions-filter">
      <TextField
        label="Search"
        type="search"
        placeholder="Words of the question"
        value={filter.text ?? ''}
        onValue={(text) => {
          change({ text })
        }}
      />
      <Select
        label="Principle"
        value={filter.principle ?? ''}
        options={[any, ...principles.map(({ id, name }) => ({ value: id, label: name }))]}
        onValue={(principle) => {
          change({ principle: principle === '' ? undefined : principle })
        }}
      />
      <Select
        label="Level"
        value={filter.level ?? ''}
        options={[any, ...levels.map((id) => ({ value: id, label: id }))]}
        onValue={(level) => {
          change({ level: level === '' ? undefined : level })
        }}
      />
      <Select
        label="Kind"
        value={filter.kind ?? ''}
        options={[
          any,
          ...Object.entries(questionKindNames).map(([value, label]) => ({ value, label })),
        ]}
        onValue={(kind) => {
          // The select offers nothing else.
          change({ kind: kind === '' ? undefined : (kind as QuestionKind) })
        }}
      />
      <Select
        label="Show"
        value={filter.show ?? 'all'}
        options={Object.entries(shows).map(([value, label]) => ({ value, label }))}
        onValue={(show) => {
          // The select offers nothing else.
          change({ show: show as NonNullable<QuestionFilter['show']> })
        }}
      />
    </search>
  )
}
