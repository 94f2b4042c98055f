/** A part as far as the waterfall draws it. */
export type WaterfallPart = Readonly<{
  name: string
  points: number
  weight: number
  hasData: boolean
  career: boolean
}>

/** A row of the waterfall: where its bar begins and ends, and how far it could go. */
export type WaterfallRow = Readonly<
  WaterfallPart & { kind: 'part' | 'total'; from: number; to: number; most: number }
>

/** The parts as bars that each begin where the one before ended, and their sum below. */
export function waterfallRows(parts: readonly WaterfallPart[]): readonly WaterfallRow[] {
  let reached = 0
  const rows = parts.map((part): WaterfallRow => {
    const from = reached
    reached += part.points
    return { ...part, kind: 'part', from, to: reached, most: from + part.weight }
  })
  return [
    ...rows,
    {
      name: 'Readiness',
      points: reached,
      weight: 100,
      hasData: true,
      career: false,
      kind: 'total',
      from: 0,
      to: reached,
      most: 100,
    },
  ]
}
