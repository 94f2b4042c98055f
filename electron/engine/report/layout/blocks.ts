import type { Block, Section } from '../model.ts'
import { layoutPaceChart, layoutWeekChart } from './hours-charts.ts'
import { layoutKeyFigures } from './key-figures.ts'
import { layoutChecks, layoutTerms } from './lists.ts'
import type { Piece } from './marks.ts'
import { layoutHeading, layoutNote, layoutParagraph, layoutTitle } from './prose.ts'
import type { Setting } from './prose.ts'
import { layoutShareChart } from './share-chart.ts'
import { layoutTable } from './table.ts'
import { layoutWaterfall } from './waterfall.ts'

/**
 * A section as pieces, block by block, in its own node of the tag tree. Headings of the second level become bookmarks.
 */
export function* layoutSection(
  section: Section,
  setting: Setting,
): Generator<readonly Piece[], void> {
  const own = {
    ...setting,
    parent: setting.tree.add('Sect', setting.parent, { title: section.title }),
  }
  // First, since the order in which nodes are made is the order in which they are read.
  yield layoutTitle(section, own)
  for (const [index, block] of section.blocks.entries()) {
    const [first, ...others] = keptWithNext(block, layoutBlock(block, own))
    if (!first) continue
    const isHeading = block.kind === 'heading' && block.level === 2
    const id = `${section.id}-${index}`
    yield isHeading
      ? [{ ...first, anchor: { id, title: block.text, level: 2 } }, ...others]
      : [first, ...others]
  }
}

/** A block of up to so many lines that leads to the next one stays whole. */
const mostKept = 8

/** A block that leads to the next one is never the last on its page. */
function keptWithNext(block: Block, pieces: readonly Piece[]): readonly Piece[] {
  if (!('keepNext' in block)) return pieces
  const whole = pieces.length <= mostKept
  return pieces.map((piece, index) =>
    whole || index === pieces.length - 1 ? { ...piece, keepNext: true } : piece,
  )
}

function layoutBlock(block: Block, setting: Setting): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return layoutHeading(block.level, block.text, block.aside, setting)
    case 'paragraph':
      return layoutParagraph(block, setting)
    case 'note':
      return layoutNote(block.text, setting)
    case 'key-figures':
      return layoutKeyFigures(block.items, setting)
    case 'table':
      return layoutTable(block, setting)
    case 'share-chart':
      return [layoutShareChart(block, setting)]
    case 'pace-chart':
      return [layoutPaceChart(block, setting)]
    case 'waterfall':
      return [layoutWaterfall(block, setting)]
    case 'week-chart':
      return [layoutWeekChart(block, setting)]
    case 'checks':
      return layoutChecks(block.items, setting)
    case 'terms':
      return layoutTerms(block.items, setting)
  }
}
