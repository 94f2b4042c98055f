import type { ForecastSummary } from '#contract/forecast.ts'
import type { NextStep, ReadinessView } from '#contract/readiness.ts'
import { decimals, formatCount, formatDay } from '#domain/readable.ts'
import type { Paint } from '../verb.ts'
import { bar } from './bar.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'

const barWidth = 16

/** Readiness for people: the score, its parts, what would add most, and what the score is not. */
export function readinessText(view: ReadinessView, paint: Paint): string {
  const parts = table(
    view.parts.map(({ name, points, weight, hasData }) => [
      name,
      paint(hasData ? 'cyan' : 'dim', bar(weight === 0 ? 0 : points / weight, barWidth)),
      decimals(points, 1),
      `of ${decimals(weight, 0)}`,
      hasData ? '' : paint('dim', 'no data'),
    ]),
    ['left', 'left', 'right', 'left', 'left'],
  )
  const gains = view.gains
    .slice(0, 5)
    .map(({ text, points }) => `  +${decimals(points, 1)}  ${printable(text)}`)
  return [
    `${paint('bold', `Readiness for ${view.level}`)}  ${decimals(view.score, 1)} of 100`,
    parts.join('\n'),
    ...(gains.length > 0 ? [[paint('bold', 'What would add most'), ...gains].join('\n')] : []),
    paint('dim', view.meaning),
  ].join('\n\n')
}

/** What to do next, each step with its reason. */
export function nextText(
  { daysLeft, steps }: Readonly<{ daysLeft: number | null; steps: readonly NextStep[] }>,
  paint: Paint,
): string {
  if (steps.length === 0) return 'Nothing is left to do, or no time to do it in.'
  const head =
    daysLeft === null
      ? []
      : [`${formatCount(daysLeft, { one: 'day', many: 'days' })} to the interview.`]
  const lines = steps.map(({ text, reason }, index) =>
    [`${index + 1}. ${paint('bold', printable(text))}`, `   ${printable(reason)}`].join('\n'),
  )
  return [...head, ...lines].join('\n')
}

/** When the plan is reached, in one line. */
export function forecastText({ plan, basis }: ForecastSummary): string {
  switch (plan.status) {
    case 'done':
      return 'All hours of the plan are done.'
    case 'range':
      return `The plan is reached between ${day(plan.earliest)} and ${day(plan.latest)} at the pace of the last weeks.`
    case 'open-ended':
      return `The plan is reached from ${day(plan.earliest)} on; the late end is open.`
    case 'not-converging':
      return 'The plan is not converging at the pace of the last weeks.'
    case 'too-little':
    case 'undated':
      return basis === 'nothing' ? 'Too little is logged to forecast anything.' : ''
  }
}

function day(value: ForecastSummary['plan']['earliest']): string {
  return value === null ? 'an unknown day' : formatDay(value)
}
