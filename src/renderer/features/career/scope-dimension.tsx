import type { ScopeDimension } from '#contract/scope.ts'
import { sourceText } from '#domain/explain.ts'
import { placeWords, rungLabel } from '#domain/scope-words.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { showToast } from '../../ui/toasts.ts'
import { Explained } from './explained.tsx'
import { ScopeFigureView } from './scope-figure.tsx'
import type { Scope } from './scope-reading.ts'
import { placeTone } from './scope-text.ts'
import { storyTitle } from './proof-list.tsx'

/** One dimension: what the levels expect, the person's own figures on their axes, or the rung on the ladder. */
export function ScopeDimensionCard({
  scope,
  dimension,
}: Readonly<{ scope: Scope; dimension: ScopeDimension }>) {
  const { name, expectations, figures, ladder } = dimension
  return (
    <Card
      title={name}
      lead={
        <span className="scope-expectations">
          {expectations.map(({ level, text, provenance }) => (
            <span key={level}>
              <Explained
                about={`${name} at ${level}`}
                figure={
                  <span>
                    <strong>{level}</strong> {text.charAt(0).toLowerCase() + text.slice(1)}
                  </span>
                }
                formula="What the playbook expects at this level."
                numbers={text}
                source={sourceText(provenance)}
              />
            </span>
          ))}
        </span>
      }
    >
      {figures.map((figure) => (
        <ScopeFigureView key={figure.quantity} scope={scope} figure={figure} />
      ))}
      {ladder.length > 0 && <Ladder scope={scope} dimension={dimension} />}
    </Card>
  )
}

/** The rungs of a dimension in words, the lowest at the left, each under the levels that name it. */
function Ladder({ scope, dimension }: Readonly<{ scope: Scope; dimension: ScopeDimension }>) {
  const { id, name, ladder, rung, rungPlace, rungStories } = dimension
  const { write } = useWrite('scope.save')
  const say = async (next: string | null) => {
    const answer = await write({ rungs: [{ dimension: id, rung: next }] })
    if (!answer.ok) showToast({ message: answer.error.message, tone: 'negative' })
    else if (answer.change !== undefined)
      offerUndo(
        next === null ? `${name} taken back.` : `${name}: ${rungLabel(next)}.`,
        answer.change,
      )
  }
  const position = (level: string) => scope.levels.findIndex((each) => each.id === level) + 1
  return (
    <fieldset className="scope-ladder">
      <legend className="ui-label">Your own rung</legend>
      <div className="scope-rungs">
        {ladder.map(({ rung: each, levels }) => {
          const stories = rungStories.filter((story) => story.rung === each)
          return (
            <label key={each} className="scope-rung" data-category={position(levels[0] ?? '')}>
              <input
                type="radio"
                name={`scope-${id}`}
                value={each}
                checked={rung === each}
                onChange={() => void say(each)}
              />
              <span className="scope-rung-name">{rungLabel(each)}</span>
              <span className="scope-rung-levels">{levels.join(', ')}</span>
              {stories.length > 0 && (
                <span
                  className="scope-rung-stories"
                  title={stories.map(({ title }) => storyTitle(title)).join('\n')}
                >
                  {stories.length} {stories.length === 1 ? 'story' : 'stories'}
                </span>
              )}
            </label>
          )
        })}
      </div>
      <div className="scope-verdict">
        {rungPlace === null ? (
          <span className="career-quiet">Not said yet.</span>
        ) : (
          <>
            <Badge tone={placeTone(rungPlace, scope.level)}>{placeWords(rungPlace)}</Badge>
            <Button size="s" variant="quiet" onClick={() => void say(null)}>
              Take back
            </Button>
          </>
        )}
      </div>
    </fieldset>
  )
}
