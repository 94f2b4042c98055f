import { Card } from '../../../ui/card.tsx'
import { Select } from '../../../ui/select.tsx'
import { useStore } from '../../../ui/store.ts'
import type { StoryArchetype } from '#contract/story.ts'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'
import { archetypeNames, archetypes } from '../story-words.ts'
import { AmountField, LineField } from './line-fields.tsx'
import { PrincipleFields } from './principle-fields.tsx'
import { TagField } from './tag-field.tsx'
import { usePlaybookChoices } from './use-playbook-choices.ts'
import { WhenFields } from './when-fields.tsx'

const none = { value: '', label: 'Not said' }

/** What the story is about: its level, its principles, its kind and its tags. */
export function AboutCard({ editing }: Readonly<{ editing: Editing }>) {
  const level = useShown(editing, 'level')
  const archetype = useShown(editing, 'archetype')
  const { refused } = useStore(editing.state)
  const { levels } = usePlaybookChoices()
  return (
    <Card title="About it">
      <LineField
        editing={editing}
        field="title"
        label="Title"
        placeholder="How you remember it, e.g. The checkout that slowed"
      />
      <div className="stories-grid">
        <Select
          label="Level"
          data-field="level"
          error={refused.level}
          value={level ?? ''}
          options={[none, ...levels]}
          onValue={(id) => {
            editing.edit({ level: id === '' ? null : id })
          }}
        />
        <Select
          label="Archetype"
          data-field="archetype"
          error={refused.archetype}
          value={archetype ?? ''}
          options={[none, ...archetypes.map((id) => ({ value: id, label: archetypeNames[id] }))]}
          onValue={(id) => {
            // The options are the archetypes.
            editing.edit({ archetype: id === '' ? null : (id as StoryArchetype) })
          }}
        />
        <WhenFields editing={editing} />
      </div>
      <PrincipleFields editing={editing} />
      <TagField editing={editing} />
    </Card>
  )
}

/** How large it was: what the level check compares with the level. */
export function ScopeCard({ editing }: Readonly<{ editing: Editing }>) {
  const stakeholder = useShown(editing, 'highestStakeholder')
  const technology = useShown(editing, 'technologyLevel')
  const { refused } = useStore(editing.state)
  const { stakeholders, technologies } = usePlaybookChoices()
  return (
    <Card
      title="Scope"
      lead="How large it was at the time. The level check compares these figures with the bands of the level."
    >
      <div className="stories-grid">
        <LineField editing={editing} field="employer" label="Employer" />
        <LineField editing={editing} field="role" label="Your role" />
        <AmountField
          editing={editing}
          field="peopleLed"
          label="People led"
          hint="Direct and indirect reports"
        />
        <AmountField
          editing={editing}
          field="peopleAffected"
          label="People affected"
          hint="Everyone whose work it changed"
        />
        <AmountField editing={editing} field="teams" label="Teams" />
        <AmountField
          editing={editing}
          field="budgetUsd"
          label="Budget"
          suffix="USD"
          hint="Yours to spend, not what it brought in"
        />
        <AmountField editing={editing} field="durationMonths" label="Duration" suffix="months" />
        <Select
          label="Highest stakeholder"
          data-field="highestStakeholder"
          error={refused.highestStakeholder}
          value={stakeholder ?? ''}
          options={withOwn([none, ...stakeholders], stakeholder)}
          onValue={(rung) => {
            editing.edit({ highestStakeholder: rung === '' ? null : rung })
          }}
        />
        <Select
          label="Technology level"
          data-field="technologyLevel"
          error={refused.technologyLevel}
          value={technology ?? ''}
          options={withOwn([none, ...technologies], technology)}
          onValue={(rung) => {
            editing.edit({ technologyLevel: rung === '' ? null : rung })
          }}
        />
      </div>
    </Card>
  )
}

/** The choices, with the one that was made before although no playbook offers it any more. */
function withOwn(
  choices: readonly Readonly<{ value: string; label: string }>[],
  own: string | null,
) {
  const isKnown = own === null || choices.some(({ value }) => value === own)
  return isKnown ? choices : [...choices, { value: own, label: own }]
}
