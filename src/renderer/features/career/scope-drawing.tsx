import type { ScopeFigure } from '#contract/scope.ts'
import { axisOf, positionOn, shortBand, shortFigure } from '#domain/scope-axis.ts'
import { placeWords, quantityName } from '#domain/scope-words.ts'
import { storyTitle } from './proof-list.tsx'
import type { Scope } from './scope-reading.ts'

const percent = (part: number) => `${part * 100}%`

/** The ranges of the levels on one axis, the person's own figure across them, and the stories below. */
export function ScopeDrawing({ scope, figure }: Readonly<{ scope: Scope; figure: ScopeFigure }>) {
  const { bands, stories, unit, value } = figure
  const levels = bands.map(({ level, min, max }) => ({ level, min, max: max ?? undefined }))
  const told = stories.flatMap((story) => story.value ?? [])
  const axis = axisOf(levels, value === null ? told : [...told, value])
  const at = (each: number) => percent(positionOn(axis, each))
  return (
    <figure className="scope-drawing" aria-label={spoken(figure)}>
      <div className="scope-lanes" aria-hidden>
        {scope.levels
          .filter(({ id }) => bands.some(({ level }) => level === id))
          .map(({ id }) => (
            <div
              key={id}
              className="scope-lane"
              data-category={scope.levels.findIndex((level) => level.id === id) + 1}
            >
              <span className="scope-lane-name">{id}</span>
              <div className="scope-track">
                {bands
                  .filter(({ level }) => level === id)
                  .map(({ min, max }) => (
                    <span
                      key={min}
                      className="scope-band"
                      data-open={max === null || undefined}
                      style={{
                        insetInlineStart: at(min),
                        insetInlineEnd: percent(max === null ? 0 : 1 - positionOn(axis, max)),
                      }}
                    >
                      <span className="scope-band-text">{shortBand({ min, max }, unit)}</span>
                    </span>
                  ))}
              </div>
            </div>
          ))}
        <div className="scope-lane" data-kind="axis">
          <span className="scope-lane-name">{told.length > 0 ? 'Stories' : ''}</span>
          <div className="scope-track">
            {stories.map((story) => (
              <span
                key={story.id}
                className="scope-dot"
                title={`${storyTitle(story.title)}: ${shortFigure(story.value ?? 0, unit)}`}
                style={{ insetInlineStart: at(story.value ?? 0) }}
              />
            ))}
            {axis.ticks.map((tick) => (
              <span key={tick} className="scope-tick" style={{ insetInlineStart: at(tick) }}>
                {shortFigure(tick, unit)}
              </span>
            ))}
          </div>
        </div>
        {value !== null && (
          <div className="scope-own">
            <span className="scope-own-line" style={{ insetInlineStart: at(value) }}>
              <span
                className="scope-own-text"
                data-side={positionOn(axis, value) > 0.75 ? 'left' : 'right'}
              >
                you: {shortFigure(value, unit)}
              </span>
            </span>
          </div>
        )}
      </div>
    </figure>
  )
}

/** The drawing in a sentence; the table at the foot of the page has it whole. */
function spoken({ quantity, bands, value, place, stories, unit }: ScopeFigure): string {
  return [
    `${quantityName(quantity)}:`,
    bands.map(({ level, ...band }) => `${level} ${shortBand(band, unit)}`).join(', ') + '.',
    value === null || place === null
      ? 'Your own figure is not said.'
      : `Yours is ${shortFigure(value, unit)}, ${placeWords(place)}.`,
    stories.length === 0 ? '' : `${stories.length} of your stories are plotted.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
