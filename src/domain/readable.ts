import type { PaceStatus } from '#contract/plan.ts'
import type { StudyDay } from '#contract/units.ts'
import { parseCivilDate } from './civil-day.ts'
import { weekdayOf } from './days.ts'

/** The minus of typography, U+2212: as wide as the plus, so that columns of drifts line up. */
const MINUS = '−'

/**
 * A number for people: thousands grouped by commas, a fixed number of decimals, a proper minus, and never "−0.0".
 * Written here rather than with `Intl`, so that the page, the report and the terminal cannot differ by their locale.
 */
export function decimals(value: number, digits: number): string {
  const rounded = Math.abs(value).toFixed(digits)
  const [whole = '0', fraction] = rounded.split('.')
  const grouped = whole.length > 3 ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole
  const sign = value < 0 && Number(rounded) !== 0 ? MINUS : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A number with two decimals at most and no trailing zeros: for arithmetic that a person may want to follow. */
export function trimmedDecimals(value: number): string {
  // Most are small and whole, and a score is worked out once for each thing that could be done next.
  if (Number.isInteger(value))
    return value >= 0 && value < 1000 ? String(value) : decimals(value, 0)
  return decimals(value, 2).replace(/0+$/, '').replace(/\.$/, '')
}

/** A share of 0 to 1 as a percentage with one decimal: `35.0 %`. */
export function formatPercent(share: number): string {
  return `${decimals(share * 100, 1)} %`
}

/** A difference in percentage points, signed, with one decimal: `+4.0 points`, `−4.0 points`, `0.0 points`. */
export function formatPoints(points: number): string {
  return `${signed(points)} points`
}

/** A difference in hours, signed, with one decimal: `+4.0 h`, `−4.0 h`, `0.0 h`. */
export function formatHoursDifference(hours: number): string {
  return `${signed(hours)} h`
}

function signed(value: number): string {
  const text = decimals(value, 1)
  return value > 0 && text !== '0.0' ? `+${text}` : text
}

/** The words for one and for many of what is counted. */
export type CountUnit = Readonly<{ one: string; many: string }>

/** A count with its unit: `1 design problem`, `1,200 design problems`. */
export function formatCount(count: number, unit: CountUnit): string {
  return `${trimmedDecimals(count)} ${count === 1 ? unit.one : unit.many}`
}

const STATUS_LABELS: Readonly<Record<PaceStatus, string>> = {
  'no-data': 'No data',
  'not-started': 'Not started',
  behind: 'Behind',
  'on-track': 'On track',
  ahead: 'Ahead',
  over: 'Over budget',
}

/** A pace status in words: `On track`. */
export function statusLabel(status: PaceStatus): string {
  return STATUS_LABELS[status]
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const WEEKDAY_NAMES = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** A study day for people: `24 Nov 2026`. */
export function formatDay(day: StudyDay): string {
  const { date, month } = written(day)
  return `${date.day} ${month.slice(0, 3)} ${date.year}`
}

/** A study day in full: `Tuesday, 24 November 2026`. */
export function formatLongDay(day: StudyDay): string {
  const { date, month } = written(day)
  return `${formatWeekday(day)}, ${date.day} ${month} ${date.year}`
}

/** The weekday of a study day: `Tuesday`. */
export function formatWeekday(day: StudyDay): string {
  return WEEKDAY_NAMES[weekdayOf(day) - 1] ?? ''
}

function written(day: StudyDay) {
  const date = parseCivilDate(day) ?? { year: 0, month: 1, day: 1 }
  return { date, month: MONTHS[date.month - 1] ?? '' }
}
