import { lettersOf } from './letters.ts'

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const

/**
 * A bar of `width` letters that is full at 1 and filled to `part`, to an eighth of a letter. A `mark` (0 to 1) shows
 * as a line where the bar should have come to; the fill covers it once it is reached.
 */
export function bar(part: number, width: number, mark?: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, part)) * width * 8)
  const solid = '█'.repeat(Math.floor(filled / 8)) + (eighths[filled % 8] ?? '')
  const letters = lettersOf(solid.padEnd(width, '·'))
  const place = mark === undefined ? -1 : Math.min(width - 1, Math.floor(mark * width))
  if (letters[place] === '·') letters[place] = '│'
  return letters.join('')
}
