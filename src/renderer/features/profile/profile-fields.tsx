import type { Playbook } from '#contract/playbooks.ts'
import { DateField, NumberField, TextField } from '../../ui/text-field.tsx'
import { planFit } from './plan-fit.ts'
import type { ProfileDraft } from './profile-draft.ts'
import './profile-fields.css'

type FieldsProps = Readonly<{
  draft: ProfileDraft
  onDraft: (next: ProfileDraft) => void
  /** The error that stands beside a field. */
  errorOf: (field: string) => string | undefined
}>

/** The start, and the interview date or that it is not known. */
export function DateFields({ draft, onDraft, errorOf }: FieldsProps) {
  return (
    <div className="profile-pair">
      <DateField
        label="Start date"
        name="startDate"
        value={draft.startDate}
        error={errorOf('startDate')}
        onValue={(startDate) => {
          onDraft({ ...draft, startDate })
        }}
      />
      <div className="profile-interview">
        <DateField
          label="Interview date"
          name="interviewDate"
          value={draft.interviewUnknown ? '' : draft.interviewDate}
          disabled={draft.interviewUnknown}
          error={errorOf('interviewDate')}
          onValue={(interviewDate) => {
            onDraft({ ...draft, interviewDate })
          }}
        />
        <label className="profile-check">
          <input
            type="checkbox"
            checked={draft.interviewUnknown}
            onChange={(event) => {
              onDraft({ ...draft, interviewUnknown: event.target.checked })
            }}
          />
          Not known yet
        </label>
      </div>
    </div>
  )
}

/** The hours a week that are meant, with what the plan takes. */
export function WeeklyHoursField({
  draft,
  onDraft,
  errorOf,
  playbook,
}: FieldsProps & Readonly<{ playbook: Playbook | undefined }>) {
  const fit =
    playbook === undefined
      ? null
      : planFit(draft, {
          level: playbook.id,
          hours: playbook.plan.categories.reduce((sum, { hours }) => sum + hours.min, 0),
        })
  return (
    <NumberField
      className="profile-hours"
      label="Weekly hours"
      name="weeklyHours"
      suffix="hours a week"
      value={draft.weeklyHours}
      error={errorOf('weeklyHours')}
      hint={<span aria-live="polite">{fit ?? 'What you mean to study in a week.'}</span>}
      onValue={(weeklyHours) => {
        onDraft({ ...draft, weeklyHours })
      }}
    />
  )
}

/** The name on the report. */
export function NameField({ draft, onDraft, errorOf }: FieldsProps) {
  return (
    <TextField
      label="Name"
      name="name"
      optional
      placeholder="Shown on the report"
      value={draft.name}
      error={errorOf('name')}
      onValue={(name) => {
        onDraft({ ...draft, name })
      }}
    />
  )
}
