import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import type { Block, Report } from '../model.ts'
import { markdownOf } from './markdown.ts'

const reportOf = (block: Block, title = 'Title'): Report => ({
  title: 'Report',
  author: '',
  subject: '',
  keywords: [],
  fileName: '',
  head: '',
  foot: 'Foot',
  cover: null,
  sections: [{ id: 'a', title, newPage: true, blocks: [block] }],
})
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}
/** What a reader sees of HTML. An entity that no text was escaped to would be shown as its character: as ■. */
const seen = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#?\w+;/g, (entity) => entities[entity] ?? '■')
    .replaceAll(/\s+/g, '')
const tags = (html: string) => [...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag)
async function rendered(block: Block, title?: string) {
  const html = await marked.parse(markdownOf(reportOf(block, title)))
  const start = html.indexOf('<h2>')
  return html.slice(start, html.lastIndexOf('<hr>'))
}
const cell = (text: string) => ({
  kind: 'row' as const,
  cells: [{ text, detail: text }, { text: 'b' }],
})

/** Lines of what means something in Markdown somewhere. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from('-=~`*_#+.)(|<>[]!:\\&;\t 1ax')),
      fc.constantFrom('&copy;', '&#65;', '---', '===', '~~~', '```', '    ', '- ', '1. ', '| - |'),
      fc.constantFrom('<b>', '[a](b)', '[a]: b', '~~x~~', '**x**', '\\|', 'R&D', ':-: | :-:'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const lines = fc.array(line, { minLength: 1, maxLength: 5 }).map((each) => each.join('\n'))

describe('a person’s words in Markdown', () => {
  it.each([
    'Before\n---\nafter',
    'Before\n===\nafter',
    '~~~\nafter',
    '    indented',
    'a | b\n--- | ---\nc | d',
    '1.\nafter',
    '&copy; and &#65; and R&D',
    '~~x~~',
    '- - -',
    'a\r\n---\rb',
  ])('stay text: %j', async (text) => {
    const html = await rendered({ kind: 'paragraph', text })
    expect(seen(html)).toBe(`Title${text.replaceAll(/\s/g, '')}`)
    expect(tags(html).filter((tag) => !['h2', 'p', 'br'].includes(tag ?? ''))).toEqual([])
  })

  it('leave plain words as they are', () => {
    const text = 'R&D: half-done - and -5 points = 50 %'
    expect(markdownOf(reportOf({ kind: 'paragraph', text }))).toContain(`\n${text}\n`)
  })

  it('make no table of one column, which some readers see in a name over a line of dashes', () => {
    const text = 'Name\n:--'
    expect(markdownOf(reportOf({ kind: 'paragraph', text }))).toContain('Name  \n\\:--')
  })

  it.each<[string, (text: string) => Block, readonly string[], number]>([
    ['a paragraph', (text) => ({ kind: 'paragraph', text }), ['h2', 'p', 'br'], 1],
    ['a note', (text) => ({ kind: 'note', text }), ['h2', 'blockquote', 'p', 'br'], 1],
    ['a heading', (text) => ({ kind: 'heading', level: 2, text }), ['h2', 'h3'], 1],
    [
      'a table',
      (text) => ({
        kind: 'table',
        summary: '',
        columns: [
          { head: 'H', align: 'left', weight: 1 },
          { head: 'I', align: 'right', weight: 0 },
        ],
        rows: [cell(text), cell('x')],
      }),
      ['h2', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'br'],
      2,
    ],
    [
      'a list',
      (text) => ({ kind: 'checks', items: [{ text: `a ${text}`, state: 'open', detail: text }] }),
      ['h2', 'ul', 'li', 'input', 'br'],
      2,
    ],
    [
      'explained terms',
      (text) => ({ kind: 'terms', items: [{ term: 'T', text, source: text }] }),
      ['h2', 'ul', 'li', 'strong'],
      2,
    ],
  ])('stay the same text in %s, whatever they are', async (_, blockOf, allowed, times) => {
    await fc.assert(
      fc.asyncProperty(lines, async (text) => {
        const html = await rendered(blockOf(text))
        // Words that look like an address become a link to it, with the same text.
        expect(tags(html).filter((tag) => !allowed.includes(tag ?? '') && tag !== 'a')).toEqual([])
        const own = text.replaceAll(/\s/g, '')
        expect(seen(html).split(own).length).toBeGreaterThan(own === '' ? 0 : times)
      }),
      { numRuns: 300 },
    )
  })

  it('stay in the title of a section', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (text) => {
        const html = await rendered({ kind: 'paragraph', text: 'end' }, `a${text}`)
        expect(seen(html)).toBe(`a${text.replaceAll(/\s/g, '')}end`)
      }),
    )
  })
})
