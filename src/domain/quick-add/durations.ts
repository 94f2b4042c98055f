import type { Seconds } from '#contract/units.ts'
import { formatDuration, parseDuration } from '../duration.ts'
import { isBeside, piecesOf, pieceOf, type Piece } from './line.ts'
import { durationLabel, type Chip } from './reading.ts'

const PART = '\\d+(?:[.,]\\d+)?\\s?(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?!\\p{L})'
const WITH_UNITS = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/])(?:[-−]\\s?)?${PART}(?:\\s*(?:and\\s+)?${PART})*\\d*(?![\\p{L}\\p{N}])`,
  'giu',
)

/** A duration as typed: its length, or what is wrong with it. */
export type TypedDuration = Piece &
  Readonly<{ seconds: Seconds } | { seconds: null; message: string }>

/**
 * Durations that say their unit: `90m`, `1h30`, `1 h 30 m`, `45 minutes`, `1 hour and 15 minutes`, `1,5 h`. What is
 * followed by "ago" tells when, not how long; of "1h 2h ago", which is no duration in one, only the last part is.
 */
export function durationsWithUnits(head: string): readonly TypedDuration[] {
  return piecesOf(head, WITH_UNITS).flatMap((piece) => {
    const whole = typed(piece)
    if (!/^\s*(?:ago|earlier|later|from\s+now)\b/i.test(head.slice(piece.end))) return [whole]
    const last = piecesOf(piece.text, new RegExp(PART, 'giu')).at(-1)
    if (whole.seconds !== null || !last || last.start === 0) return []
    const length = piece.text.slice(0, last.start).trimEnd().length
    return [typed(pieceOf(head, { start: piece.start, end: piece.start + length }))]
  })
}

/** `1h 30`: a number of two digits, 10 to 59, right behind a duration that ends in hours is its minutes. */
export function withMinutesBehind(
  head: string,
  duration: TypedDuration,
  numbers: readonly Piece[],
): TypedDuration {
  if (!/h(?:(?:ou)?rs?)?$/i.test(duration.text)) return duration
  const minutes = numbers.find(
    (number) =>
      number.start > duration.start &&
      /^[1-5]\d$/.test(number.text) &&
      isBeside(head, duration, number) &&
      !head.slice(duration.end, number.start).includes(','),
  )
  return minutes ? typed(pieceOf(head, { start: duration.start, end: minutes.end })) : duration
}

/** A piece read by the rules of typed durations. */
export function typed(piece: Piece): TypedDuration {
  const parsed = parseDuration(piece.text.replaceAll(/\band\b/gi, ' '))
  return parsed.ok
    ? { ...piece, seconds: parsed.seconds }
    : { ...piece, seconds: null, message: parsed.message }
}

export function durationChip(piece: Piece, seconds: Seconds): Chip {
  const { start, end, text } = piece
  return {
    kind: 'duration',
    start,
    end,
    text,
    label: durationLabel(seconds),
    value: formatDuration(seconds),
  }
}
