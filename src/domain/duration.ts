import type { Seconds } from '#contract/units.ts'
import { decimals } from './readable.ts'
import { asSeconds, SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from './units.ts'

/** What became of a typed duration: its length, or a sentence that says what is wrong and what to write. */
export type ParsedDuration = Readonly<
  { ok: true; seconds: Seconds } | { ok: false; message: string }
>

/** The longest session that can be logged: 24 hours. */
export const MAX_SESSION_SECONDS = asSeconds(SECONDS_PER_DAY)

const EXAMPLES = '90, 1h30, 1:30, 90m or 1.5h'

type Unit = 'hours' | 'minutes' | 'seconds'
type Part = Readonly<{ value: number; unit: Unit }>

const SECONDS_PER: Readonly<Record<Unit, number>> = {
  hours: SECONDS_PER_HOUR,
  minutes: SECONDS_PER_MINUTE,
  seconds: 1,
}
const UNIT_WORDS: Readonly<Record<Unit, readonly string[]>> = {
  hours: ['h', 'hr', 'hrs', 'hour', 'hours'],
  minutes: ['m', 'min', 'mins', 'minute', 'minutes'],
  seconds: ['s', 'sec', 'secs', 'second', 'seconds'],
}
const UNITS: readonly Unit[] = ['hours', 'minutes', 'seconds']

/**
 * Reads a duration as a person types it. A bare number is minutes; `1h30`, `1h 30m`, `1:30`, `1:30:15`, `90m`,
 * `90 min`, `1.5h`, `1,5 h`, `45s` and `1h30m15s` are taken too, whatever the case and the spaces. A bare decimal
 * ("1.5") is asked back rather than guessed: it is 90 seconds to one reader and 90 minutes to another.
 *
 * The result is above 0 and at most 24 h, to the nearest second.
 */
export function parseDuration(text: string): ParsedDuration {
  const typed = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  if (typed === '') return wrong(`Give a duration. Write ${EXAMPLES}.`)
  const unsigned = typed.toLowerCase().replace(/^[-−] ?/, '')
  const plain = unsigned.replaceAll(/(\d),(?=\d)/g, '$1.')
  const isNegative = unsigned.length < typed.length

  if (/^\d+\.\d+$/.test(plain) && !isNegative && Number(plain) > 0)
    return wrong(`${quoted(typed)} could be hours or minutes. Write ${plain}h or ${plain}m.`)
  const parts = clockParts(plain) ?? unitParts(plain)
  if (parts === null) return wrong(`${quoted(typed)} is not a duration. Write ${EXAMPLES}.`)

  const total = Math.round(
    parts.reduce((sum, { value, unit }) => sum + value * SECONDS_PER[unit], 0),
  )
  if (isNegative || total <= 0) return wrong('A duration must be above 0.')
  if (total > MAX_SESSION_SECONDS)
    return wrong('A session can last 24 h at most; split it over two days.')
  // "1:75" or "1h90" is more often a slip than a sum, so it is asked back with the sum as an offer.
  if (parts.slice(1).some(({ value }) => value > 59))
    return wrong(
      `${quoted(typed)} has a part above 59. Write ${formatDuration(asSeconds(total))} for the sum.`,
    )
  return { ok: true, seconds: asSeconds(total) }
}

/** `1:30` and `1:30:15`: hours first, as a session is rarely shorter than a minute. */
function clockParts(text: string): readonly Part[] | null {
  if (!/^\d+:\d\d(:\d\d)?$/.test(text)) return null
  return text.split(':').flatMap((digits, index) => {
    const unit = UNITS[index]
    return unit === undefined ? [] : [{ value: Number(digits), unit }]
  })
}

/**
 * Numbers with units, from the largest unit to the smallest. The last number may go without its unit, which is then
 * the one below the unit before it ("1h30"), or minutes when there is none before it ("90").
 */
function unitParts(text: string): readonly Part[] | null {
  const token = /(\d+(?:\.\d+)?) ?([a-z]*) ?/g
  const tokens = [...text.matchAll(token)]
  // Whatever no token covers was not understood. One pattern for the whole text would backtrack without end.
  if (tokens.length === 0 || text.replaceAll(token, '') !== '') return null
  const parts: Part[] = []
  for (const [index, [, digits = '', word = '']] of tokens.entries()) {
    const above = parts.at(-1)?.unit
    const unit = word === '' ? unitBelow(above) : unitNamed(word)
    if (unit === undefined || (word === '' && index < tokens.length - 1)) return null
    if (above !== undefined && UNITS.indexOf(unit) <= UNITS.indexOf(above)) return null
    // "1.5h 30m" says the same thing twice, in two ways that may not agree.
    if (digits.includes('.') && tokens.length > 1) return null
    parts.push({ value: Number(digits), unit })
  }
  return parts
}

function unitNamed(word: string): Unit | undefined {
  return UNITS.find((unit) => UNIT_WORDS[unit].includes(word))
}

function unitBelow(above: Unit | undefined): Unit | undefined {
  return above === undefined ? 'minutes' : UNITS[UNITS.indexOf(above) + 1]
}

function wrong(message: string): ParsedDuration {
  return { ok: false, message }
}

/** What was typed, short enough for a message. */
function quoted(typed: string): string {
  const letters = Array.from(typed)
  return `“${letters.length > 24 ? `${letters.slice(0, 23).join('')}…` : typed}”`
}

/**
 * A duration in its short form, exact to the second: `45m`, `1h30`, `2h`, `1h30m15s`, `45s`; `0m` for none. What it
 * writes for a session, `parseDuration` reads back as the same.
 */
export function formatDuration(duration: Seconds): string {
  const hours = Math.floor(duration / SECONDS_PER_HOUR)
  const minutes = Math.floor((duration % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE)
  const seconds = duration % SECONDS_PER_MINUTE
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  if (seconds > 0) {
    if (hours > 0) return `${hours}h${twoDigits(minutes)}m${twoDigits(seconds)}s`
    return minutes > 0 ? `${minutes}m${twoDigits(seconds)}s` : `${seconds}s`
  }
  if (hours === 0) return `${minutes}m`
  return minutes === 0 ? `${hours}h` : `${hours}h${twoDigits(minutes)}`
}

/** Hours for people, to one decimal: `1.5 h`, `1,250.0 h`. */
export function formatHours(hours: number): string {
  return `${decimals(hours, 1)} h`
}
