import type { Evidence } from '#contract/evidence.ts'
import { conflictsOf } from '../evidence.ts'
import { trimmedDecimals } from '../readable.ts'
import { sign } from './lexicon.ts'
import { ownRule, type CheckedStory, type Found, type Rule } from './rule.ts'

/** Warning signs in the figures of a result. */
export const numberRules: readonly Rule[] = [
  {
    id: 'result-without-number',
    name: 'A result without a number',
    explanation:
      'A result that nobody can measure convinces nobody. Numbers of the text count, and figures of the ledger; a year alone does not.',
    source: ownRule,
    severity: 'clear',
    find: withoutNumber,
  },
  {
    id: 'result-without-baseline',
    name: 'A result without before and after',
    explanation:
      'A number says how much was won only beside what it was before. A figure of the ledger needs a baseline and what was achieved; a text needs two numbers or words such as “from”, “before” or “less”.',
    source: ownRule,
    severity: 'mild',
    find: withoutBaseline,
  },
  {
    id: 'figures-contradict',
    name: 'Figures that contradict each other',
    explanation:
      'The same number of the same metric, once by the year and once by the quarter, or in two units: one of them is wrong.',
    source: 'Evidence ledger: the same number with another period or unit',
    severity: 'clear',
    find: contradicting,
  },
  {
    id: 'budget-as-impact',
    name: 'Budget and impact are the same number',
    explanation:
      'What a project may spend is not what it was worth. They are two fields, and rarely the same number.',
    source: 'L6 Core Competency Checklist, Business Impact: impact is not budget',
    severity: 'mild',
    find: budgetAsImpact,
  },
  {
    id: 'led-as-affected',
    name: 'People led and people affected are the same number',
    explanation:
      'Whom you led and whom the change touched are two numbers. The second is usually larger.',
    source: 'L7 case study: 200 people affected are not 200 people led',
    severity: 'mild',
    find: ledAsAffected,
  },
]

/** A number that measures something: years, quarters and ranks ("Q4", "99th") are names. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}.])\p{Nd}[\p{Nd}.,]*/gu)].flatMap(
    ({ index, 0: digits }) => {
      const after = text.slice(index + digits.length, index + digits.length + 3)
      const isYear = /^(?:19|20)\d\d[.,]?$/.test(digits) && !/^\s?[%\p{Sc}]/u.test(after)
      return isYear || /^(?:st|nd|rd|th)\b/.test(after) ? [] : [digits.replace(/[.,]$/, '')]
    },
  )
}

function hasNumber(text: string): boolean {
  return numbersIn(text).length > 0
}

function withoutNumber({ content, figures, factsOf, readsWords }: CheckedStory): readonly Found[] {
  const { result } = content.parts
  if (result.trim() === '' || figures.length > 0 || hasNumber(result)) return []
  const isSpelled = readsWords && (factsOf('parts.result').signs & sign.number) !== 0
  return isSpelled
    ? []
    : [
        {
          field: 'parts.result',
          message: 'The result has no number, and no figure of the ledger belongs to the story.',
          figures: ['numbers in the result: 0', 'figures of the ledger: 0'],
          mend: 'Add what changed and by how much: time, money, errors, people. An estimate will do if you say that it is one.',
        },
      ]
}

function withoutBaseline(story: CheckedStory): readonly Found[] {
  const { figures } = story
  if (figures.length > 0) return figures.flatMap((figure) => lacking(figure))
  return withoutComparison(story)
}

function lacking({ metric, baseline, achieved, unit }: Evidence): Found[] {
  const missing = [
    ...(baseline === null ? ['what it was before'] : []),
    ...(achieved === null ? ['what was achieved'] : []),
  ]
  if (missing.length === 0) return []
  const quoted = [
    ...(baseline === null ? [] : [`before ${amount(baseline, unit)}`]),
    ...(achieved === null ? [] : [`achieved ${amount(achieved, unit)}`]),
  ]
  return [
    {
      field: 'results',
      message: `“${metric}” does not say ${missing.join(' or ')}${quoted.length > 0 ? `: ${quoted.join(', ')}` : ''}.`,
      figures: [metric, ...quoted],
      mend: 'Add it to the figure in the ledger. Where nobody measured it before, say how you know that it got better.',
    },
  ]
}

function withoutComparison({ content, factsOf, readsWords }: CheckedStory): readonly Found[] {
  const { situation, task, action, result } = content.parts
  if (!readsWords || !hasNumber(result)) return []
  const compares =
    new Set(numbersIn(result)).size > 1 || (factsOf('parts.result').signs & sign.comparison) !== 0
  const saysFromTo = /\bfrom\b[^.]{1,80}\bto\b|%|→|->/iu.test(result)
  const wasCounted = [situation, task, action].some(hasNumber)
  if (compares || saysFromTo || wasCounted) return []
  return [
    {
      field: 'parts.result',
      message: 'The result has a number, and the story none that it could be compared with.',
      figures: ['numbers before the result: 0'],
      mend: 'Say what the number was before: “from 850 ms to 285 ms”.',
    },
  ]
}

function contradicting({ figures }: CheckedStory): readonly Found[] {
  return (figures.length < 2 ? [] : conflictsOf(figures)).map(({ metric, message, value }) => ({
    field: 'results',
    message,
    figures: [`${metric}: ${trimmedDecimals(value)}`],
    mend: 'Find out which one holds and correct the other in the ledger; all stories that use it follow.',
  }))
}

function budgetAsImpact({ content: { budgetUsd }, figures }: CheckedStory): readonly Found[] {
  if (budgetUsd === null || budgetUsd === 0) return []
  const same = figures.find(
    ({ achieved, unit }) => achieved === budgetUsd && /^(?:usd|\$|us\$|dollars?)$/i.test(unit),
  )
  return same
    ? [
        {
          field: 'budgetUsd',
          message: `The budget is $${trimmedDecimals(budgetUsd)}, and so is “${same.metric}”.`,
          figures: [
            `budget: $${trimmedDecimals(budgetUsd)}`,
            `${same.metric}: ${amount(budgetUsd, 'USD')}`,
          ],
          mend: 'Enter as budget what you could spend. What it brought belongs to the results.',
        },
      ]
    : []
}

function ledAsAffected({ content: { peopleLed, peopleAffected } }: CheckedStory): readonly Found[] {
  if (peopleLed === null || peopleLed === 0 || peopleLed !== peopleAffected) return []
  return [
    {
      field: 'peopleAffected',
      message: `${trimmedDecimals(peopleLed)} people led, and the same number affected.`,
      figures: [`people led: ${peopleLed}`, `people affected: ${peopleAffected}`],
      mend: 'Enter as led those who reported to you, directly or not, and as affected everyone whom the work touched.',
    },
  ]
}

function amount(value: number, unit: string): string {
  return unit === '' ? trimmedDecimals(value) : `${trimmedDecimals(value)} ${unit}`
}
