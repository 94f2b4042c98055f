import { figureText } from '#domain/figure-text.ts'
import { dimensions } from '#domain/level-check/dimensions.ts'
import { decimals, formatCount } from '#domain/readable.ts'
import { clockOf, countWords, secondsToSay } from '#domain/spoken.ts'
import { formatNames, partNames, partOrder } from '#domain/story-fields.ts'
import type { ReportContents } from '#contract/report.ts'
import type { Story } from '#contract/story.ts'
import { shownTitle } from '#domain/story-title.ts'
import type { Block, ReportData, ReportStory, Section } from '../model.ts'
import { paragraphsOf } from './prose-text.ts'

const words = { one: 'word', many: 'words' }
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** The stories in the chosen length, each with its scope, its numbers and, where they are wanted, the findings. */
export function storiesSection(data: ReportData): Section {
  const { stories, contents, principles } = data
  const names = new Map(principles.map(({ id, name }) => [id, name]))
  const told = contents.storyFormat === 'whole' ? 'whole' : formatNames[contents.storyFormat]
  const drafts = stories.filter(({ story }) => story.status === 'draft').length
  return {
    id: 'stories',
    title: 'Stories',
    lead:
      stories.length === 0
        ? 'No data yet: there are no stories in the bank.'
        : `${formatCount(stories.length, { one: 'story', many: 'stories' })}, told ${told.toLowerCase()}${drafts === 0 ? '' : `; ${formatCount(drafts, { one: 'draft', many: 'drafts' })} at the end`}.`,
    newPage: true,
    blocks: stories.flatMap((each) => [
      {
        kind: 'heading',
        level: 2,
        text: titleOf(each.story),
        aside: capital(each.story.status),
      } as const,
      ...factsOf(each, names),
      ...textOf(each, contents.storyFormat),
      ...numbersOf(each),
      ...findingsOf(each, contents),
    ]),
  }
}

function titleOf({ title }: Story): string {
  return shownTitle(oneLine(title))
}

function factsOf({ story }: ReportStory, names: ReadonlyMap<string, string>): readonly Block[] {
  const nameOf = (id: string) => names.get(id) ?? id
  const principles = [
    ...(story.primaryPrinciple === null ? [] : [nameOf(story.primaryPrinciple)]),
    ...story.secondaryPrinciples.map(nameOf),
  ]
  const where = [story.employer, story.role, whenOf(story)].filter((part) => part.trim() !== '')
  const scope = dimensions.flatMap(({ field, valueText, label, of }) => {
    const value = story[field]
    if (typeof value !== 'string' && typeof value !== 'number') return []
    return ['rungs' in of ? `${label.toLowerCase()}: ${valueText(value)}` : valueText(value)]
  })
  const lines = [
    ...(principles.length === 0 ? [] : [principles.join(' · ')]),
    ...(where.length === 0 ? [] : [where.join(' · ')]),
    ...(scope.length === 0
      ? ['No scope is stated.']
      : [`Scope${story.level === null ? '' : `, for ${story.level}`}: ${scope.join(', ')}.`]),
  ]
  return [{ kind: 'paragraph', tone: 'muted', text: lines.map(oneLine).join('\n'), keepNext: true }]
}

function whenOf({ when }: Story): string {
  if (when === null) return ''
  return when.to === null ? monthOf(when.from) : `${monthOf(when.from)} to ${monthOf(when.to)}`
}

function monthOf(month: string): string {
  return `${months[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`
}

function textOf(
  { story, wordsPerMinute }: ReportStory,
  format: ReportContents['storyFormat'],
): readonly Block[] {
  const text = format === 'whole' ? '' : story.formats[format]
  if (format !== 'whole' && text.trim() !== '') {
    const count = countWords(text)
    const aside = `${formatCount(count, words)}, ${clockOf(secondsToSay(count, wordsPerMinute))} at ${decimals(wordsPerMinute, 0)} a minute`
    return [{ kind: 'heading', level: 3, text: formatNames[format], aside }, ...paragraphsOf(text)]
  }
  const parts = partOrder.filter((part) => story.parts[part].trim() !== '')
  const missing: readonly Block[] =
    format === 'whole'
      ? []
      : [
          {
            kind: 'note',
            text: `Nothing is written for “${formatNames[format].toLowerCase()}” yet${parts.length === 0 ? '.' : '; these are its parts.'}`,
            keepNext: true,
          },
        ]
  if (parts.length === 0 && format === 'whole')
    return [{ kind: 'note', text: 'None of its six parts is written yet.' }]
  return [
    ...missing,
    ...parts.flatMap((part) => [
      { kind: 'heading', level: 3, text: partNames[part] } as const,
      ...paragraphsOf(story.parts[part]),
    ]),
  ]
}

function numbersOf({ figures }: ReportStory): readonly Block[] {
  if (figures.length === 0)
    return [{ kind: 'paragraph', tone: 'muted', text: 'No number of the ledger is linked.' }]
  return [
    { kind: 'heading', level: 3, text: 'Numbers' },
    {
      kind: 'table',
      summary: 'The numbers of the story as they stand in the evidence ledger.',
      columns: [
        { head: 'Number', align: 'left', weight: 3 },
        { head: 'What it says', align: 'left', weight: 3 },
        { head: 'Source', align: 'left', weight: 2 },
      ],
      rows: figures.map((figure) => ({
        kind: 'row',
        cells: [
          { text: figure.metric },
          { text: figureText(figure) },
          figure.source.trim() === ''
            ? { text: 'none given', tone: 'muted' }
            : { text: figure.source },
        ],
      })),
    },
  ]
}

function findingsOf({ findings }: ReportStory, contents: ReportContents): readonly Block[] {
  if (!contents.findings) return []
  if (findings.length === 0)
    return [{ kind: 'paragraph', tone: 'muted', text: 'The level check finds nothing open.' }]
  return [
    {
      kind: 'heading',
      level: 3,
      text: 'Level check',
      aside: formatCount(findings.length, { one: 'open finding', many: 'open findings' }),
    },
    {
      kind: 'terms',
      items: findings.map(({ name, message, mend, severity }) => ({
        term: name,
        text: `${message} ${mend}`,
        source: severity === 'clear' ? 'Worth mending before an interview' : 'Worth a thought',
      })),
    },
  ]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
