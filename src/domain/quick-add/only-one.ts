import type { Seconds } from '#contract/units.ts'
import { durationChip, type TypedDuration } from './durations.ts'
import { quoted } from './line.ts'
import { durationLabel, type Chip, type Unknown } from './reading.ts'

type OnlyOne = Readonly<{ chips: readonly Chip[]; unknown: readonly Unknown[] }>

/** The one duration of a line: the first that is one, or how long a stretch of time lasts. Others are refused. */
export function onlyDuration(
  durations: readonly TypedDuration[],
  lasts: Seconds | null,
): OnlyOne & Readonly<{ seconds: Seconds | null }> {
  const chips: Chip[] = []
  const unknown: Unknown[] = []
  let seconds = lasts
  for (const duration of durations) {
    const { start, end, text } = duration
    const place = { start, end, text }
    if (duration.seconds === null) unknown.push({ ...place, message: duration.message })
    else if (seconds !== null && (chips.length > 0 || seconds !== duration.seconds)) {
      const other = `${durationLabel(seconds)} of the line`
      unknown.push({
        ...place,
        message: `${quoted(text)} is a second duration beside the ${other}. Leave one out.`,
      })
    } else {
      seconds = duration.seconds
      chips.push(durationChip(place, duration.seconds))
    }
  }
  return { chips, unknown, seconds }
}

/** The one category of a line. The same one may be named twice; another is refused. */
export function onlyCategory(named: readonly Chip[]): OnlyOne & Readonly<{ slug: string | null }> {
  const [first] = named
  return {
    slug: first?.value ?? null,
    chips: named.filter(({ value }) => value === first?.value),
    unknown: named
      .filter(({ value }) => value !== first?.value)
      .map(({ start, end, text, label }) => ({
        start,
        end,
        text,
        message: `${label} is a second category beside ${first?.label}. Leave one out.`,
      })),
  }
}
