import { categoryColour, palette } from '../layout/style.ts'
import type { Block, Cell, Report, Table } from '../model.ts'
import { checkWords } from './words.ts'

/** The report as one HTML file that needs nothing else: no script, no font, no picture from anywhere. */
export function htmlOf(report: Report): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escape(report.author)}">
<meta name="description" content="${escape(report.subject)}">
<title>${escape(report.title)}</title>
<style>${css}</style>
</head>
<body>
${anyDirection(bodyOf(report))}
</body>
</html>
`
}

function bodyOf(report: Report): string {
  const { cover, sections } = report
  return `<header>
<h1>${escape(report.title)}</h1>
${
  cover === null
    ? ''
    : `<p class="lead">${escape(cover.subtitle)}</p>
<dl class="facts">${cover.facts.map(({ label, value, detail }) => `<div><dt>${escape(label)}</dt><dd>${escape(value)}${small(detail)}</dd></div>`).join('')}</dl>
<p class="quiet">${escape(cover.stripCaption)}</p>
${cover.notice === undefined ? '' : `<p class="note">${escape(cover.notice)}</p>`}
<nav aria-label="${escape(cover.contentsTitle)}"><h2>${escape(cover.contentsTitle)}</h2><ol>${sections.map(({ id, title }) => `<li><a href="#${escape(id)}">${escape(title)}</a></li>`).join('')}</ol></nav>
<p class="quiet">${escape(cover.note)}</p>`
}
</header>
<main>
${sections
  .map(
    ({ id, title, lead, blocks }) => `<section id="${escape(id)}">
<h2>${escape(title)}</h2>
${lead === undefined ? '' : `<p class="lead">${escape(lead)}</p>`}
${blocks.map(blockOf).join('\n')}
</section>`,
  )
  .join('\n')}
</main>
<footer><p class="quiet">${escape(report.foot)}</p></footer>`
}

/**
 * Lets each text run as its first letter does, but for what is muted: those are our words around a person's. No text
 * can be mistaken for an element: all are escaped.
 */
function anyDirection(html: string): string {
  return html.replaceAll(
    /<(?:p(?! class="quiet")|h[1-4]|t[hd]|d[td]|li|small|figcaption)(?=[ >])/g,
    '$& dir="auto"',
  )
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const tag = block.level === 2 ? 'h3' : 'h4'
      return `<${tag}>${escape(block.text)}${block.aside === undefined ? '' : ` <small>${escape(block.aside)}</small>`}</${tag}>`
    }
    case 'paragraph':
      return `<p${block.tone === 'muted' ? ' class="quiet"' : ''}>${escape(block.text)}</p>`
    case 'note':
      return `<p class="note">${escape(block.text)}</p>`
    case 'key-figures':
      return `<dl class="facts">${block.items.map(({ label, value, detail }) => `<div><dt>${escape(label)}</dt><dd>${escape(value)}${small(detail)}</dd></div>`).join('')}</dl>`
    case 'table':
      return tableOf(block)
    case 'share-chart':
      return chartOf(
        block.alt,
        block.rows.map((row) => ({
          name: row.name,
          text: `${row.actualText} of ${row.plannedText}`,
          part: row.actual ?? 0,
          colour: categoryColour(row.category),
        })),
      )
    case 'pace-chart':
      return chartOf(
        block.alt,
        [
          [block.legend.actual, block.actual],
          [block.legend.plannedToDate, block.plannedToDate],
          [block.legend.planned, block.planned],
        ].map(([name, hours]) => ({
          name: String(name),
          text: '',
          part: Number(hours) / Math.max(block.planned, block.actual, 1),
          colour: palette.accent,
        })),
      )
    case 'waterfall':
      return chartOf(
        block.alt,
        [...block.rows, { ...block.total, weight: 100 }].map(({ name, points, weight, text }) => ({
          name,
          text,
          part: weight === 0 ? 0 : points / weight,
          colour: palette.accent,
        })),
      )
    case 'week-chart': {
      const most = Math.max(...block.days.map(({ hours }) => hours), 1)
      return chartOf(
        block.alt,
        block.days.map(({ label, hours, text }) => ({
          name: label,
          text,
          part: hours / most,
          colour: palette.accent,
        })),
      )
    }
    case 'checks':
      return `<ul class="checks">${block.items
        .map(({ text, state, detail }) => {
          const done = state === 'shown' || state === 'shown-with-story'
          return `<li><span role="img" aria-label="${done ? 'Shown' : 'Open'}">${done ? '☑' : '☐'}</span> ${escape(checkWords(state))}${escape(text)}${small(detail)}</li>`
        })
        .join('')}</ul>`
    case 'terms':
      return `<dl class="terms">${block.items.map(({ term, text, source }) => `<dt>${escape(term)}</dt><dd>${escape(text)}${small(source)}</dd>`).join('')}</dl>`
  }
}

type Bar = Readonly<{ name: string; text: string; part: number; colour: string }>

/** Bars with their names and figures; what the drawing says stands under it in words. */
function chartOf(alt: string, bars: readonly Bar[]): string {
  const rows = bars.map(
    ({ name, text, part, colour }) =>
      `<div><span>${escape(name)}</span><span class="track"><span style="width:${(Math.min(1, Math.max(0, part)) * 100).toFixed(1)}%;background:${colour}"></span></span><span>${escape(text)}</span></div>`,
  )
  return `<figure><div class="bars" aria-hidden="true">${rows.join('')}</div><figcaption>${escape(alt)}</figcaption></figure>`
}

function tableOf({ summary, columns, rows }: Table): string {
  const aligned = (index: number) => (columns[index]?.align === 'right' ? ' class="right"' : '')
  const head = columns
    .map(({ head: text }, index) => `<th scope="col"${aligned(index)}>${escape(text)}</th>`)
    .join('')
  const body = rows
    .map(({ kind, cells }) => {
      const own = columns.map((_, index) =>
        index === 0
          ? `<th scope="row">${cellOf(cells[index])}</th>`
          : `<td${aligned(index)}>${cellOf(cells[index])}</td>`,
      )
      return `<tr${kind === 'total' ? ' class="total"' : ''}>${own.join('')}</tr>`
    })
    .join('\n')
  return `<div class="wide"><table><caption>${escape(summary)}</caption><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>`
}

function cellOf(cell: Cell | undefined): string {
  if (!cell) return ''
  return `${escape(cell.text)}${small(cell.detail)}`
}

function small(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `<small>${escape(text)}</small>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const css = `
:root{color-scheme:light;font:16px/1.5 Inter,system-ui,sans-serif;color:${palette.ink};background:${palette.paper}}
body{max-width:54rem;margin:3rem auto;padding:0 1.5rem;overflow-wrap:anywhere}
h1{font-size:2.1rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.5rem;margin:3rem 0 .5rem}nav h2{font-size:1rem;margin:2rem 0 .5rem}
h3{font-size:1.1rem;margin:2rem 0 .5rem}h4{font-size:1rem;margin:1.25rem 0 .25rem}p{white-space:pre-line;margin:.5rem 0}p[dir],.bars span{unicode-bidi:plaintext}
h1,h2,h3,h4{text-align:left}small{color:${palette.soft};font-weight:400;font-size:.85em}td small,th small,dd small,li small{display:block}
.lead{color:${palette.soft};font-size:1.1rem}.quiet,figcaption,caption{color:${palette.soft};font-size:.9rem}
.note{border-inline-start:3px solid ${palette.line};padding-inline-start:1rem;color:${palette.soft}}a{color:${palette.accent}}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem 2rem}.facts dt{color:${palette.soft};font-size:.85rem}
.facts dd{margin:0;font-weight:600}.terms dt{font-weight:600;margin-top:.75rem}.terms dd{margin:0}
.wide{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding-bottom:.5rem}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid ${palette.line};font-weight:400}
thead th{font-weight:600;border-bottom-color:${palette.ink}}.right{text-align:right}.total>*{font-weight:600;border-bottom-color:${palette.ink}}
.checks{list-style:none;padding:0}.checks li{padding-inline-start:1.6rem;text-indent:-1.6rem;margin:.35rem 0}.checks small{text-indent:0}
figure{margin:1rem 0}.bars>div{display:grid;grid-template-columns:12rem 1fr 9rem;gap:.75rem;align-items:center;font-size:.9rem}
.track{background:${palette.track};height:.6rem;display:block}.track>span{display:block;height:100%;print-color-adjust:exact}
@media print{body{margin:0;max-width:none}h2,h3,h4{break-after:avoid}tr,figure{break-inside:avoid}thead{display:table-header-group}}
@media (max-width:40rem){.bars>div{grid-template-columns:1fr}}
`
