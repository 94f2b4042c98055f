import { Download, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { StorySettings } from '#contract/story-settings.ts'
import type { StoryExcerpt, StorySummary } from '#contract/story.ts'
import { clockOf, secondsToSay } from '#domain/spoken.ts'
import { storyFields } from '#domain/story-fields.ts'
import { useCall } from '../../../bridge/queries.ts'
import { Badge } from '../../../ui/badge.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { removeStories, storyPath } from '../new-story.ts'
import { archetypeNames, statusNames, statusTones, titleOf, whenInWords } from '../story-words.ts'

/**
 * The stories, one row each. Tab reaches one of them; arrow keys move between rows, Enter opens, Delete moves to the
 * trash.
 */
export function StoryList({
  stories,
  settings,
  onExport,
}: Readonly<{
  stories: readonly StorySummary[]
  settings: StorySettings
  onExport: (ids: readonly string[]) => void
}>) {
  const list = useRef<HTMLUListElement>(null)
  const [reached, setReached] = useState(0)
  const at = Math.min(reached, stories.length - 1)
  const focusOn = useCallback((next: number) => {
    setReached(next)
    requestAnimationFrame(() => {
      list.current?.querySelectorAll<HTMLElement>('.stories-row-title')[next]?.focus()
    })
  }, [])
  const leaving = useRef<Readonly<{ id: string; index: number }> | null>(null)
  useEffect(() => {
    // Once its row is gone, the one that took its place takes the focus.
    const gone = leaving.current
    if (gone === null || stories.some(({ id }) => id === gone.id)) return
    leaving.current = null
    focusOn(Math.min(gone.index, stories.length - 1))
  }, [stories, focusOn])
  const remove = async ({ id }: StorySummary, index: number) => {
    leaving.current = { id, index }
    if (!(await removeStories([id]))) leaving.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLElement && event.target.matches('.stories-row-title'))) return
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: stories.length - 1,
    }
    const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined
    const story = stories[at]
    if (target !== undefined) focusOn(Math.max(0, Math.min(stories.length - 1, target)))
    else if ((event.key === 'Delete' || event.key === 'Backspace') && story !== undefined)
      void remove(story, at)
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its rows are what is interactive
    <ul ref={list} className="stories-list" aria-label="Stories" onKeyDown={onKeyDown}>
      {stories.map((story, index) => (
        <StoryRow
          key={story.id}
          story={story}
          settings={settings}
          isReached={index === at}
          onReached={() => {
            setReached(index)
          }}
          onExport={() => {
            onExport([story.id])
          }}
          onRemove={() => void remove(story, index)}
        />
      ))}
    </ul>
  )
}

function StoryRow({
  story,
  settings,
  isReached,
  onReached,
  onExport,
  onRemove,
}: Readonly<{
  story: StorySummary
  settings: StorySettings
  isReached: boolean
  onReached: () => void
  onExport: () => void
  onRemove: () => void
}>) {
  const principles = useCall('playbooks.principles', {}).data ?? []
  const headOf = (id: string) => principles.find((principle) => principle.id === id)
  const title = titleOf(story)
  const when = whenInWords(story.when)
  return (
    <li className="stories-row" data-status={story.status}>
      <div className="stories-row-main">
        <a
          className="stories-row-title"
          href={`#${storyPath(story.id)}`}
          dir="auto"
          tabIndex={isReached ? 0 : -1}
          onFocus={onReached}
        >
          {title}
        </a>
        <span className="stories-row-facts">
          {[
            story.level,
            story.archetype === null ? null : archetypeNames[story.archetype],
            when === '' ? null : when,
          ]
            .filter((fact) => fact !== null)
            .join(' · ')}
          {story.tags.map((tag) => (
            <span key={tag} className="stories-row-tag" dir="auto">
              {tag}
            </span>
          ))}
        </span>
        {story.excerpts
          ?.filter(({ field }) => field !== 'title')
          .map((excerpt) => (
            <Excerpt key={`${excerpt.field} ${excerpt.text}`} excerpt={excerpt} />
          ))}
      </div>
      <ul className="stories-row-principles" aria-label="Principles">
        {story.primaryPrinciple !== null && (
          <li data-primary title={`${headOf(story.primaryPrinciple)?.name ?? ''}, primary`}>
            {headOf(story.primaryPrinciple)?.short ?? story.primaryPrinciple}
            <span className="ui-hidden">, primary</span>
          </li>
        )}
        {story.secondaryPrinciples.map((id) => (
          <li key={id} title={headOf(id)?.name}>
            {headOf(id)?.short ?? id}
          </li>
        ))}
      </ul>
      <span className="stories-row-time" title="Speaking time of the six parts">
        {story.words === 0 ? 'Empty' : clockOf(secondsToSay(story.words, settings.wordsPerMinute))}
      </span>
      <span className="stories-row-status">
        <Badge tone={statusTones[story.status]}>{statusNames[story.status]}</Badge>
      </span>
      <span className="stories-row-actions">
        <IconButton
          size="s"
          label={`Save as a file: ${title}`}
          icon={<Download aria-hidden />}
          onClick={onExport}
        />
        <IconButton
          size="s"
          label={`Delete: ${title}`}
          icon={<Trash2 aria-hidden />}
          onClick={onRemove}
        />
      </span>
    </li>
  )
}

/** Where the search text stands in the story, with what stands around it. */
function Excerpt({ excerpt: { field, text, ranges } }: Readonly<{ excerpt: StoryExcerpt }>) {
  const name = storyFields.find((known) => field.startsWith(known.field))?.label ?? field
  const pieces = ranges.flatMap(([start, end], index) => [
    { at: start, text: text.slice(ranges[index - 1]?.[1] ?? 0, start), found: false },
    { at: end, text: text.slice(start, end), found: true },
  ])
  return (
    <p className="stories-excerpt">
      <span className="stories-faint">{name}:</span>{' '}
      <span dir="auto">
        {pieces.map(({ at, text: piece, found }) =>
          found ? <mark key={`found ${at}`}>{piece}</mark> : <span key={at}>{piece}</span>,
        )}
        {text.slice(ranges.at(-1)?.[1] ?? 0)}
      </span>
    </p>
  )
}
