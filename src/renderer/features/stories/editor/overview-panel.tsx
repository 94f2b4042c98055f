import { CircleAlert, CircleCheck } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { clockOf, countWords, fullSeconds, secondsToSay, wordsIn } from '#domain/spoken.ts'
import { gapsOf } from '#domain/story-content.ts'
import { partNames, partOrder } from '#domain/story-fields.ts'
import { formatCount } from '#domain/readable.ts'
import { Explain } from '../../../ui/explain.tsx'
import { useStorySettings } from '../use-story-settings.ts'
import type { EditorPanelProps } from './panels.tsx'
import './overview-panel.css'

const word = { one: 'word', many: 'words' }

/** How the time is shared out over the parts, and what the story lacks for "ready". */
export function OverviewPanel({ story, onGoTo }: EditorPanelProps) {
  const settings = useStorySettings()
  const parts = useDeferredValue(story.parts)
  const words = useMemo(
    () => partOrder.map((part) => ({ part, words: countWords(parts[part]) })),
    [parts],
  )
  const total = words.reduce((sum, part) => sum + part.words, 0)
  const full = fullSeconds(settings)
  const gaps = gapsOf(story)
  const seconds = secondsToSay(total, settings.wordsPerMinute)
  return (
    <>
      <section className="stories-overview" aria-label="Share of the parts">
        <h2>
          {clockOf(seconds)} of {clockOf(full)}
        </h2>
        <p className="stories-faint">
          {formatCount(total, word)} at {settings.wordsPerMinute} a minute{' '}
          <Explain about="the time of the parts">
            The parts are written for the longest telling that is on, {clockOf(full)}: at{' '}
            {settings.wordsPerMinute} words a minute that is{' '}
            {formatCount(wordsIn(full, settings.wordsPerMinute), word)}. Each part has its share of
            them, 15, 10, 50, 15, 5 and 5 % unless you say otherwise, and is marked from{' '}
            {settings.tolerancePercent} % off. The shares are Loopready’s own, not the playbook’s;
            “Lengths and pace” changes all of it.
          </Explain>
        </p>
        <ul>
          {words.map(({ part, words: own }) => {
            const share = total === 0 ? 0 : own / total
            const planned = settings.shares[part]
            return (
              <li key={part}>
                <button
                  type="button"
                  onClick={() => {
                    onGoTo(`parts.${part}`)
                  }}
                >
                  <span>{partNames[part]}</span>
                  <span className="stories-share" aria-hidden>
                    <span style={{ inlineSize: `${share * 100}%` }} />
                    <i style={{ insetInlineStart: `${planned}%` }} />
                  </span>
                  <span className="stories-share-figure">
                    {Math.round(share * 100)} % of {planned} %
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      </section>
      <section className="stories-overview" aria-label="For ready">
        {gaps.length === 0 ? (
          <p className="stories-complete">
            <CircleCheck aria-hidden />
            Nothing is missing for “ready”.
          </p>
        ) : (
          <>
            <h2>Missing for “ready”</h2>
            <Gaps gaps={gaps} onGoTo={onGoTo} />
          </>
        )}
      </section>
    </>
  )
}

/** What is missing, each with the way to its field. */
export function Gaps({
  gaps,
  onGoTo,
}: Readonly<{
  gaps: readonly Readonly<{ field: string; message: string }>[]
  onGoTo: (field: string) => void
}>) {
  return (
    <ul className="stories-gaps">
      {gaps.map(({ field, message }) => (
        <li key={field}>
          <button
            type="button"
            onClick={() => {
              onGoTo(field)
            }}
          >
            <CircleAlert aria-hidden />
            {message}
          </button>
        </li>
      ))}
    </ul>
  )
}
