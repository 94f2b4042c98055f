import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportFormat } from '#contract/report.ts'
import { firstLeft, replacer, standsIn } from './aliases.ts'
import { buildReport } from './build.ts'
import { composeReport } from './compose.ts'
import { openPdf, readPages } from './read-back.ts'
import { readOwnPdf } from './read-own.ts'
import { assetsDir, sampleData } from './sample-data.ts'

const names = [
  { name: 'Ada Lovelace', alias: 'Candidate' },
  { name: 'Northwind Traders', alias: 'Employer A' },
  { name: 'Blue Heron GmbH', alias: 'Employer B' },
  { name: 'Helen Brandt', alias: 'Interviewer A' },
]
const mentored = () => sampleData({ stories: 4, names, contents: { findings: true } })

describe('replacer', () => {
  const rename = replacer([
    { name: 'Acme', alias: 'Employer A' },
    { name: 'Acme Pay', alias: 'Employer B' },
    { name: 'C++ Guild (EU)', alias: 'the guild' },
    { name: '北斗', alias: 'Employer C' },
  ])

  it.each([
    ['Acme’s plan at ACME and acme_corp', 'Employer A’s plan at Employer A and Employer A_corp'],
    ['Acme  Pay, then Acme\nPay', 'Employer B, then Employer B'],
    ['acmeism is a word of its own', 'acmeism is a word of its own'],
    ['the c++ guild (eu) met', 'the the guild met'],
    ['在北斗工作', '在Employer C工作'],
  ])('makes of “%s” “%s”', (text, expected) => expect(rename(text)).toBe(expected))

  it('leaves no name in any text, whatever is around it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (before, after) => {
          const renamed = rename(`${before} Acme ${after}`)
          expect(standsIn('Acme', renamed)).toBe(false)
        },
      ),
    )
  })

  it('finds a name that a line break or a soft hyphen parts', () => {
    expect(firstLeft(['Lovelace'], 'by Love\nlace, 1843')).toBe('Lovelace')
    expect(firstLeft(['Lovelace'], 'by Love\u00adlace, 1843')).toBe('Lovelace')
    expect(firstLeft(['Lovelace'], 'the lovelaces')).toBeUndefined()
  })
})

describe('a report with aliases', () => {
  it('holds no name in text, metadata, bookmarks, links or tags, as another program reads it', async () => {
    const plain = await buildReport(sampleData({ stories: 4 }), { assetsDir })
    const before = (await readPages(await openPdf(plain.bytes))).map(({ text }) => text).join(' ')
    for (const { name } of names) expect(before).toContain(name)

    const { bytes } = await buildReport(mentored(), { assetsDir })
    const pdf = await openPdf(bytes)
    const trees: unknown[] = []
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const { getStructTree, getAnnotations } = await pdf.getPage(page).then((each) => ({
        getStructTree: () => each.getStructTree(),
        getAnnotations: () => each.getAnnotations(),
      }))
      trees.push(await getStructTree(), await getAnnotations())
    }
    const all = JSON.stringify([
      (await readPages(pdf)).map(({ text }) => text),
      await pdf.getMetadata(),
      await pdf.getOutline(),
      trees,
    ])
    for (const { name, alias } of names) {
      expect(standsIn(name, all)).toBe(false)
      expect(all).toContain(alias)
    }
  })

  it.each(['markdown', 'html', 'csv', 'json'] as const)('holds none as %s', async (format) => {
    const { bytes } = await buildReport(mentored(), { assetsDir, format })
    const text = new TextDecoder().decode(bytes)
    for (const { name } of names) expect(standsIn(name, text)).toBe(false)
  })

  it('replaces a name before a long note is shortened, so that no part of it is left', () => {
    const data = sampleData({ names: [{ name: 'Heron', alias: 'Employer' }] })
    const [session, ...others] = data.sessions
    if (!session) throw new Error('no session')
    const note = `${'x '.repeat(138)}Heron and more than fits`
    const report = composeReport({ ...data, sessions: [{ ...session, note }, ...others] })
    expect(JSON.stringify(report)).not.toMatch(/Hero/)
  })

  it.each(['pdf', 'markdown', 'html'] as const satisfies readonly ReportFormat[])(
    'is refused as %s while an alias brings a name back',
    async (format) => {
      const data = sampleData({
        stories: 2,
        names: [...names, { name: 'Employer', alias: 'Someone' }],
      })
      await expect(buildReport(data, { assetsDir, format })).rejects.toMatchObject({
        error: { code: 'conflict', message: expect.stringContaining('“Employer”') },
      })
    },
  )
})

describe('readOwnPdf', () => {
  it('reads what another program reads: every page’s text, bookmarks, tags and metadata', async () => {
    const { bytes } = await buildReport(sampleData({ name: 'Zoë & Ольга (QA)', stories: 2 }), {
      assetsDir,
    })
    const own = readOwnPdf(bytes)
    const pdf = await openPdf(bytes)
    const pages = await readPages(pdf)
    const bare = (text: string) => text.replaceAll(/\s+/g, '')
    expect(own.pages.map(bare)).toEqual(pages.map(({ text }) => bare(text)))
    const strings = own.strings.join('\n')
    for (const { title } of await pdf.getOutline()) expect(strings).toContain(title)
    expect(strings).toContain('Readiness report, L6: Zoë & Ольга (QA)')
    expect(strings).toContain('Share of study time by category.')
    expect(strings).toContain('Shown with a story:')
    expect(strings).toContain('Readiness, page 2')
  })
})
