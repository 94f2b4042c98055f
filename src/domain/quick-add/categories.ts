import type { Playbook } from '#contract/playbooks.ts'
import { piecesOf, pieceOf, quoted, type Piece } from './line.ts'
import type { Chip, Question } from './reading.ts'

type Category = Readonly<{ slug: string; name: string }>

/** The words by which the categories of a playbook can be typed. */
export type Vocabulary = Readonly<{
  level: string
  categories: readonly (Category & Readonly<{ phrases: readonly (readonly string[])[] }>)[]
  /** Categories of other playbooks, and where their time goes in this one. */
  elsewhere: readonly Readonly<{
    phrases: readonly (readonly string[])[]
    to: readonly Category[]
  }>[]
}>

/** As much of a playbook as the words for its categories rest on. */
export type CategoryNames = Readonly<{
  name: string
  plan: Readonly<{ categories: readonly Category[] }>
  mappings: Playbook['mappings']
}>

export function vocabularyOf({ name, plan, mappings }: CategoryNames): Vocabulary {
  return {
    level: name,
    categories: plan.categories.map((category) => ({
      slug: category.slug,
      name: category.name,
      phrases: [wordsOf(category.slug), wordsOf(category.name)],
    })),
    elsewhere: mappings.map(({ category, to }) => ({
      phrases: [wordsOf(category)],
      to: plan.categories.filter(({ slug }) => to.includes(slug)),
    })),
  }
}

export type CategoryReading = Readonly<{
  chips: readonly Chip[]
  questions: readonly Question[]
}>

/** The categories that a phrase may mean, and the reason why even a single one is asked. */
type Answer = Readonly<{ categories: readonly Category[]; reason?: (typed: string) => string }>

/**
 * Categories by their full slug or name, the slug before the name where they are of two: they are read before anything
 * else, so that a category called "May" or "Papers" can be named.
 */
export function namedCategories(head: string, { categories }: Vocabulary): CategoryReading {
  return read(head, (phrase) => {
    const bySlug = categories.filter(({ slug }) => slug === phrase.join('-'))
    return {
      categories:
        bySlug.length > 0
          ? bySlug
          : categories.filter(({ phrases }) => phrases.some((words) => isSame(words, phrase))),
    }
  })
}

/**
 * Categories by less than that: the initials ("sd"), or the beginnings of words that follow each other in the name
 * ("sys design", "stories", "deep dive"), each of two letters or more. Where several categories answer, it is asked;
 * and so it is where another level's category is named.
 */
export function abbreviatedCategories(head: string, vocabulary: Vocabulary): CategoryReading {
  const { categories, elsewhere, level } = vocabulary
  return read(head, (phrase) => {
    const byInitials = categories.filter(({ phrases }) => hasInitials(phrases, phrase))
    if (byInitials.length > 0) return { categories: byInitials }
    const here = categories.filter(({ phrases }) => phrases.some((words) => isIn(words, phrase)))
    if (here.length > 0) return { categories: here }
    return {
      categories: elsewhere
        .filter(({ phrases }) => phrases.some((words) => isSame(words, phrase)))
        .flatMap(({ to }) => to),
      reason: (typed) =>
        `${quoted(typed)} is not a category of ${level}. Choose where the time goes.`,
    }
  })
}

/** Reads the line from left to right; of the phrases that begin at a word, the longest that has an answer. */
function read(head: string, answerTo: (phrase: readonly string[]) => Answer): CategoryReading {
  const words = piecesOf(head, /[\p{L}\p{M}\p{N}]+/gu)
  const chips: Chip[] = []
  const questions: Question[] = []
  for (let at = 0; at < words.length;) {
    const found = longest(head, words.slice(at, at + LONGEST_NAME), answerTo)
    at += found?.words ?? 1
    if (!found) continue
    const { piece, answer } = found
    const answers = [...new Map(answer.categories.map((one) => [one.slug, one])).values()]
    const [only] = answers
    if (only && answers.length === 1 && !answer.reason)
      chips.push({ ...piece, kind: 'category', label: only.name, value: only.slug })
    else
      questions.push({
        ...piece,
        message: answer.reason?.(piece.text) ?? `${quoted(piece.text)} can be several categories.`,
        choices: answers.map(({ name, slug }) => ({ label: name, replacement: slug })),
      })
  }
  return { chips, questions }
}

/** The longest name of a category that is looked for, in words. */
const LONGEST_NAME = 8

function longest(
  head: string,
  words: readonly Piece[],
  answerTo: (phrase: readonly string[]) => Answer,
) {
  const [first] = words
  if (!first) return null
  for (let length = words.length; length > 0; length -= 1) {
    const phrase = words.slice(0, length)
    const last = phrase.at(-1) ?? first
    const isOnePhrase = phrase.every((word, index) => {
      const before = phrase[index - 1]
      return !before || /^(?:\s+|\s*[-_/&]\s*)$/.test(head.slice(before.end, word.start))
    })
    if (!isOnePhrase || isBroken(head, first, last)) continue
    const answer = answerTo(phrase.map(({ text }) => plain(text)))
    if (answer.categories.length > 0)
      return { piece: pieceOf(head, { start: first.start, end: last.end }), words: length, answer }
  }
  return null
}

/** Whether a phrase is only a part of something longer: "2-day" is no beginning of "day". */
function isBroken(head: string, first: Piece, last: Piece): boolean {
  return /[-_/.\d]$/.test(head.slice(0, first.start)) || /^[-_/]\S/.test(head.slice(last.end))
}

function wordsOf(name: string): readonly string[] {
  return piecesOf(name, /[\p{L}\p{M}\p{N}]+/gu).map(({ text }) => plain(text))
}

/** Case, accents, and British or American spelling do not matter. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('our', 'or')
    .replace(/is(e|at|ing)/, 'iz$1')
}

function singular(word: string): string {
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '')
}

function isSame(words: readonly string[], phrase: readonly string[]): boolean {
  return words.length === phrase.length && words.every((word, index) => word === phrase[index])
}

function hasInitials(phrases: readonly (readonly string[])[], [typed, more]: readonly string[]) {
  if (typed === undefined || more !== undefined || typed.length < 2) return false
  return phrases.some((words) => words.map((word) => word[0]).join('') === typed)
}

/** Whether each word of the phrase begins a word of the name, one after the other. */
function isIn(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, offset) =>
    phrase.every((typed, index) => {
      const word = words[offset + index]
      return word !== undefined && isBeginning(typed, word)
    }),
  )
}

function isBeginning(typed: string, word: string): boolean {
  if (typed.length < 2) return false
  // "strategy" stands for "strategic", "story" for "stories".
  const stem = typed.length > 5 ? typed.replace(/y$/, '') : typed
  return word.startsWith(stem) || singular(word) === singular(typed)
}
