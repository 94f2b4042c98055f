/**
 * The signs by which a spreadsheet takes a cell for a formula or a command, also in their full-width forms. A tab or
 * a line break at the beginning is dropped by some programs, and what follows it then begins the cell.
 */
const STARTS = '=+\\-@\\t\\r\\n＝＋－＠'
const DANGEROUS = new RegExp(`^'*[${STARTS}]`, 'u')
const ESCAPED = new RegExp(`^'+[${STARTS}]`, 'u')

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe goes before one that could be. One that already
 * looks so gets another, so that `unescapeFormula` gives back every text exactly.
 */
export function escapeFormula(cell: string): string {
  return DANGEROUS.test(cell) ? `'${cell}` : cell
}

/** What was escaped, as it was. A text that `escapeFormula` did not write, such as `'tis`, stays. */
export function unescapeFormula(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell
}
