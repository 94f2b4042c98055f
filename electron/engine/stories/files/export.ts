import { readEvidence } from '../../evidence/store.ts'
import type { Handlers } from '../../handlers.ts'
import { readStories } from '../store.ts'
import { filesOf } from './render.ts'

/** The stories as Markdown files, by title. */
export const exportStories: Handlers['stories.exportMarkdown'] = ({ db }, { ids }) => {
  const stories = readStories(db, ids ?? null)
  const figures = readEvidence(db, [...new Set(stories.flatMap((story) => story.results))])
  return filesOf(
    stories.toSorted((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1)),
    new Map(figures.map((figure) => [figure.id, figure])),
  )
}
