import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { StorySettings } from '#contract/story-settings.ts'
import { readAmount } from '#domain/amount.ts'
import { defaultStorySettings, formatSeconds, wordsIn } from '#domain/spoken.ts'
import { formatNames, formatOrder, partNames, partOrder } from '#domain/story-fields.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldError, FormError } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { storySettingsShown } from './settings-window.ts'
import './stories.css'
import './settings-dialog.css'

const close = () => {
  storySettingsShown.set(false)
}

/** How stories are measured: pace, tolerance, shares and lengths. */
export function StorySettingsDialog() {
  const { data } = useCall('stories.settings', {})
  return data === undefined ? (
    <Dialog open title="Lengths and pace" onClose={close}>
      <Skeleton lines={6} />
    </Dialog>
  ) : (
    <SettingsForm saved={data} />
  )
}

function SettingsForm({ saved }: Readonly<{ saved: StorySettings }>) {
  const [draft, setDraft] = useState(() => draftOf(saved))
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('stories.saveSettings')
  const shares = partOrder.map((part) => readAmount(draft.shares[part]) ?? 0)
  const sum = shares.reduce((total, value) => total + value, 0)
  const pace = readAmount(draft.wordsPerMinute)

  const save = async () => {
    const answer = await write(settingsOf(draft))
    setError(answer.ok ? null : answer.error)
    if (!answer.ok) return
    offerUndo('Story settings saved.', answer.change)
    close()
  }
  const elsewhere = errorElsewhere(error, [
    'wordsPerMinute',
    'tolerancePercent',
    'shares',
    'formats',
    ...partOrder.map((part) => `shares.${part}`),
  ])
  return (
    <Dialog
      open
      title="Lengths and pace"
      description="How words become minutes. A change counts for every story; no text is touched."
      onClose={close}
      footer={
        <>
          <Button
            variant="quiet"
            onClick={() => {
              setDraft(draftOf(defaultStorySettings))
            }}
          >
            Back to the defaults
          </Button>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" pending={pending} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <form
        className="stories-settings"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="stories-grid">
          <NumberField
            label="Words a minute"
            hint="Most people tell a story at 130 to 150."
            error={errorAt(error, 'wordsPerMinute')}
            value={draft.wordsPerMinute}
            onValue={(wordsPerMinute) => {
              setDraft({ ...draft, wordsPerMinute })
            }}
          />
          <NumberField
            label="Tolerance"
            suffix="%"
            hint="How far a text or a rehearsal may be off before it is marked."
            error={errorAt(error, 'tolerancePercent')}
            value={draft.tolerancePercent}
            onValue={(tolerancePercent) => {
              setDraft({ ...draft, tolerancePercent })
            }}
          />
        </div>
        <fieldset className="stories-settings-shares">
          <legend className="ui-label">
            Shares of the parts: {sum} % together{sum === 100 ? '' : ', make it 100 %'}
          </legend>
          <div>
            {partOrder.map((part) => (
              <NumberField
                key={part}
                label={partNames[part]}
                suffix="%"
                error={errorAt(error, `shares.${part}`)}
                value={draft.shares[part]}
                onValue={(text) => {
                  setDraft({ ...draft, shares: { ...draft.shares, [part]: text } })
                }}
              />
            ))}
          </div>
          {errorAt(error, 'shares') !== undefined && (
            <FieldError>{errorAt(error, 'shares')}</FieldError>
          )}
        </fieldset>
        <fieldset className="stories-settings-formats">
          <legend className="ui-label">Lengths in which a story is told</legend>
          {formatOrder.map((format) => (
            <label key={format}>
              <input
                type="checkbox"
                checked={draft.formats.includes(format)}
                onChange={(event) => {
                  setDraft({
                    ...draft,
                    formats: event.target.checked
                      ? [...draft.formats, format]
                      : draft.formats.filter((other) => other !== format),
                  })
                }}
              />
              {formatNames[format]}
              {pace !== null && pace > 0 && (
                <span className="stories-faint">{wordsIn(formatSeconds[format], pace)} words</span>
              )}
            </label>
          ))}
          {errorAt(error, 'formats') !== undefined && (
            <FieldError>{errorAt(error, 'formats')}</FieldError>
          )}
        </fieldset>
        <FormError>{elsewhere}</FormError>
        {/* Enter in a field saves. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  )
}

type Draft = Readonly<{
  wordsPerMinute: string
  tolerancePercent: string
  shares: Readonly<Record<keyof StorySettings['shares'], string>>
  formats: StorySettings['formats']
}>

function draftOf(settings: StorySettings): Draft {
  const share = (part: keyof StorySettings['shares']) => String(settings.shares[part])
  return {
    wordsPerMinute: String(settings.wordsPerMinute),
    tolerancePercent: String(settings.tolerancePercent),
    shares: {
      situation: share('situation'),
      task: share('task'),
      action: share('action'),
      result: share('result'),
      reflection: share('reflection'),
      growth: share('growth'),
    },
    formats: settings.formats,
  }
}

/** What was typed as numbers; what is none is left to the engine to refuse beside its field. */
function settingsOf(draft: Draft): StorySettings {
  const number = (text: string) => readAmount(text) ?? Number.NaN
  const share = (part: keyof StorySettings['shares']) => number(draft.shares[part])
  return {
    wordsPerMinute: number(draft.wordsPerMinute),
    tolerancePercent: number(draft.tolerancePercent),
    shares: {
      situation: share('situation'),
      task: share('task'),
      action: share('action'),
      result: share('result'),
      reflection: share('reflection'),
      growth: share('growth'),
    },
    formats: [...draft.formats],
  }
}
