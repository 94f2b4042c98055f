import type { ReportAlias, ReportSettings } from '#contract/report.ts'
import type { ReadContext } from '../handlers.ts'
import { readMocks } from '../mocks/store.ts'
import { findProfile } from '../profile/store.ts'
import { readStories } from '../stories/store.ts'

export type Replaced = ReportSettings['replaced'][number]

/** A part of one's own name shorter than this says nothing, and stands in too many words. */
const shortestPart = 3
/** From this length on a name is found even where a line break parts it. */
const longEnoughToPart = 4
/** Scripts that put no space between words: there a name may begin or end inside other letters. */
const gapless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/**
 * Every name that a report with aliases replaces: the own list first, then the name of the profile, the employers of
 * the stories and the interviewers of the mock interviews, each once. The same data give the same aliases.
 */
export function replacedNames(
  { db }: Pick<ReadContext, 'db'>,
  own: readonly ReportAlias[] = ownList(db),
): readonly Replaced[] {
  const profile = oneLine(findProfile(db)?.name ?? '')
  const parts = profile.split(' ').filter((part) => part.length >= shortestPart)
  const oldest = readStories(db).toReversed()
  const employers = distinct(oldest.map(({ employer }) => oneLine(employer)))
  const interviewers = distinct(
    readMocks(db)
      .toReversed()
      .map(({ interviewer }) => oneLine(interviewer)),
  )
  const found: readonly Replaced[] = [
    ...own.map((each) => ({ ...each, from: 'own' as const })),
    ...distinct([profile, ...parts]).map(
      (name) => ({ name, alias: 'Candidate', from: 'profile' }) as const,
    ),
    ...employers.map(
      (name, index) => ({ name, alias: `Employer ${letters(index)}`, from: 'story' }) as const,
    ),
    ...interviewers.map(
      (name, index) => ({ name, alias: `Interviewer ${letters(index)}`, from: 'mock' }) as const,
    ),
  ]
  const seen = new Set<string>()
  return found.filter(({ name }) => {
    const key = folded(name)
    if (name.length < 2 || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function ownList(db: ReadContext['db']): readonly ReportAlias[] {
  return db.all<ReportAlias>('SELECT name, alias FROM report_alias ORDER BY position, name')
}

/** Puts the alias in place of every name, in one pass, the longest name first. Case and width of spaces do not count. */
export function replacer(names: readonly ReportAlias[]): (text: string) => string {
  if (names.length === 0) return (text) => text
  const longest = names.toSorted((a, b) => b.name.length - a.name.length)
  const pattern = new RegExp(longest.map(({ name }) => wordPattern(name, false)).join('|'), 'giu')
  const aliases = new Map(names.map(({ name, alias }) => [folded(name), alias]))
  return (text) => {
    const composed = text.normalize('NFC')
    return composed.replace(pattern, (found) => aliases.get(folded(found)) ?? '…')
  }
}

/** Whether a name stands in a text, as a word or words of its own. */
export function standsIn(name: string, text: string): boolean {
  return new RegExp(wordPattern(name, false), 'iu').test(text.normalize('NFC'))
}

/** The first name that stands in a text read back from a file, also where a line break or a hyphen parts it. */
export function firstLeft(names: readonly string[], text: string): string | undefined {
  const read = text.normalize('NFKC').replaceAll('\u00ad', '')
  return names.find((name) =>
    new RegExp(wordPattern(name.normalize('NFKC'), true), 'iu').test(read),
  )
}

/** The same value with every text in it changed, but for what names kinds and places of the model. */
export function everyText<T>(value: T, change: (text: string) => string): T {
  // A change of leaves keeps the shape, which the type system cannot see.
  return changed(value, change) as T
}

/** Keys whose values are words of the model and not of the person. */
const structural = new Set(['kind', 'id', 'align', 'tone', 'state', 'fileName'])

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => changed(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      structural.has(key) ? item : changed(item, change),
    ]),
  )
}

/** A name as a pattern: whole words, any space between them, and where it may be parted any space within. */
function wordPattern(name: string, mayBeParted: boolean): string {
  const composed = oneLine(name.normalize('NFC'))
  const characters = Array.from(composed)
  const parted = mayBeParted && characters.length >= longEnoughToPart
  const inner = characters
    .map((character) =>
      character === ' ' ? '\\s+' : character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
    )
    .join(parted ? '\\s*' : '')
  const first = characters[0] ?? ''
  const last = characters.at(-1) ?? ''
  const before = isLetter(first) ? '(?<![\\p{L}\\p{N}])' : ''
  const after = isLetter(last) ? '(?![\\p{L}\\p{N}])' : ''
  return `${before}${inner}${after}`
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character) && !gapless.test(character)
}

function folded(name: string): string {
  return oneLine(name.normalize('NFC')).toLowerCase()
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function distinct(names: readonly string[]): readonly string[] {
  const byKey = new Map(names.filter((name) => name !== '').map((name) => [folded(name), name]))
  return [...byKey.values()]
}

/** A, B … Z, AA, AB … */
function letters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`
}
