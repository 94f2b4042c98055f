/** A level's range of one quantity, both ends included; without `max` it means "or more". */
export type LevelBand = Readonly<{ level: string; min: number; max?: number | undefined }>

/** Where a value lies among the ranges of several levels. */
export type BandPlace = Readonly<{
  /**
   * `inside` the range of one level or more; `below` all of them; `above` all of them; or `between`: past the end of
   * one level's range and short of where the next one begins.
   */
  place: 'below' | 'inside' | 'between' | 'above'
  /** The levels whose range holds the value, in the order given; empty unless `inside`. */
  levels: readonly string[]
  /** The level whose range ends last below the value; null where none does, and `inside`. */
  under: string | null
  /** The level whose range begins first above the value; null where none does, and `inside`. */
  over: string | null
}>

/**
 * Places a value among the ranges of levels. Both ends belong to a range, so a value on the edge of two is inside both
 * (12 months: L6 3-12 and L7 12-36), and one in a gap is between them (26 to 99 engineers: L6 10-25 and L7 100+).
 * Null where no level states a range, or the value is no number.
 */
export function placeInBand(value: number, bands: readonly LevelBand[]): BandPlace | null {
  if (bands.length === 0 || Number.isNaN(value)) return null
  const levels = bands.filter((band) => sideOf(value, band) === 0).map(({ level }) => level)
  if (levels.length > 0) return { place: 'inside', levels, under: null, over: null }
  const under = bands
    .filter((band) => sideOf(value, band) > 0)
    .reduce<LevelBand | null>(
      (last, band) => (last && endOf(last) >= endOf(band) ? last : band),
      null,
    )
  const over = bands
    .filter((band) => sideOf(value, band) < 0)
    .reduce<LevelBand | null>(
      (first, band) => (first && first.min <= band.min ? first : band),
      null,
    )
  return {
    place: under === null ? 'below' : over === null ? 'above' : 'between',
    levels,
    under: under?.level ?? null,
    over: over?.level ?? null,
  }
}

/** -1 below the range, 0 inside it with both ends, 1 above it. */
export function sideOf(value: number, band: Pick<LevelBand, 'min' | 'max'>): -1 | 0 | 1 {
  return value < band.min ? -1 : value > endOf(band) ? 1 : 0
}

function endOf({ max }: Pick<LevelBand, 'min' | 'max'>): number {
  return max ?? Number.POSITIVE_INFINITY
}

/** The rungs by which a level describes a dimension in words, the lowest first. */
export type LevelRungs = Readonly<{ level: string; rungs: readonly string[] }>

/** All rungs of a dimension as one ladder: those of the levels in the order given, each rung once. */
export function ladderOf(levels: readonly LevelRungs[]): readonly string[] {
  return [...new Set(levels.flatMap(({ rungs }) => rungs))]
}

/**
 * Places a rung among the levels by the same rule, with the steps of the ladder as numbers. Null where the rung is on
 * nobody's ladder.
 */
export function placeOnLadder(rung: string, levels: readonly LevelRungs[]): BandPlace | null {
  const ladder = ladderOf(levels)
  const step = ladder.indexOf(rung)
  if (step === -1) return null
  return placeInBand(
    step,
    levels.flatMap(({ level, rungs }) => {
      const steps = rungs.map((each) => ladder.indexOf(each))
      return steps.length === 0 ? [] : [{ level, min: Math.min(...steps), max: Math.max(...steps) }]
    }),
  )
}

/** One thing that is said of a dimension: which levels judge it, and where it lies. Null: nothing is said. */
type Said = Readonly<{ levels: readonly string[]; place: BandPlace | null }>

/**
 * The levels that a dimension fits: those that judge something of what is said, and whose ranges hold all of that. So
 * 12 engineers in 3 teams fit L6, and 12 engineers in 9 teams fit none. Null while nothing is said.
 */
export function fitsOf(all: readonly Said[]): string[] | null {
  const said = all.flatMap(({ levels, place }) => (place === null ? [] : [{ levels, place }]))
  if (said.length === 0) return null
  const levels = new Set(said.flatMap((each) => each.levels))
  return [...levels].filter((level) =>
    said.every((each) => !each.levels.includes(level) || each.place.levels.includes(level)),
  )
}
