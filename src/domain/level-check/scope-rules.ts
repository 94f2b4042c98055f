import type { ScopeRow, Severity } from '#contract/level-check.ts'
import type { StoryContent } from '#contract/story.ts'
import { trimmedDecimals } from '../readable.ts'
import { ladderOf, placeInBand, sideOf, type BandPlace, type LevelBand } from '../scope.ts'
import { rungName } from '../scope-words.ts'
import {
  bandOf,
  dimensions,
  rungsOf,
  type Dimension,
  type LevelScope,
  type StatedBand,
} from './dimensions.ts'
import type { Found } from './rule.ts'

/** A dimension of a story beside one level: the row of the table, and a finding where it does not fit. */
export type ScopeJudgement = Readonly<{ dimension: Dimension; row: ScopeRow; found: Found | null }>

/** How much a misfit weighs: short of the level is clear, the others are worth a thought. */
const severities: Readonly<Record<'below' | 'between' | 'above', Severity>> = {
  below: 'clear',
  between: 'mild',
  above: 'mild',
}

/** What the rules about scope are called and why they matter, for all dimensions. */
export const scopeExplanation =
  'Each level has ranges of its own, and both ends belong to them. A story below the range of its level sounds too small for it, one above like another level; some figures lie between the levels.'

/** What one level states of a dimension: its range, as text for people, and the line of the playbook. */
type Stated = LevelBand & Readonly<{ text: string; source: string }>

/** A dimension with what all levels state of it; rungs in words are steps of one ladder. */
type Yardstick = Readonly<{
  dimension: Dimension
  stated: readonly Stated[]
  /** What a story says as a number to measure; null where it says nothing, or a rung that nobody has. */
  measured: (content: StoryContent) => number | null
}>

/** Measures stories against levels: for each level, in their order, all dimensions. */
export function scopeJudge(
  levels: readonly LevelScope[],
): (content: StoryContent) => readonly (readonly ScopeJudgement[])[] {
  const yardsticks = dimensions.map((dimension) => yardstickOf(dimension, levels))
  return (content) => {
    const said = yardsticks.map((yardstick) => saidOf(content, yardstick))
    return levels.map(({ id }) =>
      yardsticks.map((yardstick, index) => judge(yardstick, said[index] ?? silent, id)),
    )
  }
}

function yardstickOf(dimension: Dimension, levels: readonly LevelScope[]): Yardstick {
  const { field, of } = dimension
  if ('quantity' in of) {
    const stated = levels.flatMap((level) => bandOf(level, of.quantity) ?? [])
    return {
      dimension,
      stated: stated.map((band) => ({ ...band, text: bandText(band) })),
      measured: (content) => {
        const value = content[field]
        return typeof value === 'number' ? value : null
      },
    }
  }
  const stated = levels.flatMap((level) => rungsOf(level, of.rungs) ?? [])
  const ladder = ladderOf(stated)
  return {
    dimension,
    stated: stated.map(({ level, rungs, source }) => {
      const steps = rungs.map((rung) => ladder.indexOf(rung))
      const text = rungs.map(rungName).join(' or ')
      return { level, min: Math.min(...steps), max: Math.max(...steps), text, source }
    }),
    measured: (content) => {
      const value = content[field]
      const step = typeof value === 'string' ? ladder.indexOf(value) : -1
      return step === -1 ? null : step
    },
  }
}

/** What a story says of a dimension: for people, and to measure. */
type Said = Readonly<{ text: string | null; step: number | null }>

const silent: Said = { text: null, step: null }

function saidOf(content: StoryContent, { dimension, measured }: Yardstick): Said {
  const value = content[dimension.field]
  return typeof value === 'number' || typeof value === 'string'
    ? { text: dimension.valueText(value), step: measured(content) }
    : silent
}

function judge(
  { dimension, stated }: Yardstick,
  { text: said, step }: Said,
  level: string,
): ScopeJudgement {
  const { field, label } = dimension
  const own = stated.find((each) => each.level === level)
  const row = { field, label, value: said, band: own?.text ?? null, source: own?.source ?? '' }
  if (said === null || step === null || !own)
    return { dimension, row: { ...row, place: 'not-stated' }, found: null }
  const side = sideOf(step, own)
  if (side === 0) return { dimension, row: { ...row, place: 'inside' }, found: null }
  const among = placeInBand(step, stated)
  const place = among?.place === 'between' ? 'between' : side < 0 ? 'below' : 'above'
  const found = misfit(dimension, said, own, place, among, stated)
  return { dimension, row: { ...row, place }, found }
}

function misfit(
  { field, label, widen }: Dimension,
  said: string,
  { level, text }: Stated,
  place: 'below' | 'between' | 'above',
  among: BandPlace | null,
  stated: readonly Stated[],
): Found {
  const named = (id: string | null | undefined) =>
    `${id ?? ''} (${stated.find((each) => each.level === id)?.text ?? ''})`
  const fitting = among?.levels ?? []
  const start = `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`
  const fits = fitting.length === 0 ? '' : `; that fits ${fitting.map(named).join(' and ')}`
  return {
    field,
    message:
      place === 'between'
        ? `${start}: between levels, past ${named(among?.under)} and short of ${named(among?.over)}.`
        : `${start}: ${place} ${named(level)}${fits}.`,
    figures: [`${label}: ${said}`, `${level}: ${text}`],
    mend: mendOf(place, widen, level, fitting),
    severity: severities[place],
  }
}

function mendOf(
  place: 'below' | 'between' | 'above',
  widen: string,
  level: string,
  fitting: readonly string[],
): string {
  if (place === 'above')
    return `Say which part of it was yours, and keep to what ${level} decides${fitting.length > 0 ? `; or keep the story for ${fitting.join(' and ')}` : ''}.`
  const otherwise =
    place === 'below' && fitting.length > 0
      ? `keep the story for ${fitting.join(' and ')}`
      : 'say the true size and why it was hard at that size'
  return `${widen}; or ${otherwise}. Never borrow scope that you have not held.`
}

/** A band for people: `10 to 25 engineers`, `100 or more engineers`, `$100,000 to $2,000,000`. */
function bandText({ min, max, unit }: StatedBand): string {
  const isMoney = unit === 'USD'
  const number = (value: number) => `${isMoney ? '$' : ''}${trimmedDecimals(value)}`
  const range = max === undefined ? `${number(min)} or more` : `${number(min)} to ${number(max)}`
  return isMoney ? range : `${range} ${unit}`
}
