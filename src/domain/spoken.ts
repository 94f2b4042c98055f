import type { StoryFormat, StoryPart } from '#contract/story.ts'
import type { StorySettings } from '#contract/story-settings.ts'
import { formatOrder } from './story-fields.ts'

/** How stories are measured unless the person says otherwise. Shares and lengths: DOMAIN.md, "Stories". */
export const defaultStorySettings: StorySettings = {
  wordsPerMinute: 140,
  tolerancePercent: 15,
  shares: { situation: 15, task: 10, action: 50, result: 15, reflection: 5, growth: 5 },
  formats: ['30s', '2min', '5min'],
}

/** How long each telling of a story is, in seconds. */
export const formatSeconds: Readonly<Record<StoryFormat, number>> = {
  '30s': 30,
  '60s': 60,
  '2min': 120,
  '3min': 180,
  '5min': 300,
}

/** Scripts without gaps between words: there a dictionary has to find the words. */
const gapless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/**
 * The spoken words of a text: what stands between gaps and has a letter or a digit in it. "don't", "end-to-end" and
 * "$1.2M" are one word each; the signs of Markdown are none. In scripts without gaps Unicode's word boundaries count.
 */
export function countWords(text: string): number {
  if (!gapless.test(text)) return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
  let words = 0
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    if (isWordLike === true) words += 1
  return words
}

/** How long so many words take to say, in seconds. */
export function secondsToSay(words: number, wordsPerMinute: number): number {
  return (words / wordsPerMinute) * 60
}

/** How many words fit into so many seconds. */
export function wordsIn(seconds: number, wordsPerMinute: number): number {
  return Math.round((seconds / 60) * wordsPerMinute)
}

/** A text beside the time that is meant for it. */
export type Fit = Readonly<{
  words: number
  /** How long it takes to say, and how long it is meant to take. */
  seconds: number
  plannedSeconds: number
  plannedWords: number
  /** `long` and `short` are beyond the tolerance, which is inclusive; `empty` has no word at all. */
  verdict: 'empty' | 'short' | 'fits' | 'long'
  /** Words over what is planned; negative when there is room. */
  over: number
}>

/** How a number of words fits a planned time. A plan of 0 s fits nothing but silence. */
export function fitOf(
  words: number,
  plannedSeconds: number,
  { wordsPerMinute, tolerancePercent }: StorySettings,
): Fit {
  const plannedWords = wordsIn(plannedSeconds, wordsPerMinute)
  const tolerated = (plannedWords * tolerancePercent) / 100
  const verdict =
    words === 0
      ? 'empty'
      : words > plannedWords + tolerated
        ? 'long'
        : words < plannedWords - tolerated
          ? 'short'
          : 'fits'
  return {
    words,
    seconds: secondsToSay(words, wordsPerMinute),
    plannedSeconds,
    plannedWords,
    verdict,
    over: words - plannedWords,
  }
}

/** The length that the six parts are written for: the longest one that is on. */
export function fullSeconds({ formats }: StorySettings): number {
  return Math.max(...formats.map((format) => formatSeconds[format]))
}

/** How long a part is meant to take, in seconds: its share of the longest telling. */
export function plannedSeconds(part: StoryPart, settings: StorySettings): number {
  return (fullSeconds(settings) * settings.shares[part]) / 100
}

/** The tellings that are on, the shortest first. */
export function formatsOn({ formats }: StorySettings): readonly StoryFormat[] {
  return formatOrder.filter((format) => formats.includes(format))
}

/** Seconds as `0:45`, `2:05`. */
export function clockOf(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
