import type { StoryFormat, StoryPart } from '#contract/story.ts'
import { partOrder } from '../story-fields.ts'

/**
 * A rehearsal that is going on, as instants in epoch milliseconds and nothing else. Every figure is worked out from
 * them and from "now", so a tab that slept, a late tick or a reload loses nothing.
 */
export type Run = Readonly<{
  story: string
  format: StoryFormat
  /** When the countdown ends and the time begins to count. */
  startsAtMs: number
  /** Spoken time, in milliseconds since the start, at which each next part began: at most five. */
  marks: readonly number[]
  /** Milliseconds spent in pauses that are over. */
  pausedMs: number
  /** When the pause began that lasts now; null while it runs. */
  pausedAtMs: number | null
}>

/** The longest run, in milliseconds: the contract keeps no longer one. */
export const longestRunMs = 3_600_000

/** Seconds that are counted down before the time begins. */
export const countdownSeconds = 3

/** A run whose countdown begins now. */
export function beginRun(story: string, format: StoryFormat, nowMs: number): Run {
  const startsAtMs = nowMs + countdownSeconds * 1000
  return { story, format, startsAtMs, marks: [], pausedMs: 0, pausedAtMs: null }
}

/** Whole seconds that the countdown still shows: 3, 2, 1, then 0 once the time counts. */
export function countdownLeft(run: Run, nowMs: number): number {
  return Math.max(0, Math.ceil((run.startsAtMs - nowMs) / 1000))
}

/**
 * The time spoken until now, in milliseconds, pauses left out. Never below the last mark: a clock that is set back
 * cannot make a part take less than nothing.
 */
export function spokenMs(run: Run, nowMs: number): number {
  const until = run.pausedAtMs ?? nowMs
  return Math.max(0, run.marks.at(-1) ?? 0, until - run.startsAtMs - run.pausedMs)
}

/** The part that is being told: 0 is the first. */
export function partIndex(run: Run): number {
  return run.marks.length
}

/** Goes on to the next part. In the last part, in a pause and in the countdown it changes nothing. */
export function markPart(run: Run, nowMs: number): Run {
  if (run.pausedAtMs !== null || nowMs < run.startsAtMs || partIndex(run) >= partOrder.length - 1)
    return run
  return { ...run, marks: [...run.marks, spokenMs(run, nowMs)] }
}

/** Takes the last mark back, as if it had not been set; the time goes on. */
export function unmarkPart(run: Run): Run {
  return { ...run, marks: run.marks.slice(0, -1) }
}

/** Pauses, or goes on after a pause. The countdown cannot be paused. */
export function togglePause(run: Run, nowMs: number): Run {
  if (run.pausedAtMs === null)
    return nowMs < run.startsAtMs ? run : { ...run, pausedAtMs: Math.max(nowMs, run.startsAtMs) }
  return {
    ...run,
    pausedMs: run.pausedMs + Math.max(0, nowMs - run.pausedAtMs),
    pausedAtMs: null,
  }
}

/** How long each part was told so far, in milliseconds; the parts to come have 0. They add up to the spoken time. */
export function partTimes(
  run: Run,
  nowMs: number,
): readonly Readonly<{
  part: StoryPart
  ms: number
}>[] {
  const ends = [...run.marks, spokenMs(run, nowMs)]
  return partOrder.map((part, index) => {
    const end = ends[index]
    return { part, ms: end === undefined ? 0 : Math.round(end) - Math.round(ends[index - 1] ?? 0) }
  })
}

/** A run as it was kept, or null where the text is none: whoever reloads gets on, whoever edits the text does not. */
export function parseRun(text: string | null): Run | null {
  let found: unknown
  try {
    found = JSON.parse(text ?? 'null')
  } catch {
    return null
  }
  return isRun(found) ? found : null
}

function isRun(value: unknown): value is Run {
  if (typeof value !== 'object' || value === null) return false
  const run = value as Partial<Record<keyof Run, unknown>>
  const isTime = (time: unknown) => typeof time === 'number' && Number.isFinite(time) && time >= 0
  return (
    typeof run.story === 'string' &&
    ['30s', '60s', '2min', '3min', '5min'].includes(String(run.format)) &&
    isTime(run.startsAtMs) &&
    isTime(run.pausedMs) &&
    (run.pausedAtMs === null || isTime(run.pausedAtMs)) &&
    Array.isArray(run.marks) &&
    run.marks.length < partOrder.length &&
    run.marks.every(
      (mark, index, marks) => isTime(mark) && (index === 0 || mark >= Number(marks[index - 1])),
    )
  )
}
