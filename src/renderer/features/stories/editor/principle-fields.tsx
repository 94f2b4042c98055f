import { useCall } from '../../../bridge/queries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { withToggled } from '../../../ui/toggled.ts'
import { FieldError } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { useStore } from '../../../ui/store.ts'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'

/** The most secondary principles that a story may have. */
const atMost = 5

/** The principle that the story is for, and those that it serves besides. */
export function PrincipleFields({ editing }: Readonly<{ editing: Editing }>) {
  const primary = useShown(editing, 'primaryPrinciple')
  const secondary = useShown(editing, 'secondaryPrinciples')
  const { refused } = useStore(editing.state)
  const principles = useCall('playbooks.principles', {}).data ?? []
  const isFull = secondary.length >= atMost
  return (
    <>
      <Select
        label="Primary principle"
        data-field="primaryPrinciple"
        error={refused.primaryPrinciple}
        value={primary ?? ''}
        options={[
          { value: '', label: 'Not chosen yet' },
          ...principles.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(id) => {
          editing.edit({
            primaryPrinciple: id === '' ? null : id,
            secondaryPrinciples: secondary.filter((other) => other !== id),
          })
        }}
      />
      <fieldset className="stories-principles" data-field="secondaryPrinciples" tabIndex={-1}>
        <legend className="ui-label">
          Secondary principles
          <span className="ui-label-optional">
            {secondary.length} chosen; two or three read best, five at most
          </span>
        </legend>
        <div>
          {principles
            .filter(({ id }) => id !== primary)
            .map(({ id, name, short }) => {
              const isChosen = secondary.includes(id)
              return (
                <Chip
                  key={id}
                  aria-pressed={isChosen}
                  disabled={isFull && !isChosen}
                  onClick={() => {
                    editing.edit({ secondaryPrinciples: [...withToggled(secondary, id)] })
                  }}
                >
                  <span className="stories-chip-head" aria-hidden>
                    {short}
                  </span>
                  <span className="stories-chip-name">{name}</span>
                </Chip>
              )
            })}
        </div>
        {refused.secondaryPrinciples !== undefined && (
          <FieldError>{refused.secondaryPrinciples}</FieldError>
        )}
      </fieldset>
    </>
  )
}
