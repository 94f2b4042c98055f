import type { StoryContent } from '#contract/story.ts'
import type { StorySettings } from '#contract/story-settings.ts'
import { countWords, wordsIn } from './spoken.ts'
import { partOrder } from './story-fields.ts'

/**
 * A first text for a telling of so many seconds, taken word for word from the six parts: of each part the whole
 * sentences that fit its share of the time, and its first one in any case. Parts without text are left out.
 */
export function tellingFromParts(
  parts: StoryContent['parts'],
  seconds: number,
  settings: StorySettings,
): string {
  const budget = wordsIn(seconds, settings.wordsPerMinute)
  const total = partOrder.reduce((sum, part) => sum + countWords(parts[part]), 0)
  return partOrder
    .map((part) => {
      const text = parts[part].trim()
      // All of it fits: nothing has to be left out anywhere.
      if (total <= budget) return text
      return firstSentences(text, (budget * settings.shares[part]) / 100)
    })
    .filter((text) => text !== '')
    .join('\n\n')
}

/** Whole sentences from the beginning that are within so many words; one at least. */
function firstSentences(text: string, words: number): string {
  let taken = ''
  let used = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const more = countWords(segment)
    if (taken.trim() !== '' && used + more > words) break
    taken += segment
    used += more
  }
  return taken.trim()
}
