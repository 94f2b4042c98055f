/**
 * Assigns columns to rows, none twice, so that the sum of the weights is as large as it can be. A row whose best is
 * nothing stays without (-1); a weight of 0 or less is no edge.
 *
 * The Hungarian method with potentials (Kuhn 1955, Munkres 1957), row by row with shortest augmenting paths:
 * O(rows^2 x columns). Weights are whole numbers, so that the sums are exact.
 */
export function bestAssignment(weights: readonly (readonly number[])[]): readonly number[] {
  const rows = weights.length
  const real = Math.max(0, ...weights.map((row) => row.length))
  // A column of its own for each row, worth 0: to stay without.
  const columns = real + rows
  const cost = (row: number, column: number) => {
    const weight = column < real ? (weights[row]?.[column] ?? 0) : 0
    return weight > 0 ? -weight : column < real ? 1 : 0
  }
  const byRow = new Float64Array(rows + 1)
  const byColumn = new Float64Array(columns + 1)
  // The row (from 1) that holds a column (from 1); 0 is free, and column 0 the row that is being placed.
  const holder = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row += 1) {
    const previous = new Int32Array(columns + 1)
    const shortest = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const done = new Uint8Array(columns + 1)
    holder[0] = row
    let at = 0
    do {
      done[at] = 1
      const from = holder[at] ?? 0
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let column = 1; column <= columns; column += 1) {
        if (done[column] === 1) continue
        const reduced = cost(from - 1, column - 1) - (byRow[from] ?? 0) - (byColumn[column] ?? 0)
        if (reduced < (shortest[column] ?? 0)) {
          shortest[column] = reduced
          previous[column] = at
        }
        if ((shortest[column] ?? 0) < step) {
          step = shortest[column] ?? 0
          next = column
        }
      }
      for (let column = 0; column <= columns; column += 1) {
        if (done[column] === 1) {
          const held = holder[column] ?? 0
          byRow[held] = (byRow[held] ?? 0) + step
          byColumn[column] = (byColumn[column] ?? 0) - step
        } else shortest[column] = (shortest[column] ?? 0) - step
      }
      at = next
    } while (holder[at] !== 0)
    while (at !== 0) {
      const before = previous[at] ?? 0
      holder[at] = holder[before] ?? 0
      at = before
    }
  }
  const assigned = Array.from({ length: rows }, () => -1)
  for (let column = 1; column <= real; column += 1) {
    const row = (holder[column] ?? 0) - 1
    if (row >= 0 && (weights[row]?.[column - 1] ?? 0) > 0) assigned[row] = column - 1
  }
  return assigned
}

/** The sum of the weights of an assignment. */
export function weightOf(
  weights: readonly (readonly number[])[],
  assigned: readonly number[],
): number {
  return assigned.reduce((sum, column, row) => sum + (weights[row]?.[column] ?? 0), 0)
}

/**
 * The best assignment that differs from the best one, or null where there is no other. It lacks one of the pairs of
 * the best one (with all of them and more, it would be better), so each is forbidden in turn.
 */
export function secondAssignment(
  weights: readonly (readonly number[])[],
  best: readonly number[],
): readonly number[] | null {
  let second: readonly number[] | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const [row, column] of best.entries()) {
    if (column < 0) continue
    const without = weights.map((line, index) =>
      index === row ? line.map((weight, at) => (at === column ? 0 : weight)) : line,
    )
    const found = bestAssignment(without)
    const weight = weightOf(without, found)
    if (weight > most) {
      second = found
      most = weight
    }
  }
  return second
}
