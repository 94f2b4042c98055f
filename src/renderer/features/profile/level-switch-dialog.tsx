import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { formatHours } from '#domain/duration.ts'
import { formatCount } from '#domain/readable.ts'
import { SECONDS_PER_HOUR } from '#domain/units.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { AlertDialog, Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { closeLevelSwitch } from './level-switch-window.ts'
import {
  initialChoice,
  mappingOf,
  offered,
  rowKey,
  unmapped,
  type SwitchRow,
} from './mapping-choices.ts'
import { usePlaybooks } from './playbooks.ts'
import './level-switch-dialog.css'

const sessionUnit = { one: 'session', many: 'sessions' }

/**
 * Asks where time of other levels counts in a level's plan, and switches to it. With nothing to ask, it only asks
 * whether to switch.
 */
export function LevelSwitchDialog({ level }: Readonly<{ level: string }>) {
  const { data: now } = useCall('profile.get', {})
  const { data: preview } = useCall('profile.previewSwitch', { level })
  const playbook = usePlaybooks()?.playbooks.find(({ id }) => id === level)
  const { write, pending } = useWrite('profile.switchLevel')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [error, setError] = useState<string | null>(null)
  const isSwitch = now?.profile?.level !== level
  const rows = preview?.rows ?? []

  const confirm = async () => {
    const answer = await write({ level, mapping: mappingOf(rows, chosen) })
    if (!answer.ok) {
      setError([answer.error.message, answer.error.hint].join(' '))
      return
    }
    closeLevelSwitch()
    offerUndo(
      isSwitch ? `Target level is now ${level}.` : 'Changed where other levels count.',
      answer.change,
    )
  }

  if (preview !== undefined && playbook !== undefined && rows.length === 0 && isSwitch)
    return (
      <AlertDialog
        open
        title={`Switch to ${level}?`}
        confirmLabel={`Switch to ${level}`}
        pending={pending}
        onCancel={closeLevelSwitch}
        onConfirm={() => {
          void confirm()
        }}
      >
        <p>
          The plan, its hours and its milestones become those of the {playbook.name} playbook. You
          can switch back at any time.
        </p>
        <FormError>{error}</FormError>
      </AlertDialog>
    )

  return (
    <Dialog
      open
      size="l"
      title={isSwitch ? `Switch to ${level}` : `Sessions of other levels in the ${level} plan`}
      description="Nothing is lost: every session keeps the category it was logged in. Choose where its time counts in this plan. Switching back restores everything as it was."
      onClose={closeLevelSwitch}
      footer={
        <>
          <Button onClick={closeLevelSwitch}>Cancel</Button>
          <Button
            variant="primary"
            pending={pending}
            disabled={preview === undefined || rows.length === 0}
            onClick={() => {
              void confirm()
            }}
          >
            {isSwitch ? `Switch to ${level}` : 'Save'}
          </Button>
        </>
      }
    >
      {preview === undefined || playbook === undefined ? (
        <Skeleton lines={4} />
      ) : rows.length === 0 ? (
        <p>Every session was logged in a category of this plan.</p>
      ) : (
        <ul className="profile-mapping">
          {rows.map((row) => (
            <li key={rowKey(row)} className="profile-mapping-row">
              <div className="profile-mapping-from">
                <strong>{row.name}</strong>
                <span>
                  {row.fromPlaybook}, {formatCount(row.sessions, sessionUnit)},{' '}
                  {formatHours(row.seconds / SECONDS_PER_HOUR)}
                </span>
              </div>
              <ArrowRight aria-hidden />
              <Select
                hideLabel
                label={`Where ${row.name} counts`}
                value={chosen[rowKey(row)] ?? initialChoice(row)}
                options={optionsOf(row, playbook.plan.categories)}
                onValue={(to) => {
                  setChosen({ ...chosen, [rowKey(row)]: to })
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <FormError>{error}</FormError>
    </Dialog>
  )
}

function optionsOf(
  row: SwitchRow,
  categories: readonly Readonly<{ slug: string; name: string }>[],
) {
  return [
    ...offered(row, categories).map(({ category, suggested }) => ({
      value: category.slug,
      label: suggested ? `${category.name} (suggested)` : category.name,
      category: categories.indexOf(category) + 1,
    })),
    { value: unmapped, label: 'Leave unmapped' },
  ]
}
