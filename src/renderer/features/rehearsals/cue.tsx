import type { Story } from '#contract/story.ts'
import type { Run } from '#domain/rehearsals/run.ts'
import { partIndex } from '#domain/rehearsals/run.ts'
import { partNames, partOrder } from '#domain/story-fields.ts'
import { formatLabel } from './words.ts'

/** What stands on the screen while the story is told. */
export type CueKind = 'text' | 'parts' | 'none'

/** The text to tell by: the one of the format, or the part that is being told, or nothing. */
export function Cue({ story, run, cue }: Readonly<{ story: Story; run: Run; cue: CueKind }>) {
  if (cue === 'none')
    return <p className="rehearse-cue-none">Your text is hidden. Press H to show it.</p>
  if (cue === 'text')
    return (
      <CueText
        label={`Your text for ${formatLabel(run.format)}`}
        text={story.formats[run.format]}
        none="There is no text for this format yet."
      />
    )
  const part = partOrder[partIndex(run)] ?? 'situation'
  return (
    <CueText
      label={partNames[part]}
      text={story.parts[part]}
      none={`Nothing is written under ${partNames[part]} yet.`}
    />
  )
}

function CueText({ label, text, none }: Readonly<{ label: string; text: string; none: string }>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by the keyboard
    <section className="rehearse-cue" aria-label={label} tabIndex={0}>
      {text.trim() === '' ? (
        <p className="rehearse-cue-none">{none}</p>
      ) : (
        <p className="rehearse-cue-text" dir="auto">
          {text}
        </p>
      )}
    </section>
  )
}
