import type { StoryPart } from '#contract/story.ts'
import type { StorySettings } from '#contract/story-settings.ts'
import { plannedSeconds } from '#domain/spoken.ts'
import { partNames, partOrder } from '#domain/story-fields.ts'
import { Card } from '../../../ui/card.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'
import { actionSteps, partGuidance } from '../story-words.ts'
import { FitLine, useFit } from './fit-line.tsx'
import { ProseField } from './prose-field.tsx'

const rowsOf: Readonly<Partial<Record<StoryPart, number>>> = { action: 9, situation: 4, result: 4 }

/** The six parts of the story, then what the action turned down and what stood in its way. */
export function PartsCard({
  editing,
  settings,
  preview,
  onPreview,
}: Readonly<{
  editing: Editing
  settings: StorySettings
  preview: boolean
  onPreview: (preview: boolean) => void
}>) {
  return (
    <Card
      title="The story"
      lead="Six parts, each with its share of the time. Markdown is understood."
      actions={
        <Segmented
          label="View of the texts"
          value={preview ? 'preview' : 'write'}
          options={[
            { value: 'write', label: 'Write' },
            { value: 'preview', label: 'Preview' },
          ]}
          onValue={(value) => {
            onPreview(value === 'preview')
          }}
        />
      }
    >
      {partOrder.map((part) => (
        <div key={part} className="stories-part">
          <ProseField
            editing={editing}
            field={`parts.${part}`}
            label={partNames[part]}
            hint={
              part === 'action' ? (
                <>
                  {partGuidance.action} <ActionSteps />
                </>
              ) : (
                partGuidance[part]
              )
            }
            rows={rowsOf[part] ?? 3}
            preview={preview}
            aside={<PartFit editing={editing} part={part} settings={settings} />}
          />
        </div>
      ))}
      <ProseField
        editing={editing}
        field="alternatives"
        label="Alternatives considered"
        hint="Which other ways there were, and why you left them. One sentence for each will do."
        preview={preview}
      />
      <ProseField
        editing={editing}
        field="obstacles"
        label="Obstacles"
        hint="What stood in the way: people, time, money, technology. A story without a struggle convinces nobody."
        preview={preview}
      />
    </Card>
  )
}

function PartFit({
  editing,
  part,
  settings,
}: Readonly<{ editing: Editing; part: StoryPart; settings: StorySettings }>) {
  const text = useShown(editing, `parts.${part}`)
  return (
    <FitLine label={partNames[part]} fit={useFit(text, plannedSeconds(part, settings), settings)} />
  )
}

/** The five steps as prompts; not all belong into every story. */
function ActionSteps() {
  return (
    <span className="stories-steps">
      {actionSteps.map(({ name, question }) => (
        <span key={name}>
          <b>{name}</b> {question}
        </span>
      ))}
    </span>
  )
}
