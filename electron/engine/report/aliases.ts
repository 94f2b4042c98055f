import type { ReportAlias, ReportSettings } from '#contract/report.ts'
import type { ReadContext } from '../handlers.ts'
import { readMocks } from '../mocks/store.ts'
import { findProfile } from '../profile/store.ts'
import { readStories } from '../stories/store.ts'
import { keyOf, nameFinder, type NameFinder } from './name-matching.ts'

/** Two or three words that begin as names do; "a peer of another team" is none. */
const isPerson = /^\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){1,2}$/u

export type Replaced = ReportSettings['replaced'][number]

/** Words that stand between the parts of names, and words of English that are short names too. */
const noParts = new Set(
  `al am an as at be ben bin by da das de del den der di do dos du el go he ibn if in is it la le me my no of on or so
  ten ter the to up us van von we zu`.split(/\s+/),
)

/**
 * Every name that a report with aliases replaces: the own list first, then the name of the profile, the employers of
 * the stories and the interviewers of the mock interviews, each once. The same data give the same aliases.
 */
export function replacedNames(
  { db }: Pick<ReadContext, 'db'>,
  own: readonly ReportAlias[] = ownList(db),
): readonly Replaced[] {
  const profile = oneLine(findProfile(db)?.name ?? '')
  const oldest = readStories(db).toReversed()
  const employers = distinct(oldest.map(({ employer }) => oneLine(employer)))
  const interviewers = distinct(
    readMocks(db)
      .toReversed()
      .map(({ interviewer }) => oneLine(interviewer)),
  )
  const { namesIn } = nameFinder(
    [
      ...own.map(({ name }) => name),
      profile,
      ...partsOf(profile),
      ...employers,
      ...interviewers,
    ].map((name) => ({ name, alias: '' })),
  )
  const found: readonly Replaced[] = [
    ...own.map((each) => ({ ...each, from: 'own' as const })),
    ...distinct([profile, ...partsOf(profile)]).map(
      (name) =>
        ({ name, alias: freeOf(namesIn, ['Candidate', 'Applicant']), from: 'profile' }) as const,
    ),
    ...employers.map(
      (name, index) =>
        ({
          name,
          alias: freeOf(namesIn, lettered(index, 'Employer', 'Company')),
          from: 'story',
        }) as const,
    ),
    ...interviewers.flatMap((whole, index) =>
      [whole, ...(isPerson.test(whole) ? partsOf(whole) : [])].map(
        (name) =>
          ({
            name,
            alias: freeOf(namesIn, lettered(index, 'Interviewer', 'Partner')),
            from: 'mock',
          }) as const,
      ),
    ),
  ]
  const seen = new Set<string>()
  return found.filter(({ name }) => {
    const key = keyOf(name)
    if (name.length < 2 || key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function ownList(db: ReadContext['db']): readonly ReportAlias[] {
  return db.all<ReportAlias>('SELECT name, alias FROM report_alias ORDER BY position, name')
}

/** The parts of a person's name that say who it is when they stand alone. */
function partsOf(name: string): readonly string[] {
  const words = name.split(' ')
  return [...words, ...words.flatMap((word) => word.split('-'))].filter(
    (part) => part.length >= 2 && part !== name && !noParts.has(part.toLowerCase()),
  )
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function distinct(names: readonly string[]): readonly string[] {
  const byKey = new Map(names.filter((name) => name !== '').map((name) => [keyOf(name), name]))
  return [...byKey.values()]
}

/** The first that holds none of the names: somebody may have called an employer "Employer A" already. */
function freeOf(namesIn: NameFinder['namesIn'], aliases: readonly string[]): string {
  return aliases.find((alias) => namesIn(alias).size === 0) ?? '…'
}

function lettered(index: number, ...nouns: readonly string[]): readonly string[] {
  return nouns.map((noun) => `${noun} ${letters(index)}`)
}

/** A, B … Z, AA, AB … */
function letters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`
}
