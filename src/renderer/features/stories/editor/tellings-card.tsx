import { lazy, Suspense, useState } from 'react'
import type { StoryFormat } from '#contract/story.ts'
import type { StorySettings } from '#contract/story-settings.ts'
import { formatSeconds, formatsOn } from '#domain/spoken.ts'
import { formatNames, formatOrder } from '#domain/story-fields.ts'
import { tellingFromParts } from '#domain/story-telling.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { useStore } from '../../../ui/store.ts'
import { shownStory, type Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'
import { FitLine, useFit } from './fit-line.tsx'
import { ProseField } from './prose-field.tsx'

const ReplaceDialog = lazy(() =>
  import('./replace-dialog.tsx').then((module) => ({ default: module.ReplaceDialog })),
)

/** The story in each length that it is told in, in the person's own words. */
export function TellingsCard({
  editing,
  settings,
  preview,
  onSettings,
}: Readonly<{
  editing: Editing
  settings: StorySettings
  preview: boolean
  onSettings: () => void
}>) {
  const [asked, setAsked] = useState<StoryFormat | null>(null)
  const { story, typed } = useStore(editing.state)
  const on = formatsOn(settings)
  // A text is never hidden because its length was switched off.
  const shown = formatOrder.filter(
    (format) =>
      on.includes(format) || (typed[`formats.${format}`] ?? story.formats[format]).trim() !== '',
  )
  const fromParts = (format: StoryFormat) =>
    tellingFromParts(shownStory(editing.state.get()).parts, formatSeconds[format], settings)
  const textOf = (format: StoryFormat) => shownStory(editing.state.get()).formats[format]
  const put = (format: StoryFormat, text: string) => {
    editing.edit({ [`formats.${format}`]: text })
  }
  const start = (format: StoryFormat) => {
    if (textOf(format).trim() === '') put(format, fromParts(format))
    else setAsked(format)
  }
  return (
    <Card
      title="Told in"
      lead="What you would really say in that time. The short ones are not summaries: they lead with the result."
      actions={
        <Button size="s" variant="quiet" onClick={onSettings}>
          Lengths and pace
        </Button>
      }
    >
      {shown.map((format) => (
        <div key={format} className="stories-part">
          <ProseField
            editing={editing}
            field={`formats.${format}`}
            label={formatNames[format]}
            rows={format === '30s' ? 3 : 5}
            preview={preview}
            aside={<TellingFit editing={editing} format={format} settings={settings} />}
          />
          {!preview && (
            <Button
              size="s"
              className="stories-from-parts"
              aria-label={`Start from the parts: ${formatNames[format].toLowerCase()}`}
              disabled={Object.values(story.parts).every((text) => text.trim() === '')}
              onClick={() => {
                start(format)
              }}
            >
              Start from the parts
            </Button>
          )}
        </div>
      ))}
      {asked !== null && (
        <Suspense fallback={null}>
          <ReplaceDialog
            name={formatNames[asked]}
            onClose={() => {
              setAsked(null)
            }}
            onAdd={() => {
              put(asked, `${textOf(asked)}\n\n${fromParts(asked)}`)
            }}
            onReplace={() => {
              put(asked, fromParts(asked))
            }}
          />
        </Suspense>
      )}
    </Card>
  )
}

function TellingFit({
  editing,
  format,
  settings,
}: Readonly<{ editing: Editing; format: StoryFormat; settings: StorySettings }>) {
  const text = useShown(editing, `formats.${format}`)
  return <FitLine label={formatNames[format]} fit={useFit(text, formatSeconds[format], settings)} />
}
