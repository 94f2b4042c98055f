import { widthOf } from './letters.ts'

export type Align = 'left' | 'right'

/** Rows as lines whose columns line up, two spaces apart. Colours take no room. */
export function table(rows: readonly (readonly string[])[], align: readonly Align[]): string[] {
  const widths = align.map((_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  return rows.map((row) =>
    align
      .map((side, column) => padded(row[column] ?? '', widths[column] ?? 0, side))
      .join('  ')
      .trimEnd(),
  )
}

function padded(text: string, width: number, side: Align): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return side === 'left' ? text + space : space + text
}
