export type Separator = ',' | ';' | '\t'

const SEPARATORS: readonly Separator[] = [',', ';', '\t']

/**
 * The separator of a table, from the text at its beginning: the one that cuts the most lines into as many cells as
 * the first line has. Separators inside quoted cells do not count. Null when none cuts the first line.
 */
export function separatorOf(sample: string): Separator | null {
  const lines = separatorsByLine(sample)
  const scored = SEPARATORS.map((separator) => {
    const inFirst = lines[0]?.[separator] ?? 0
    const alike = lines.filter((line) => line[separator] === inFirst).length
    return { separator, inFirst, alike }
  }).filter(({ inFirst }) => inFirst > 0)
  // A decimal comma in a table with semicolons comes in some lines only, and never in all headings.
  const best = scored.toSorted(
    (one, other) => other.alike - one.alike || other.inFirst - one.inFirst,
  )
  return best[0]?.separator ?? null
}

type Line = Record<Separator, number>

function separatorsByLine(sample: string): readonly Line[] {
  const lines: Line[] = []
  let line: Line = { ',': 0, ';': 0, '\t': 0 }
  let isQuoted = false
  let isEmpty = true
  for (const sign of sample) {
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === '\n' || sign === '\r')) {
      if (!isEmpty) lines.push(line)
      line = { ',': 0, ';': 0, '\t': 0 }
      isEmpty = true
      continue
    } else if (!isQuoted && (sign === ',' || sign === ';' || sign === '\t')) line[sign] += 1
    isEmpty = false
  }
  // The last line of a sample may be cut off; of a file with a single line it is all there is.
  if (lines.length === 0 && !isEmpty) lines.push(line)
  return lines
}
