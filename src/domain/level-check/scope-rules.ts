import type { ScopeRow, Severity } from '#contract/level-check.ts'
import type { StoryContent } from '#contract/story.ts'
import { trimmedDecimals } from '../readable.ts'
import { ladderOf, placeInBand, placeOnLadder, sideOf, type BandPlace } from '../scope.ts'
import {
  bandOf,
  dimensions,
  rungName,
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

/** Judges a story beside `level`, with the other levels to say where it would fit. */
export function judgeScope(
  content: StoryContent,
  level: LevelScope,
  levels: readonly LevelScope[],
): readonly ScopeJudgement[] {
  return dimensions.map((dimension) =>
    'quantity' in dimension.of
      ? judgeFigure(content, dimension, dimension.of.quantity, level, levels)
      : judgeRung(content, dimension, dimension.of.rungs, level, levels),
  )
}

function judgeFigure(
  content: StoryContent,
  dimension: Dimension,
  quantity: string,
  level: LevelScope,
  levels: readonly LevelScope[],
): ScopeJudgement {
  const value = content[dimension.field]
  const own = bandOf(level, quantity)
  if (typeof value !== 'number' || !own)
    return notJudged(dimension, value, own && bandText(own), own?.source)
  const stated = levels.flatMap((each) => bandOf(each, quantity) ?? [])
  return judged(dimension, value, {
    level: level.id,
    source: own.source,
    side: sideOf(value, own),
    among: placeInBand(value, stated),
    textOf: textByLevel(stated.map((band) => [band.level, bandText(band)])),
  })
}

function judgeRung(
  content: StoryContent,
  dimension: Dimension,
  name: string,
  level: LevelScope,
  levels: readonly LevelScope[],
): ScopeJudgement {
  const value = content[dimension.field]
  const own = rungsOf(level, name)
  const stated = levels.flatMap((each) => rungsOf(each, name) ?? [])
  const ladder = ladderOf(stated)
  if (typeof value !== 'string' || !own || !ladder.includes(value))
    return notJudged(dimension, value, own && rungsText(own.rungs), own?.source)
  const steps = own.rungs.map((rung) => ladder.indexOf(rung))
  return judged(dimension, value, {
    level: level.id,
    source: own.source,
    side: sideOf(ladder.indexOf(value), { min: Math.min(...steps), max: Math.max(...steps) }),
    among: placeOnLadder(value, stated),
    textOf: textByLevel(stated.map(({ level: id, rungs }) => [id, rungsText(rungs)])),
  })
}

function textByLevel(texts: readonly (readonly [string, string])[]): (level: string) => string {
  const byLevel = new Map(texts)
  return (level) => byLevel.get(level) ?? ''
}

function notJudged(
  dimension: Dimension,
  value: unknown,
  band: string | null,
  source = '',
): ScopeJudgement {
  const { field, label, valueText } = dimension
  const said = typeof value === 'number' || typeof value === 'string' ? valueText(value) : null
  return {
    dimension,
    row: { field, label, value: said, band, place: 'not-stated', source },
    found: null,
  }
}

/** Where a value lies beside a level, and among all of them. */
type Standing = Readonly<{
  level: string
  source: string
  side: -1 | 0 | 1
  among: BandPlace | null
  /** What a level asks for, for people. */
  textOf: (level: string) => string
}>

function judged(
  dimension: Dimension,
  value: number | string,
  { level, source, side, among, textOf }: Standing,
): ScopeJudgement {
  const { field, label, valueText, widen } = dimension
  const said = valueText(value)
  const band = textOf(level)
  const place =
    side === 0 ? 'inside' : among?.place === 'between' ? 'between' : side < 0 ? 'below' : 'above'
  const row: ScopeRow = { field, label, value: said, band, place, source }
  if (place === 'inside') return { dimension, row, found: null }
  const fitting = (among?.levels ?? []).filter((id) => id !== level)
  const named = (id: string | null | undefined) => (id ? `${id} (${textOf(id)})` : '')
  const start = `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`
  const fits = fitting.length === 0 ? '' : `; that fits ${fitting.map(named).join(' and ')}`
  const message =
    place === 'between'
      ? `${start}: between levels, past ${named(among?.under)} and short of ${named(among?.over)}.`
      : `${start}: ${place} ${named(level)}${fits}.`
  return {
    dimension,
    row,
    found: {
      field,
      message,
      figures: [`${label}: ${said}`, `${level}: ${band}`],
      mend: mendOf(place, widen, level, fitting),
      severity: severities[place],
    },
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

function rungsText(rungs: readonly string[]): string {
  return rungs.map(rungName).join(' or ')
}
