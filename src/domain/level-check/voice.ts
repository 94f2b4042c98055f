import { sign, signsOf } from './lexicon.ts'
import {
  ownRule,
  textOf,
  type CheckedStory,
  type Found,
  type Rule,
  type TextField,
} from './rule.ts'
import { eachWord, placesOf } from './words.ts'

/** The parts that tell what the person did. */
const doing: readonly TextField[] = ['parts.task', 'parts.action', 'parts.result']

/** Warning signs in who is spoken of. */
export const voiceRules: readonly Rule[] = [
  {
    id: 'we-more-than-i',
    name: '“We” far more often than “I”',
    explanation:
      'Task, action and result should tell what you did. Where “we” and “our” stand at least five times, and more than twice as often as “I” and “my”, nobody can tell.',
    source: ownRule,
    severity: 'clear',
    byWords: true,
    find: weMoreThanI,
  },
  {
    id: 'blame',
    name: 'Blame of others',
    explanation:
      'A story that finds fault with people says more about who tells it. Words such as “blame”, “careless” or “their fault” are looked for.',
    source: ownRule,
    severity: 'mild',
    byWords: true,
    find: blame,
  },
]

/** we >= 5 and we > 2 x I, over task, action and result together. */
function weMoreThanI({ content, factsOf }: CheckedStory): readonly Found[] {
  const counted = doing.map((field) => ({ field, ...factsOf(field) }))
  const we = counted.reduce((sum, facts) => sum + facts.we, 0)
  const i = counted.reduce((sum, facts) => sum + facts.i, 0)
  if (we < 5 || we <= 2 * i) return []
  // Shown where there is the most of it.
  const [most] = counted.toSorted((a, b) => b.we - a.we)
  if (!most) return []
  return [
    {
      field: most.field,
      ranges: placesOf(textOf(content, most.field), sign.we),
      message: `“We”, “us” or “our” stands ${times(we)} in task, action and result, “I”, “me” or “my” ${i === 0 ? 'not once' : times(i)}.`,
      figures: [`we: ${we}`, `I: ${i}`],
      mend: 'Say for each step who did it. Keep “we” for what the team did, and name your own part beside it.',
    },
  ]
}

function times(n: number): string {
  return n === 1 ? 'once' : `${n} times`
}

const faultPhrases =
  /\b(?:(?:his|her|their|somebody’s|someone’s|someone's) (?:own )?fault|dropped the ball|let (?:me|us) down|could not be bothered|couldn[’']t be bothered|did not care|didn[’']t care)\b/giu
const unblaming = new Set([
  'no',
  'not',
  'without',
  'never',
  'avoid',
  'avoided',
  'avoiding',
  'nobody',
  'than',
  'instead',
])

function blame({ content, factsOf }: CheckedStory): readonly Found[] {
  const fields: readonly TextField[] = [
    'parts.situation',
    ...doing,
    'parts.reflection',
    'parts.growth',
    'obstacles',
  ]
  return fields.flatMap((field): Found[] => {
    const text = textOf(content, field)
    const byWord = factsOf(field).signs & sign.blame ? blamingWords(text) : []
    const byPhrase = (
      factsOf(field).signs & sign.blamePhrase ? [...text.matchAll(faultPhrases)] : []
    ).map(({ index, 0: said }): [number, number] => [index, index + said.length])
    const ranges = [...byWord, ...byPhrase].toSorted(([a], [b]) => a - b)
    if (ranges.length === 0) return []
    const said = [...new Set(ranges.map(([start, end]) => `“${text.slice(start, end)}”`))]
    return [
      {
        field,
        ranges,
        message: `This can be heard as blame: ${said.slice(0, 5).join(', ')}.`,
        figures: said.slice(0, 5),
        mend: 'Say what happened and what you did about it, and leave out whose fault it was. Your own share is the better story.',
      },
    ]
  })
}

/** Words of blame that are not taken back by the word before: "without blame" blames nobody. */
function blamingWords(text: string): [number, number][] {
  const found: [number, number][] = []
  let before = ''
  eachWord(text, (start, end) => {
    const word = text.slice(start, end)
    const isFree = text.startsWith('-free', end) || text.startsWith(' free', end)
    if (signsOf(word) & sign.blame && !unblaming.has(before) && !isFree) found.push([start, end])
    before = word.toLowerCase()
  })
  return found
}
