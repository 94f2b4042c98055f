import type { RehearsedPart } from '#contract/rehearsals.ts'
import type { StoryFormat } from '#contract/story.ts'
import { formatSeconds } from '../spoken.ts'
import { partNames } from '../story-fields.ts'

/**
 * The least that a time may be off, in milliseconds, whatever the tolerance is. 15 % of the second and a half that
 * Growth has in the shortest format is less than anybody's finger hits, and a tolerance of 0 % would be met never.
 */
export const leastSlackMs = 2_000

/** `missed`: nothing was said of it, although it had a time. */
export type Verdict = 'within' | 'over' | 'under' | 'missed'

/** A time against its budget. */
export type Comparison = Readonly<{
  actualMs: number
  budgetMs: number
  /** actual - budget. */
  differenceMs: number
  verdict: Verdict
}>

/**
 * A part is within when it is off by no more than the tolerance of its budget, or two seconds where that is more.
 * `tolerancePercent` is the setting of stories, 0 to 100.
 */
export function comparePart(
  { actualMs, budgetMs }: Pick<RehearsedPart, 'actualMs' | 'budgetMs'>,
  tolerancePercent: number,
): Comparison {
  return compared(actualMs, budgetMs, slackMs(budgetMs, tolerancePercent))
}

/**
 * The whole is within when it is off by no more than the tolerance of the format, or two seconds where that is more:
 * 1:42 to 2:18 for two minutes and 15 %.
 */
export function compareWhole(
  parts: readonly RehearsedPart[],
  format: StoryFormat,
  tolerancePercent: number,
): Comparison {
  const budgetMs = formatSeconds[format] * 1000
  return compared(totalMs(parts), budgetMs, slackMs(budgetMs, tolerancePercent))
}

/** max(budget x tolerance / 100, 2 s), in milliseconds. */
function slackMs(budgetMs: number, tolerancePercent: number): number {
  return Math.max((budgetMs * tolerancePercent) / 100, leastSlackMs)
}

/** How long was spoken, in milliseconds. */
export function totalMs(parts: readonly Pick<RehearsedPart, 'actualMs'>[]): number {
  return parts.reduce((sum, { actualMs }) => sum + actualMs, 0)
}

function compared(actualMs: number, budgetMs: number, slack: number): Comparison {
  const differenceMs = actualMs - budgetMs
  const verdict =
    actualMs === 0 && budgetMs > 0
      ? 'missed'
      : differenceMs > slack
        ? 'over'
        : -differenceMs > slack
          ? 'under'
          : 'within'
  return { actualMs, budgetMs, differenceMs, verdict }
}

/** The verdict of a part in words, with its figure: "6 s over". */
export function inWords({ differenceMs, verdict }: Comparison): string {
  if (verdict === 'missed') return 'not told'
  if (verdict === 'within') return 'on time'
  return `${secondsText(Math.abs(differenceMs))} ${verdict === 'over' ? 'over' : 'short'}`
}

/** What a rehearsal shows, in sentences: the whole first, then the parts that were off by most, three at most. */
export function summaryOf(
  parts: readonly RehearsedPart[],
  format: StoryFormat,
  tolerancePercent: number,
): string {
  const whole = compareWhole(parts, format, tolerancePercent)
  const first = `You told it in ${clockText(whole.actualMs)} of ${clockText(whole.budgetMs)}: ${
    whole.verdict === 'within' ? withinText(whole, tolerancePercent) : inWords(whole)
  }.`
  const off = parts
    .map((part) => ({ part: part.part, ...comparePart(part, tolerancePercent) }))
    .filter(({ verdict }) => verdict !== 'within')
    .toSorted((a, b) => Math.abs(b.differenceMs) - Math.abs(a.differenceMs))
  if (off.length === 0) return `${first} Every part kept to its time.`
  const named = off.slice(0, 3).map((part) => `${partNames[part.part]} ${inWords(part)}`)
  return `${first} ${named.join(', ')}.`
}

/** By what a whole is within: the tolerance, or the two seconds that are always let pass. */
function withinText({ differenceMs, budgetMs }: Comparison, tolerancePercent: number): string {
  return Math.abs(differenceMs) * 100 <= budgetMs * tolerancePercent
    ? `within ${tolerancePercent} %`
    : 'within 2 s'
}

/** Milliseconds as a clock shows them: `0:05`, `1:42`. Whole seconds, rounded. */
export function clockText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Milliseconds as seconds in words: `4.5 s` below ten, `42 s`, `1:42 min` from two minutes on. */
export function secondsText(ms: number): string {
  const tenths = Math.round(ms / 100) / 10
  if (tenths < 10) return `${tenths} s`
  const seconds = Math.round(ms / 1000)
  return seconds < 120 ? `${seconds} s` : `${clockText(ms)} min`
}
