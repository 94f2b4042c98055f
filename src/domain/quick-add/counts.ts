import type { CountKind } from '#contract/playbooks.ts'
import type { Count } from '#contract/sessions.ts'
import { countUnit } from '../counts.ts'
import { decimals, formatCount } from '../readable.ts'
import { matchesOf, quoted, type Piece } from './line.ts'
import { countText, type Chip, type Question, type Reading, type Unknown } from './reading.ts'

/** The largest count of one kind in a session. */
const MAX_COUNT = 10_000

const NUMBER_WORDS = 'one two three four five six seven eight nine ten'.split(' ')

const NOUN = '(?:problem|question)s?'
const WORDS = [
  `(?<design>(?:system\\s+)?design\\s+${NOUN})`,
  `(?<level>easy|medium|hard)s?(?:\\s+(?:(?:coding|leetcode)\\s+)?(?:${NOUN}|ones?)|\\s+leetcodes?)?`,
  '(?<mock>mocks?(?:\\s+interviews?)?)',
  '(?<paper>papers?)',
  `(?<coding>(?:coding|leetcode)\\s+${NOUN})`,
  `(?<any>${NOUN})`,
].join('|')
// "2 designs" are design problems, but "45 design" is a duration and a category: number and noun have to agree.
const SHORT_DESIGN =
  '(?<one>(?<=\\b(?:1|an?|one)\\s+)design)|(?<many>(?<!\\b(?:1|an?|one)\\s+)designs)'
const AFTER = '(?![\\p{L}\\p{N}])'

const NUMBERED = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/–-])(?<n>\\d+|an?|${NUMBER_WORDS.join('|')})(?:\\s*[x×])?\\s+(?:${WORDS}|${SHORT_DESIGN})${AFTER}`,
  'giu',
)
const BARE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS})${AFTER}`, 'giu')

type Found = Readonly<{ piece: Piece; count: Count }>
export type CountReading = Reading & Readonly<{ counts: readonly Count[] }>

/** Counts with their number: `1 design problem`, `3 medium`, `two papers`. Asks which kind where that is not said. */
export function numberedCounts(head: string): CountReading {
  const found: Found[] = []
  const questions: Question[] = []
  const unknown: Unknown[] = []
  for (const { groups, piece } of matchesOf(head, NUMBERED)) {
    const n = numberOf(groups['n'] ?? '')
    const kinds = kindsOf(groups)
    const before = found.reduce(
      (sum, { count }) => (count.kind === kinds[0] ? sum + count.n : sum),
      0,
    )
    if (n < 1 || before + n > MAX_COUNT)
      unknown.push({ ...piece, message: `Count 1 to ${decimals(MAX_COUNT, 0)} of a kind.` })
    else if (kinds.length === 1) found.push(...kinds.map((kind) => ({ piece, count: { kind, n } })))
    else questions.push(question(piece, 'Say which kind.', kinds, n))
  }
  return { ...readingOf(found), unknown, questions }
}

/** Words for what is counted without a number: `mock interview` is one; of the others it is asked how many. */
export function bareCounts(head: string): CountReading {
  const found: Found[] = []
  const questions: Question[] = []
  for (const { groups, piece } of matchesOf(head, BARE)) {
    const kinds = kindsOf(groups)
    if (groups['mock'] && !piece.text.toLowerCase().endsWith('s'))
      found.push({ piece, count: { kind: 'mock-interview', n: 1 } })
    else questions.push(question(piece, 'Say how many.', kinds, 1))
  }
  return { ...readingOf(found), unknown: [], questions }
}

function readingOf(found: readonly Found[]) {
  const chips = found.map(({ piece, count }): Chip => {
    const label = formatCount(count.n, countUnit(count.kind))
    return { ...piece, kind: 'count', label, value: countText(count) }
  })
  return { chips, counts: found.map(({ count }) => count) }
}

function question(piece: Piece, advice: string, kinds: readonly CountKind[], n: number): Question {
  return {
    ...piece,
    message: `${quoted(piece.text)} is not clear. ${advice}`,
    choices: kinds.map((kind) => ({
      label: formatCount(n, countUnit(kind)),
      replacement: countText({ kind, n }),
    })),
  }
}

function numberOf(text: string): number {
  const typed = text.toLowerCase()
  if (/^\d/.test(typed)) return Number(typed)
  return typed.startsWith('a') ? 1 : NUMBER_WORDS.indexOf(typed) + 1
}

function kindsOf(groups: Readonly<Record<string, string | undefined>>): readonly CountKind[] {
  const level = groups['level']?.toLowerCase()
  if (level === 'easy') return ['coding-easy']
  if (level === 'medium') return ['coding-medium']
  if (level === 'hard') return ['coding-hard']
  if (groups['mock']) return ['mock-interview']
  if (groups['paper']) return ['paper']
  if (groups['design'] || groups['one'] || groups['many']) return ['design-problem']
  const coding: readonly CountKind[] = ['coding-easy', 'coding-medium', 'coding-hard']
  return groups['coding'] ? coding : ['design-problem', ...coding]
}
