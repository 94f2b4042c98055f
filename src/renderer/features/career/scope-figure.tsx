import { useState } from 'react'
import type { ScopeFigure } from '#contract/scope.ts'
import { parseMetricValue } from '#domain/metric-value.ts'
import { decimals, formatCount } from '#domain/readable.ts'
import { shortFigure } from '#domain/scope-axis.ts'
import { placeWords, quantityName } from '#domain/scope-words.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { useStore } from '../../ui/store.ts'
import { NumberField } from '../../ui/text-field.tsx'
import { createDrafts } from './drafts.ts'
import { storyTitle } from './proof-list.tsx'
import { ScopeDrawing } from './scope-drawing.tsx'
import type { Scope } from './scope-reading.ts'
import { placeTone } from './scope-text.ts'

const drafts = createDrafts<string | null>(() => null)
const STORIES = { one: 'story', many: 'stories' }

/** A figure of the scope: the person's own, typed here and saved on Enter or on leaving, and where it lies. */
export function ScopeFigureView({
  scope,
  figure,
}: Readonly<{ scope: Scope; figure: ScopeFigure }>) {
  const { quantity, unit, value, place, stories } = figure
  const draft = drafts(quantity)
  const typed = useStore(draft)
  const [error, setError] = useState<string | undefined>()
  const { write } = useWrite('scope.save')
  const written = value === null ? '' : decimals(value, 6).replace(/\.?0+$/, '')

  const save = async () => {
    if (typed === null || typed.trim() === written) {
      draft.set(null)
      setError(undefined)
      return
    }
    const read =
      typed.trim() === ''
        ? ({ ok: true, value: null } as const)
        : parseMetricValue(typed, {
            comparator: '>=',
            threshold: figure.bands[0]?.min ?? 1,
            // Engineers, teams and organizations are whole; months and dollars need not be.
            unit: unit === 'USD' || unit === 'months' ? unit : 'count',
            range: { min: 0 },
          })
    if (!read.ok) {
      setError(read.message)
      return
    }
    const answer = await write({ figures: [{ quantity, value: read.value }] })
    if (!answer.ok) {
      setError(answer.error.message)
      return
    }
    draft.set(null)
    setError(undefined)
    if (answer.change !== undefined) offerUndo(`${quantityName(quantity)} saved.`, answer.change)
  }
  const away = stories.filter((story) => story.place?.levels.includes(scope.level) !== true)
  return (
    <div className="scope-figure">
      <div className="scope-say">
        <NumberField
          label={quantityName(quantity)}
          suffix={unit}
          value={typed ?? written}
          onValue={(next) => {
            draft.set(next)
            setError(undefined)
          }}
          error={error}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save()
            if (event.key === 'Escape') draft.set(null)
          }}
        />
        <div className="scope-verdict">
          {place === null ? (
            <span className="career-quiet">Not said yet.</span>
          ) : (
            <Badge tone={placeTone(place, scope.level)}>{placeWords(place)}</Badge>
          )}
        </div>
      </div>
      <div className="scope-drawn">
        <ScopeDrawing scope={scope} figure={figure} />
        {stories.length > 0 && (
          <details className="scope-stories">
            <summary>
              {formatCount(stories.length, STORIES)}
              {away.length > 0 && `, ${away.length} outside ${scope.level}`}
            </summary>
            <ul>
              {stories.map((story) => (
                <li key={story.id}>
                  <a href={`#/stories/edit/${story.id}`}>{storyTitle(story.title)}</a>:{' '}
                  {shortFigure(story.value ?? 0, unit)}
                  {story.place !== null && `, ${placeWords(story.place)}`}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  )
}
