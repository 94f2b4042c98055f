import type { LevelBand } from './scope.ts'

/** The axis of a drawing: from `min` to `max`, by equal steps or by equal factors. */
export type Axis = Readonly<{ min: number; max: number; log: boolean; ticks: readonly number[] }>

/** From this factor between the least and the greatest figure on, equal steps would press the smaller ones together. */
const LOG_FROM = 8
/** Room beyond the greatest figure, so that a range without an end is seen to go on; by factors it takes more. */
const BEYOND = 1.6
const BEYOND_BY_FACTORS = 4

/**
 * The axis on which all ranges and values are in sight. By factors where the figures lie far apart ($100K to $20M),
 * else by steps. It begins at 0, or by factors at half the least figure above 0; 0 itself then stands at its start.
 */
export function axisOf(bands: readonly LevelBand[], values: readonly number[]): Axis {
  const figures = [...bands.flatMap(({ min, max }) => [min, max ?? min]), ...values].filter(
    (figure) => Number.isFinite(figure) && figure > 0,
  )
  if (figures.length === 0) return { min: 0, max: 1, log: false, ticks: [0, 1] }
  const [least, greatest] = [Math.min(...figures), Math.max(...figures)]
  const log = greatest / least >= LOG_FROM
  const hasOpenEnd = bands.some(({ max }) => max === undefined)
  const max = greatest * (hasOpenEnd ? (log ? BEYOND_BY_FACTORS : BEYOND) : log ? BEYOND : 1.15)
  const min = log ? least / 2 : 0
  return { min, max, log, ticks: log ? factorsOf(min, max) : stepsOf(max) }
}

/** Where a figure stands on an axis, 0 at its start to 1 at its end; what lies beyond is set at the end. */
export function positionOn({ min, max, log }: Axis, value: number): number {
  if (value <= min) return 0
  const part = log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  return Math.min(1, Math.max(0, part))
}

/** Powers of ten, with 2 and 5 between them where there are few. */
function factorsOf(min: number, max: number): readonly number[] {
  const first = Math.floor(Math.log10(min))
  const last = Math.ceil(Math.log10(max))
  const powers = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index))
  const within = (figures: readonly number[]) =>
    figures.filter((each) => each >= min && each <= max)
  const tens = within(powers)
  return tens.length >= 3 ? tens : within(powers.flatMap((power) => [power, 2 * power, 5 * power]))
}

/** Four or five round steps from 0. */
function stepsOf(max: number): readonly number[] {
  const rough = max / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step)
}

/** A figure in short: `25`, `100K`, `$2M`. */
export function shortFigure(value: number, unit: string): string {
  const [part, letter] =
    value >= 1e9
      ? [value / 1e9, 'B']
      : value >= 1e6
        ? [value / 1e6, 'M']
        : value >= 1e4
          ? [value / 1e3, 'K']
          : [value, '']
  const number = `${Math.round(part * 100) / 100}${letter}`
  return unit === 'USD' ? `$${number}` : number
}

/** A range in short: `10 to 25`, `100 or more`. */
export function shortBand(
  band: Readonly<{ min: number; max?: number | null | undefined }>,
  unit: string,
): string {
  const { min, max } = band
  return typeof max === 'number'
    ? `${shortFigure(min, unit)} to ${shortFigure(max, unit)}`
    : `${shortFigure(min, unit)} or more`
}
