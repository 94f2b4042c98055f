/** A span of numbers, both ends included; without `max` it is open. */
type Band = Readonly<{ quantity: string; unit: string; min: number; max?: number | undefined }>

type Dimension = Readonly<{ name: string; expectation: string; bands: readonly Band[] }>
type Fact = Readonly<{ quantity: string; value: number; note: string }>

/** A figure of a case held against the level's own scope. */
export type ScopeFinding = Readonly<{
  /** The dimension's name, e.g. "Project duration", and what the level expects of it. */
  name: string
  expectation: string
  value: number
  unit: string
  verdict: 'below' | 'inside' | 'above'
  note: string
}>

/**
 * Holds the figures of a case against the bands of a level: inside from `min` to `max`, both included. A figure for
 * which the level has no band is left out.
 */
export function scopeFindings(
  facts: readonly Fact[],
  scope: readonly Dimension[],
): readonly ScopeFinding[] {
  return facts.flatMap(({ quantity, value, note }) =>
    scope.flatMap(({ name, expectation, bands }) =>
      bands
        .filter((band) => band.quantity === quantity)
        .map(({ unit, min, max }) => ({
          name,
          expectation,
          value,
          unit,
          verdict:
            value < min
              ? ('below' as const)
              : max !== undefined && value > max
                ? ('above' as const)
                : ('inside' as const),
          note,
        })),
    ),
  )
}

/** A figure of a case as it is said: `$50M`, `3.2 %`, `200+ people`, `850 ms`. */
export function figureText(value: number, unit: string, open = false): string {
  const plus = open ? '+' : ''
  if (unit === 'USD') return `$${short(value)}${plus}`
  return `${short(value)}${plus} ${unit}`
}

function short(value: number): string {
  if (value >= 1_000_000) return `${Number((value / 1_000_000).toFixed(1))}M`
  return value >= 10_000 ? `${Number((value / 1000).toFixed(1))}K` : String(value)
}
