import type { Evidence } from '#contract/evidence.ts'
import type { StoryCheck } from '#contract/level-check.ts'
import type { Story } from '#contract/story.ts'
import {
  storyChecker,
  type CheckSurroundings,
  type StoryChecker,
} from '#domain/level-check/check.ts'
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

/** What was found in a story, and all that it rested on. */
type Remembered = Readonly<{ basis: string; check: StoryCheck }>

/**
 * The checks of the bank, by the library of their engine: from one look to the next all stories but one are as they were.
 */
const remembered = new WeakMap<ReadContext['library'], Map<string, Remembered>>()

/** Checks a story, or takes what was found before where nothing that the check rests on has changed. */
function checker(context: ReadContext): StoryChecker {
  const known = remembered.get(context.library) ?? new Map<string, Remembered>()
  remembered.set(context.library, known)
  const around = surroundings(context)
  const check = storyChecker(around)
  const sameForAll = JSON.stringify([
    around.settings,
    around.month,
    around.ownLevel,
    around.levels.map(({ id, scope }) => [id, scope]),
  ])
  return (story, figures) => {
    // A version is never given twice, so it stands for all of the content.
    const { version, changedAt, status, dismissals } = story
    const basis = JSON.stringify([version, changedAt, status, dismissals, figures]) + sameForAll
    const before = known.get(story.id)
    if (before?.basis === basis) return before.check
    const now = check(story, figures)
    known.set(story.id, { basis, check: now })
    return now
  }
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

function surroundings({ db, library, clock }: ReadContext): CheckSurroundings {
  const levels = library
    .list()
    .flatMap(({ id }) => library.get(id) ?? [])
    .filter(({ scope }) => scope.length > 0)
  return {
    settings: readStorySettings(db),
    month: wallClockNow(clock, 0).studyDay.slice(0, 7),
    principles: library.principles,
    levels,
    ownLevel: findProfile(db)?.level ?? null,
  }
}
