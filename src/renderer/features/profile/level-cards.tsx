import { useId } from 'react'
import type { Playbook } from '#contract/playbooks.ts'
import { hoursText } from '#domain/explain.ts'
import { CategoryLabel } from '../../ui/badge.tsx'
import { FieldError } from '../../ui/field.tsx'
import './level-cards.css'

/** The choice of a target level, each with what its plan asks for. */
export function LevelCards({
  playbooks,
  value,
  onValue,
  error,
}: Readonly<{
  playbooks: readonly Playbook[]
  value: string
  onValue: (level: string) => void
  error?: string | undefined
}>) {
  const name = useId()
  return (
    <fieldset className="profile-levels">
      <legend className="ui-label">Target level</legend>
      <div className="profile-level-cards">
        {playbooks.map((playbook) => (
          <label key={playbook.id} className="profile-level">
            <input
              className="profile-level-input"
              type="radio"
              name={name}
              value={playbook.id}
              checked={playbook.id === value}
              aria-label={playbook.name}
              aria-describedby={`${name}-${playbook.id}`}
              onChange={() => {
                onValue(playbook.id)
              }}
            />
            <LevelSummary playbook={playbook} id={`${name}-${playbook.id}`} />
          </label>
        ))}
      </div>
      {error !== undefined && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}

/** A level in short: whom it is for, and how its plan divides the hours. */
export function LevelSummary({ playbook, id }: Readonly<{ playbook: Playbook; id?: string }>) {
  const { categories } = playbook.plan
  const hours = categories.reduce((sum, category) => sum + category.hours.min, 0)
  return (
    <span className="profile-level-text">
      <span className="profile-level-name">
        {playbook.name}
        <span className="profile-level-mark" aria-hidden />
      </span>
      <span className="profile-level-summary" id={id}>
        {playbook.summary}
      </span>
      <span className="profile-level-bar" aria-hidden>
        {categories.map(({ slug, share }, index) => (
          <span key={slug} data-category={index + 1} style={{ flexGrow: share }} />
        ))}
      </span>
      <span className="profile-level-plan">
        {categories.map(({ slug, name, share }, index) => (
          <span key={slug} className="profile-level-category">
            <CategoryLabel position={index + 1}>{name}</CategoryLabel>
            <span>{share} %</span>
          </span>
        ))}
        <span className="profile-level-category profile-level-total">
          <span>Plan in all</span>
          <span>{hoursText(hours)}</span>
        </span>
      </span>
    </span>
  )
}
