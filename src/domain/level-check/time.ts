import type { StoryPart } from '#contract/story.ts'
import { decimals } from '../readable.ts'
import { clockOf, fitOf, formatSeconds, formatsOn, secondsToSay } from '../spoken.ts'
import { formatNames, partNames, partOrder } from '../story-fields.ts'
import { ownRule, type CheckedStory, type Found, type Rule } from './rule.ts'
import type { TextRange } from './words.ts'

/** The longest that situation and task together should take, in seconds. */
const longestContextSeconds = 90
/** Below this many words a story is a sketch, and its shares say nothing. */
const fewestWords = 100

/** Warning signs in how long things take to say, and in how long ago they were. */
export const timeRules: readonly Rule[] = [
  {
    id: 'context-over-90-seconds',
    name: 'More than 90 seconds of context',
    explanation:
      'Situation and task set the scene. After 90 seconds of it the listener is still waiting for what you did.',
    source: ownRule,
    severity: 'clear',
    find: longContext,
  },
  {
    id: 'part-over-its-share',
    name: 'A part far over its share',
    explanation:
      'Each part has a share of the time. One that takes half as much again, and more than 15 points over its share, leaves too little for the others.',
    source: 'STAR++, shares of the time, as set in the settings of stories',
    severity: 'mild',
    find: overShare,
  },
  {
    id: 'format-too-long',
    name: 'A telling that takes too long',
    explanation: 'The text of a telling has more words than its time allows, beyond the tolerance.',
    source: 'Speed and tolerance, as set in the settings of stories',
    severity: 'clear',
    find: (story) => offLength(story, 'long'),
  },
  {
    id: 'format-too-short',
    name: 'A telling that leaves time unused',
    explanation:
      'The text of a telling has fewer words than its time allows, beyond the tolerance.',
    source: 'Speed and tolerance, as set in the settings of stories',
    severity: 'mild',
    find: (story) => offLength(story, 'short'),
  },
  {
    id: 'older-than-5-years',
    name: 'Older than five years',
    explanation: 'An interviewer wonders what you have done since.',
    source: ownRule,
    severity: 'clear',
    find: (story) => olderThan(story, 5, Number.POSITIVE_INFINITY),
  },
  {
    id: 'older-than-3-years',
    name: 'Older than three years',
    explanation: 'Newer stories are more convincing, and better remembered.',
    source: ownRule,
    severity: 'mild',
    find: (story) => olderThan(story, 3, 5),
  },
]

function longContext({ content, factsOf, settings }: CheckedStory): readonly Found[] {
  const { wordsPerMinute } = settings
  const situation = factsOf('parts.situation').words
  const task = factsOf('parts.task').words
  const seconds = secondsToSay(situation + task, wordsPerMinute)
  if (seconds <= longestContextSeconds) return []
  const allowed = Math.floor((longestContextSeconds / 60) * wordsPerMinute)
  const isInTask = situation <= allowed
  const part = isInTask ? 'task' : 'situation'
  return [
    {
      field: `parts.${part}`,
      ranges: wordsAfter(content.parts[part], isInTask ? allowed - situation : allowed),
      message: `Situation and task have ${situation + task} words, which is ${clockOf(seconds)} minutes at ${wordsPerMinute} words a minute. 90 seconds are ${allowed} words.`,
      figures: [`${situation + task} words`, `${wordsPerMinute} words a minute`, '90 s'],
      mend: 'Keep what the listener needs to see why it was hard and what hung on it. The rest can wait for a question.',
    },
  ]
}

/** What comes after the first `count` spoken words, as one range; empty where that cannot be told. */
function wordsAfter(text: string, count: number): TextRange[] {
  const words = [...text.matchAll(/\S*[\p{L}\p{N}]\S*/gu)]
  const first = words[count]
  return first ? [[first.index, text.trimEnd().length]] : []
}

/**
 * Shares are of the words of the parts that are written, and so are the planned ones: a story without reflection and
 * growth is not blamed for the time that those leave. Far over = above 1.5 x its share and more than 15 points over it.
 */
function overShare({ factsOf, settings }: CheckedStory): readonly Found[] {
  const words = partOrder.map((part) => [part, factsOf(`parts.${part}`).words] as const)
  const written = words.filter(([, n]) => n > 0)
  const total = written.reduce((sum, [, n]) => sum + n, 0)
  const planned = written.reduce((sum, [part]) => sum + settings.shares[part], 0)
  if (total < fewestWords || written.length < 3 || planned === 0) return []
  return written.flatMap(([part, n]): Found[] => {
    const share = n / total
    const wanted = settings.shares[part] / planned
    if (share <= 1.5 * wanted || share <= wanted + 0.15) return []
    return [
      {
        field: `parts.${part}`,
        message: `${partNames[part]} takes ${decimals(share * 100, 0)} % of the story: ${n} of ${total} words. Its share is ${decimals(wanted * 100, 0)} %${planned === 100 ? '' : ' of the parts that are written'}.`,
        figures: [`${n} of ${total} words`, `share ${settings.shares[part]} %`],
        mend: shorten(part),
      },
    ]
  })
}

function shorten(part: StoryPart): string {
  return part === 'action'
    ? 'Tell the two or three steps that decided it, and keep the others for follow-up questions.'
    : 'Cut it to what the action needs, or tell more of the action.'
}

function offLength(
  { content, factsOf, settings }: CheckedStory,
  wanted: 'long' | 'short',
): readonly Found[] {
  return formatsOn(settings).flatMap((format): Found[] => {
    if (content.formats[format].trim() === '') return []
    const fit = fitOf(factsOf(`formats.${format}`).words, formatSeconds[format], settings)
    if (fit.verdict !== wanted) return []
    const off = Math.abs(fit.over)
    return [
      {
        field: `formats.${format}`,
        ...(wanted === 'long'
          ? { ranges: wordsAfter(content.formats[format], fit.plannedWords) }
          : {}),
        message: `“${formatNames[format]}” has ${fit.words} words and takes ${clockOf(fit.seconds)} at ${settings.wordsPerMinute} words a minute: ${off} words too ${wanted === 'long' ? 'many' : 'few'} for ${clockOf(fit.plannedSeconds)}.`,
        figures: [
          `${fit.words} words`,
          `${fit.plannedWords} words planned`,
          `tolerance ${settings.tolerancePercent} %`,
        ],
        mend:
          wanted === 'long'
            ? 'Cut context first, then steps that did not decide anything.'
            : 'Use the time for the action, or for the number that proves the result.',
      },
    ]
  })
}

/** Months from its last month to now: more than `above` years and not more than `upTo`. */
function olderThan(
  { content: { when }, month }: CheckedStory,
  above: number,
  upTo: number,
): Found[] {
  if (!when) return []
  const last = when.to ?? when.from
  const months = monthsOf(month) - monthsOf(last)
  if (months <= above * 12 || months > upTo * 12) return []
  return [
    {
      field: 'when',
      message: `It ended in ${last}, ${Math.floor(months / 12)} years and ${months % 12} months ago.`,
      figures: [last, `${months} months`],
      mend: 'Look for something newer that shows the same. If it went on, enter its last month.',
    },
  ]
}

function monthsOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}
