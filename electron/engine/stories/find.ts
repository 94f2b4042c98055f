import type { OutputOf } from '#contract/index.ts'
import type { StorySummary } from '#contract/story.ts'
import { principlesSpokenOf } from '#domain/principle-cues.ts'
import { questionWords } from '#domain/question-words.ts'
import type { ReadContext } from '../handlers.ts'
import { summaries } from './list.ts'
import { hitsOf } from './search.ts'

type Found = OutputOf<'stories.find'>['found'][number]

/** How much a text says about what a story is good for: what it is called weighs more than a word in passing. */
const fieldWeights: Readonly<Record<string, number>> = {
  title: 1,
  tags: 1,
  'followUps.question': 0.9,
  'parts.situation': 0.7,
  'parts.task': 0.7,
  'parts.action': 0.7,
}
const otherFields = 0.5

/** A story that can be told weighs a little more than one that is still being written. */
const statusWeights: Readonly<Record<StorySummary['status'], number>> = {
  rehearsed: 1,
  ready: 0.98,
  draft: 0.9,
  retired: 0,
}

const secondary = 0.6
/** The part of the score that principles decide where the question speaks of any. */
const principleShare = 0.6

/**
 * Ranks stories for an interview question. Principles: the strongest that story and question share, of the question's
 * strongest, 0.6 of it where the story serves it as secondary. Words: the part of the question's words that stand in
 * the story, rare ones counting more (ln(1 + stories / stories with it)), each by the field that says most.
 * Score = status weight x (0.6 principles + 0.4 words), or words alone where no principle is spoken of.
 */
export function findStories(
  { db, library }: ReadContext,
  question: string,
  limit: number,
): OutputOf<'stories.find'> {
  const spoken = principlesSpokenOf(question, library.principles)
  const strongest = spoken[0]?.weight ?? 0
  const stories = summaries(db, 'deleted_at IS NULL').filter(({ status }) => status !== 'retired')
  const words = questionWords(question).map((word) =>
    wordIn(word, hitsOf(db, word), stories.length),
  )
  const allWords = words.reduce((sum, { rarity }) => sum + rarity, 0)

  const found = stories.map((story): Found => {
    const principles = spoken
      .map(({ id, weight }) => ({ id, weight, primary: story.primaryPrinciple === id }))
      .filter(({ id, primary }) => primary || story.secondaryPrinciples.includes(id))
    const served = principles.map(
      ({ weight, primary }) => (weight / strongest) * (primary ? 1 : secondary),
    )
    const byPrinciple = Math.max(0, ...served)
    const standing = words.filter(({ byStory }) => byStory.has(story.id))
    const byWords =
      standing.reduce(
        (sum, { rarity, byStory }) => sum + rarity * (byStory.get(story.id) ?? 0),
        0,
      ) / (allWords || 1)
    const fit =
      strongest === 0 ? byWords : principleShare * byPrinciple + (1 - principleShare) * byWords
    return {
      story,
      score: fit * statusWeights[story.status],
      principles: principles.map(({ id, primary }) => ({ id, primary })),
      words: standing.map(({ word }) => word),
    }
  })
  return {
    principles: spoken.map(({ id, words: said }) => ({ id, words: [...said] })),
    found: found
      .filter(({ score }) => score > 0)
      // The list comes the last changed first, which decides between equals.
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit),
  }
}

/** A word of the question: how rare it is, and how much it says in each story where it stands. */
function wordIn(word: string, hits: ReturnType<typeof hitsOf>, stories: number) {
  const byStory = new Map<string, number>()
  for (const { storyId, field } of hits) {
    const weight = fieldWeights[field] ?? otherFields
    byStory.set(storyId, Math.max(weight, byStory.get(storyId) ?? 0))
  }
  return { word, byStory, rarity: Math.log(1 + stories / Math.max(1, byStory.size)) }
}
