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

/** A section as pieces, in its own node of the tag tree. Headings of the second level become bookmarks. */
export function layoutSection(section: Section, setting: Setting): readonly Piece[] {
  const own = {
    ...setting,
    parent: setting.tree.add('Sect', setting.parent, { title: section.title }),
  }
  // First, since the order in which nodes are made is the order in which they are read.
  const title = layoutTitle(section, own)
  const blocks = section.blocks.flatMap((block, index) => {
    const pieces = keptWithNext(block, layoutBlock(block, own))
    const first = pieces[0]
    if (block.kind !== 'heading' || block.level !== 2 || !first) return pieces
    const id = `${section.id}-${index}`
    return [{ ...first, anchor: { id, title: block.text, level: 2 } as const }, ...pieces.slice(1)]
  })
  return [...title, ...blocks]
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
