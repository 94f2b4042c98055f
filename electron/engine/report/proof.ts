import type { ReportFormat } from '#contract/report.ts'
import { refuse } from '../refusal.ts'
import type { BuiltReport } from './build.ts'
import { everyText } from './every-text.ts'
import type { Report, ReportData } from './model.ts'
import { nameFinder, partedIn } from './name-matching.ts'
import { readOwnPdf } from './read-own.ts'
import { figuresCsv, figuresJson, figuresOf } from './text/figures.ts'

/** What every page or file says beside the report. */
const ofEveryPage = 'Page 1 of 1, Loopready'

/**
 * Reads the finished file as anybody who gets it could, and refuses it (`conflict`) while a name is left in it. `data`
 * is what the report was composed from: no text of the person in it holds a name any more. So a name that the report
 * still says is a word of the app's own, as in "Target level"; it is no proof of anything, and is told instead.
 * Returns what to tell.
 */
export function proven(
  report: Report,
  data: ReportData,
  { bytes, fileName }: BuiltReport,
  format: ReportFormat,
): string[] {
  if (data.names.length === 0) return []
  const { namesIn } = nameFinder(data.names)
  const said = saidBy(report, data, format)
  const words = new Set(said.flatMap((text) => [...namesIn(text)]))
  const complain = (name: string | undefined, where: string) => {
    if (name !== undefined)
      refuse({
        code: 'conflict',
        message: `The name “${name}” still stands in the report, ${where}. Nothing was saved.`,
        hint: 'Change the text that holds it, or switch its section off.',
      })
  }
  const inWhole = (text: string) => [...namesIn(text)].find((name) => !words.has(name))
  complain(inWhole(fileName), 'in the name of the file')
  if (format === 'pdf') {
    const { pages, mixed, strings } = readOwnPdf(bytes)
    // "as" and "her" at the two ends of a line are no Asher: what is parted in the report itself is no name.
    const isPartedInReport = partedIn(said.join('\0'))
    const parted = data.names
      .map(({ name }) => name)
      .filter((name) => !words.has(name) && !isPartedInReport(name))
    for (const texts of [pages, mixed])
      texts.forEach((text, index) =>
        complain(inWhole(text) ?? parted.find(partedIn(text)), `on page ${index + 1}`),
      )
    complain(inWhole(strings.join('\n\n')), 'in what the file says about itself')
  } else complain(inWhole(plainTextOf(bytes, format)), 'in its text')
  return [...words].map(
    (name) => `“${name}” is also a word of the report itself. Where the report uses it, it stays.`,
  )
}

/** Every text that the report and its figures are made of, and what files of figures call those. */
function saidBy(report: Report, data: ReportData, format: ReportFormat): readonly string[] {
  const texts = [ofEveryPage]
  const add = (text: string) => {
    texts.push(text)
    return text
  }
  everyText(report, add)
  if (format !== 'csv' && format !== 'json') return texts
  everyText(figuresOf(data), add)
  const [head = ''] = figuresCsv(data).split('\r\n')
  const { status } = data
  return [...texts, head, status.timeZone, ...keysOf(JSON.parse(figuresJson(data)))]
}

function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(keysOf)
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner]
}

/** The text without what the format writes around it. */
function plainTextOf(bytes: Uint8Array, format: Exclude<ReportFormat, 'pdf'>): string {
  const text = new TextDecoder().decode(bytes)
  if (format === 'markdown') return text.replaceAll(/\\(?=[\\`*_[\]<>#|])/g, '')
  return format === 'html' ? textOfHtml(text) : text
}

/** Attributes whose values are HTML's own words. */
const ofHtml = new Set([
  'class',
  'style',
  'charset',
  'lang',
  'name',
  'scope',
  'role',
  'aria-hidden',
])

/** What stands in a page of ours: its text, and the values of attributes that say something. */
function textOfHtml(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<meta name="viewport"[^>]*>/, '')
    .replaceAll(/<[^>]*>/g, (tag) =>
      Array.from(tag.matchAll(/([\w-]+)="([^"]*)"/g), ([, name = '', value = '']) =>
        ofHtml.has(name) ? '' : ` ${value} `,
      ).join('\n'),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
