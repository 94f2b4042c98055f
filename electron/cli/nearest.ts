/**
 * The word that was probably meant: the only one that begins with what was typed, or the one that the fewest slips of
 * a finger lead to (at most a third of its letters). Undefined when there is none, or more than one as near.
 */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase()
  const beginning = words.filter((word) => wanted.length > 0 && word.startsWith(wanted))
  if (beginning.length === 1) return beginning[0]
  const near = words
    .map((word) => ({ word, slips: slipsBetween(wanted, word.toLowerCase()) }))
    .filter(({ word, slips }) => slips <= Math.ceil(word.length / 3))
    .toSorted((one, other) => one.slips - other.slips)
  const [first, second] = near
  return first && first.slips !== second?.slips ? first.word : undefined
}

/** How many letters are to be added, dropped, changed or swapped with their neighbour to get from one to the other. */
function slipsBetween(from: string, to: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line]
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[line - 1] === to[column - 1]
      const isSwapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1]
      next.push(
        Math.min(
          (row[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (row[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}
