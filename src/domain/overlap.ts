/** A stretch of time: from its start up to, but not including, its end. Epoch seconds. */
export type Interval = Readonly<{ start: number; end: number }>

/**
 * Whether two stretches share any time: a.start < b.end and b.start < a.end. One that ends when the other starts does
 * not; an empty one shares no time with anything.
 */
export function overlap(a: Interval, b: Interval): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end)
}

/** Those of a list that share time with an interval, in the list's order. */
export function overlapsWith<Item extends Interval>(
  interval: Interval,
  list: readonly Item[],
): readonly Item[] {
  return list.filter((item) => overlap(interval, item))
}

/**
 * All pairs of a list that share time, each with the earlier one first, by the start of the later one. The list must
 * be sorted by start. Takes time in proportion to the list and the pairs found.
 */
export function overlapsWithin<Item extends Interval>(
  sorted: readonly Item[],
): readonly (readonly [Item, Item])[] {
  const pairs: (readonly [Item, Item])[] = []
  let running: Item[] = []
  for (const item of sorted) {
    running = running.filter((earlier) => earlier.end > item.start)
    for (const earlier of running) if (overlap(earlier, item)) pairs.push([earlier, item])
    running.push(item)
  }
  return pairs
}
