import type { StoryArchetype, StoryPart, StoryStatus } from '#contract/story.ts'
import type { Tone } from '../../ui/badge.tsx'

export const statusNames: Readonly<Record<StoryStatus, string>> = {
  draft: 'Draft',
  ready: 'Ready',
  rehearsed: 'Rehearsed',
  retired: 'Retired',
}

export const statusTones: Readonly<Record<StoryStatus, Tone>> = {
  draft: 'neutral',
  ready: 'accent',
  rehearsed: 'positive',
  retired: 'neutral',
}

// The keys of records that are complete by their types.
export const statuses = Object.keys(statusNames) as readonly StoryStatus[]

export const archetypeNames: Readonly<Record<StoryArchetype, string>> = {
  transformation: 'Transformation',
  crisis: 'Crisis',
  innovation: 'Innovation',
  people: 'People',
  conflict: 'Conflict',
  failure: 'Failure',
  scale: 'Scale',
  strategy: 'Strategy',
  'cross-functional': 'Cross-functional',
  customer: 'Customer',
}
export const archetypes = Object.keys(archetypeNames) as readonly StoryArchetype[]

/** What belongs into a part, in one or two sentences. */
export const partGuidance: Readonly<Record<StoryPart, string>> = {
  situation:
    'Where and when, which team, and why it mattered to the business. Enough for a stranger to follow, no more.',
  task: 'What you had to achieve and by when, and what was yours to decide. Say what would have happened otherwise.',
  action:
    'What you did, in the order in which you did it. Say “I” for what was yours and “we” for what was not.',
  result:
    'What came of it, as numbers before and after, and what that was worth. Pick them from the ledger below.',
  reflection:
    'What you learned, what you would do differently, and what it changed in how you work.',
  growth: 'Where you have used it since, who took it over, and what is still there without you.',
}

/** The steps of an action, each with the question that it answers. */
export const actionSteps = [
  { name: 'Assess', question: 'How did you find out what was really going on?' },
  { name: 'Design', question: 'Which ways were open, and why did you choose this one?' },
  { name: 'Align', question: 'Who had to be won over, and how did you do it?' },
  { name: 'Implement', question: 'What did you do yourself, and what did you hand to whom?' },
  { name: 'Monitor', question: 'How did you know that it worked, and what did you correct?' },
] as const

/** Questions that an interviewer is likely to ask after any story. */
export const starterQuestions = [
  'How was it measured?',
  'What was the hardest part?',
  'What resistance did you meet, and how did you deal with it?',
  'What would you change if you did it again?',
  'What was your own part in it, and what was the team’s?',
  'Which other way did you consider, and why did you leave it?',
  'What went wrong on the way?',
  'What happened after you left it?',
] as const

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2023-09` as "Sep 2023". */
export function monthInWords(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return `${monthNames[Number(number) - 1] ?? number} ${year}`
}

/** When a story happened: "Sep 2023 to Dec 2023", "Sep 2023". Empty where it is not said. */
export function whenInWords(when: Readonly<{ from: string; to: string | null }> | null): string {
  if (when === null) return ''
  if (when.to === null || when.to === when.from) return monthInWords(when.from)
  return `${monthInWords(when.from)} to ${monthInWords(when.to)}`
}

/** What a story is called while it has no title. */
export function titleOf({ title }: Readonly<{ title: string }>): string {
  return title.trim() === '' ? 'Untitled story' : title
}
