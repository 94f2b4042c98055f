import type { RowStatus } from '#contract/transfer.ts'
import type { Preview } from './mapping.ts'

/** How many rows are shown at once. */
export const pageSize = 50

/** How many rows are read at once: each reading goes through the whole file again. */
export const stretchSize = 500

/** Which rows are in sight: of one state or of all, from `offset` on, counted from 0. */
export type Look = Readonly<{ show: RowStatus | null; offset: number }>

/** The stretch to read for a look. */
export function stretchFor({ show, offset }: Look): Look {
  return { show, offset: Math.floor(offset / stretchSize) * stretchSize }
}

/**
 * The rows in sight, of those that a preview brought for the look `of`; null where they have to be read first. A file
 * whose rows were all brought is filtered here.
 */
export function rowsInSight(
  preview: Pick<Preview, 'rows' | 'counts'>,
  of: Look,
  look: Look,
): Preview['rows'] | null {
  const { rows, counts } = preview
  const isWhole = of.show === null && of.offset === 0 && rows.length === counts.rows
  if (isWhole && look.show !== null)
    return rows
      .filter(({ status }) => status === look.show)
      .slice(look.offset, look.offset + pageSize)
  const { show, offset } = stretchFor(look)
  if (show !== of.show || offset !== of.offset) return null
  return rows.slice(look.offset - offset, look.offset - offset + pageSize)
}

/** How many rows there are of the state that is shown. */
export function totalOf({ counts }: Pick<Preview, 'counts'>, { show }: Look): number {
  return show === null ? counts.rows : counts[show]
}
