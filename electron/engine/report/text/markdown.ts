import type { Block, Cell, Report, Table } from '../model.ts'
import { checkWords } from './words.ts'

/** The report as Markdown (CommonMark with tables and task lists): the same texts and figures in the same order. */
export function markdownOf(report: Report): string {
  const { cover, sections } = report
  const front =
    cover === null
      ? [`# ${escape(report.title)}`]
      : [
          `# ${escape(report.title)}`,
          escape(cover.subtitle),
          cover.facts
            .map(
              ({ label, value, detail }) =>
                `- ${escape(label)}: **${escape(value)}**${detail === undefined ? '' : ` (${escape(detail)})`}`,
            )
            .join('\n'),
          escape(cover.stripCaption),
          escape(cover.note),
        ]
  const body = sections.flatMap((section) => [
    `## ${escape(section.title)}`,
    ...(section.lead === undefined ? [] : [escape(section.lead)]),
    ...section.blocks.map(blockOf),
  ])
  return `${[...front, ...body, '---', escape(report.foot)].join('\n\n')}\n`
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const aside = block.aside === undefined ? '' : ` (${escape(block.aside)})`
      return `${block.level === 2 ? '###' : '####'} ${escape(block.text)}${aside}`
    }
    case 'paragraph':
      return linesOf(block.text).join('  \n')
    case 'note':
      return linesOf(block.text)
        .map((line) => `> ${line}`)
        .join('\n')
    case 'key-figures':
      return block.items
        .map(
          ({ label, value, detail }) =>
            `- ${escape(label)}: **${escape(value)}** (${escape(detail)})`,
        )
        .join('\n')
    case 'table':
      return tableOf(block)
    case 'share-chart':
    case 'pace-chart':
    case 'week-chart':
    case 'waterfall':
      return escape(block.alt)
    case 'checks':
      return block.items
        .map(({ text, state, detail }) => {
          const mark = state === 'shown' || state === 'shown-with-story' ? 'x' : ' '
          return `- [${mark}] ${escape(checkWords(state))}${escape(text)}${detail === undefined ? '' : `  \n  ${escape(detail)}`}`
        })
        .join('\n')
    case 'terms':
      return block.items
        .map(
          ({ term, text, source }) =>
            `- **${escape(term)}**: ${escape(text)}${source === undefined ? '' : ` ${escape(source)}`}`,
        )
        .join('\n')
  }
}

function tableOf({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(({ head }) => escape(head))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map(({ kind, cells }) =>
      line(
        columns.map((_, index) => {
          const text = textOf(cells[index])
          return text !== '' && kind !== 'row' ? `**${text}**` : text
        }),
      ),
    ),
  ].join('\n')
}

function textOf(cell: Cell | undefined): string {
  if (!cell) return ''
  return [cell.text, cell.detail ?? '']
    .filter((part) => part !== '')
    .map(escape)
    .join('<br>')
}

/** A text that takes one line, and no markup: what a person wrote is never read as a heading, a list or a table. */
function escape(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#~|]|&(?=\w+;)/g, '\\$&')
    .replace(/^([-+=:])(?=\s|[-=:]*$)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).map(escape)
}
