import { TriangleAlert } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import type { StorySettings } from '#contract/story-settings.ts'
import { clockOf, countWords, fitOf, type Fit } from '#domain/spoken.ts'
import { formatCount } from '#domain/readable.ts'
import './fit-line.css'

const word = { one: 'word', many: 'words' }

/** How a text fits its time, as it is typed. A long text is counted once typing lets it. */
export function useFit(text: string, plannedSeconds: number, settings: StorySettings): Fit {
  const settled = useDeferredValue(text)
  const words = useMemo(() => countWords(settled), [settled])
  return fitOf(words, plannedSeconds, settings)
}

/** Words and time of a text beside what is planned: plainly when it is too long, mildly when it is too short. */
export function FitLine({ label, fit }: Readonly<{ label: string; fit: Fit }>) {
  const { words, seconds, plannedSeconds, plannedWords, verdict, over } = fit
  return (
    <span className="stories-fit" data-verdict={verdict}>
      <meter
        className="stories-fit-bar"
        aria-label={`Length of ${label}`}
        min={0}
        max={Math.max(1, plannedSeconds)}
        value={Math.min(seconds, plannedSeconds)}
        data-verdict={verdict}
      >
        {formatCount(words, word)} of {plannedWords}
      </meter>
      <span>
        {formatCount(words, word)} · {clockOf(seconds)} of {clockOf(plannedSeconds)}
      </span>
      {verdict === 'long' && (
        <strong>
          <TriangleAlert aria-hidden />
          {formatCount(over, word)} too long
        </strong>
      )}
      {verdict === 'short' && <em>room for {formatCount(-over, word)} more</em>}
    </span>
  )
}
