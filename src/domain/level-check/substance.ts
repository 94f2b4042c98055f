import type { StoryContent } from '#contract/story.ts'
import { principlesSpokenOf } from '../principle-cues.ts'
import { firstCue, sign } from './lexicon.ts'
import {
  ownRule,
  textOf,
  type CheckedStory,
  type Found,
  type NamedPrinciple,
  type Rule,
  type TextField,
} from './rule.ts'

const telling: readonly TextField[] = [
  'parts.situation',
  'parts.task',
  'parts.action',
  'parts.result',
]

const told: readonly TextField[] = [
  ...telling,
  'parts.reflection',
  'parts.growth',
  'alternatives',
  'obstacles',
]

/** Warning signs in what is not there. They wait until the part that should hold it is written. */
export const substanceRules: readonly Rule[] = [
  {
    id: 'no-business-reason',
    name: 'No business reason',
    explanation:
      'Why did it matter to customers or to the company? Words such as “customer”, “revenue”, “cost” or “outage”, or an amount of money, are looked for in situation, task and result.',
    source: ownRule,
    severity: 'mild',
    byWords: true,
    find: noBusinessReason,
  },
  {
    id: 'no-alternatives',
    name: 'No alternatives',
    explanation:
      'A decision is one only where there was a choice. The field for alternatives is looked at, and words such as “instead”, “considered” or “trade-off” in the action.',
    source: ownRule,
    severity: 'mild',
    byWords: true,
    find: noAlternatives,
  },
  {
    id: 'no-struggle',
    name: 'No struggle at all',
    explanation:
      'Where nothing stood in the way, there was little to do. The field for obstacles is looked at, and words such as “resisted”, “failed” or “difficult” in situation, task and action.',
    source: ownRule,
    severity: 'mild',
    byWords: true,
    find: noStruggle,
  },
  {
    id: 'no-learning',
    name: 'No learning',
    explanation:
      'Reflection is where a story shows judgement: what you learned, would do differently, or changed in yourself.',
    source: 'STAR++, Reflection',
    severity: 'clear',
    find: noLearning,
  },
  {
    id: 'principle-only-named',
    name: 'A principle that is only named',
    explanation:
      'A story serves a principle by what happens in it. Where none of the words in which people speak of a principle stands in the story, it is claimed and not shown.',
    source: ownRule,
    severity: 'mild',
    byWords: true,
    find: onlyNamed,
  },
]

function signsIn({ factsOf }: CheckedStory, fields: readonly TextField[]): number {
  return fields.reduce((signs, field) => signs | factsOf(field).signs, 0)
}

function noBusinessReason(story: CheckedStory): readonly Found[] {
  const { situation, task, result } = story.content.parts
  if (situation.trim() === '' || task.trim() === '') return []
  const speaks =
    signsIn(story, ['parts.situation', 'parts.task', 'parts.result']) & sign.business ||
    /\p{Sc}\s?\d|\bUSD\b|\bEUR\b/u.test(`${situation}\n${task}\n${result}`) ||
    story.figures.some(({ unit }) => /^(?:usd|eur|gbp|\p{Sc})/iu.test(unit))
  return speaks
    ? []
    : [
        {
          field: 'parts.situation',
          message:
            'Nothing in situation, task or result says what it meant for customers or for the business.',
          figures: ['words about customers, money or risk: 0'],
          mend: 'Add one sentence: who was losing what, and how much, for as long as nobody acted.',
        },
      ]
}

function noAlternatives(story: CheckedStory): readonly Found[] {
  const { alternatives, parts } = story.content
  if (alternatives.trim() !== '' || parts.action.trim() === '') return []
  return signsIn(story, ['parts.action']) & sign.alternative
    ? []
    : [
        {
          field: 'alternatives',
          message: 'The story does not say what else could have been done.',
          figures: ['alternatives: none'],
          mend: 'Name one or two ways that you did not take, and the reason. It is a likely follow-up question.',
        },
      ]
}

function noStruggle(story: CheckedStory): readonly Found[] {
  const { obstacles, parts } = story.content
  if (obstacles.trim() !== '' || parts.action.trim() === '') return []
  return signsIn(story, ['parts.situation', 'parts.task', 'parts.action']) & sign.struggle
    ? []
    : [
        {
          field: 'obstacles',
          message: 'Nothing in the story was hard.',
          figures: ['obstacles: none'],
          mend: 'Say who or what stood in the way, and the moment when it could have gone wrong.',
        },
      ]
}

function noLearning(story: CheckedStory): readonly Found[] {
  const { reflection, result } = story.content.parts
  if (reflection.trim() === '')
    return result.trim() === ''
      ? []
      : [
          {
            field: 'parts.reflection',
            message: 'The story ends with its result.',
            figures: ['words of reflection: 0'],
            mend: 'Say in two sentences what you learned, what you would do differently, and what you do since.',
          },
        ]
  if (!story.readsWords || signsIn(story, ['parts.reflection', 'parts.growth']) & sign.learning)
    return []
  const { words } = story.factsOf('parts.reflection')
  return [
    {
      field: 'parts.reflection',
      message: `The reflection has ${words === 1 ? '1 word' : `${words} words`} and says nothing that was learned or changed.`,
      figures: [`words of reflection: ${words}`],
      mend: 'Say what you would do differently next time, and what you have done differently since.',
      severity: 'mild',
    },
  ]
}

function onlyNamed(story: CheckedStory): readonly Found[] {
  const { content, principles } = story
  const { primaryPrinciple, secondaryPrinciples } = content
  if (telling.every((field) => textOf(content, field).trim() === '')) return []
  const signs = signsIn(story, told)
  const texts = told.map((field) => textOf(content, field))
  return principles.flatMap((principle, index): Found[] => {
    const { id, name } = principle
    if (id !== primaryPrinciple && !secondaryPrinciples.includes(id)) return []
    const isNamed = texts.some((text) => text.includes(name))
    // Most stories end here: a word of theirs speaks of it, and its name is not what they rely on.
    if (!isNamed && signs & (firstCue << index)) return []
    if (isNamed && isShownBeside(principle, textOfAll(content))) return []
    return [
      {
        field: id === primaryPrinciple ? 'primaryPrinciple' : 'secondaryPrinciples',
        message: isNamed
          ? `${name} is named in the story, and nothing else in it speaks of that.`
          : `${name} is chosen, and nothing in the story speaks of it.`,
        figures: [`${name}: ${isNamed ? 'its name alone' : '0 words'}`],
        mend: 'Add the moment in which it shows: what you saw, decided and did. Or choose another principle.',
      },
    ]
  })
}

function textOfAll({ parts, alternatives, obstacles }: StoryContent): string {
  return [...Object.values(parts), alternatives, obstacles].join('\n')
}

/** Whether more than the words of its own name speak of a principle. */
function isShownBeside(principle: NamedPrinciple, text: string): boolean {
  const { name, short } = principle
  const [spoken] = principlesSpokenOf(text, [principle])
  const ofName = name.toLowerCase()
  return (spoken?.words ?? []).some(
    (word) => word !== name && word !== short && !ofName.includes(word),
  )
}
