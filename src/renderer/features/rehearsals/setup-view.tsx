import { Mic, Play } from 'lucide-react'
import type { StorySettings } from '#contract/story-settings.ts'
import type { Story, StoryFormat } from '#contract/story.ts'
import { partBudgets } from '#domain/rehearsals/budgets.ts'
import { secondsText } from '#domain/rehearsals/compare.ts'
import { formatSeconds, formatsOn } from '#domain/spoken.ts'
import { partNames, partOrder } from '#domain/story-fields.ts'
import { Badge, Kbd } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { CueKind } from './cue.tsx'
import { formatLabel } from './words.ts'
import './setup-view.css'

/** What to choose before a rehearsal begins. */
export function SetupView({
  story,
  settings,
  format,
  cue,
  willRecord,
  pending,
  onFormat,
  onCue,
  onStart,
}: Readonly<{
  story: Story
  settings: StorySettings
  format: StoryFormat
  cue: CueKind
  willRecord: boolean
  pending: boolean
  onFormat: (format: StoryFormat) => void
  onCue: (cue: CueKind) => void
  onStart: () => void
}>) {
  const budgets = partBudgets(formatSeconds[format], settings.shares)
  const hasText = story.formats[format].trim() !== ''
  return (
    <Card title="Before you begin">
      <div className="rehearse-setup">
        <Segmented
          label="Format"
          value={format}
          options={formatsOn(settings).map((on) => ({ value: on, label: formatLabel(on) }))}
          onValue={onFormat}
        />
        <Segmented
          label="On the screen"
          value={cue}
          options={[
            { value: 'text', label: 'Text of the format' },
            { value: 'parts', label: 'Part by part' },
            { value: 'none', label: 'Nothing' },
          ]}
          onValue={onCue}
        />
        {cue === 'text' && !hasText && (
          <p className="rehearse-setup-note">
            This story has no text for that format. Choose part by part, or write one in Stories.
          </p>
        )}
        <dl className="rehearse-budgets" aria-label="Time of each part">
          {partOrder.map((part) => (
            <div key={part}>
              <dt>{partNames[part]}</dt>
              <dd>{secondsText(budgets[part])}</dd>
            </div>
          ))}
        </dl>
        <div className="rehearse-setup-start">
          <Button
            variant="primary"
            icon={<Play aria-hidden />}
            pending={pending}
            data-start
            onClick={onStart}
          >
            Start
          </Button>
          {willRecord ? (
            <Badge tone="negative" icon={<Mic aria-hidden />}>
              Will be recorded
            </Badge>
          ) : (
            <span className="rehearse-setup-note">Nothing is recorded.</span>
          )}
        </div>
        <p className="rehearse-setup-note">
          <Kbd>Space</Kbd> goes on to the next part, <Kbd>Backspace</Kbd> takes that back,{' '}
          <Kbd>P</Kbd> pauses, <Kbd>H</Kbd> hides the text, <Kbd>F</Kbd> finishes, <Kbd>Esc</Kbd>{' '}
          leaves.
        </p>
      </div>
    </Card>
  )
}
