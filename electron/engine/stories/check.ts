import type { Evidence } from '#contract/evidence.ts'
import type { StoryCheck } from '#contract/level-check.ts'
import type { Story } from '#contract/story.ts'
import { storyChecker, type StoryChecker } from '#domain/level-check/check.ts'
import { readEvidence } from '../evidence/store.ts'
import type { Handlers, ReadContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { findProfile } from '../profile/store.ts'
import { requireStory } from './save.ts'
import { readStorySettings } from './settings.ts'
import { readStories } from './store.ts'

export const levelCheckHandlers: Pick<Handlers, 'stories.check' | 'stories.checkAll'> = {
  'stories.check': (context, { id }) => {
    const story = requireStory(context, id)
    return checker(context)(story, figuresOf(story, ledger(context, story.results)))
  },

  'stories.checkAll': (context) => {
    const stories = readStories(context.db).filter(({ status }) => status !== 'retired')
    const figures = ledger(context, null)
    const check = checker(context)
    return stories.map((story): StoryCheck => check(story, figuresOf(story, figures)))
  },
}

function ledger({ db }: ReadContext, ids: readonly string[] | null): ReadonlyMap<string, Evidence> {
  if (ids?.length === 0) return new Map()
  return new Map(
    readEvidence(db, ids).flatMap(({ deletedAt, ...figure }) =>
      deletedAt === null ? [[figure.id, figure]] : [],
    ),
  )
}

function figuresOf({ results }: Story, figures: ReadonlyMap<string, Evidence>): Evidence[] {
  return results.flatMap((id) => figures.get(id) ?? [])
}

function checker({ db, library, clock }: ReadContext): StoryChecker {
  const levels = library
    .list()
    .flatMap(({ id }) => library.get(id) ?? [])
    .filter(({ scope }) => scope.length > 0)
  return storyChecker({
    settings: readStorySettings(db),
    month: wallClockNow(clock, 0).studyDay.slice(0, 7),
    principles: library.principles,
    levels,
    ownLevel: findProfile(db)?.level ?? null,
  })
}
