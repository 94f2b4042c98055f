/** An area of the formula with the checklist items that support it, as far as weights need it. */
export type WeighingArea = Readonly<{
  share: number
  support?: Readonly<{ checklist: readonly string[] }> | undefined
}>

/**
 * What part of the checklist each item is, by the formula: an area's share, divided by its items. Items that no area
 * claims weigh as much as each item would if all were equal. The parts of all items add up to 1.
 */
export function itemShares(
  items: readonly string[],
  areas: readonly WeighingArea[],
): ReadonlyMap<string, number> {
  const weights = new Map(items.map((item) => [item, 100 / items.length]))
  for (const { share, support } of areas) {
    const claimed = (support?.checklist ?? []).filter((item) => weights.has(item))
    for (const item of claimed) weights.set(item, share / claimed.length)
  }
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return new Map([...weights].map(([item, weight]) => [item, all === 0 ? 0 : weight / all]))
}
