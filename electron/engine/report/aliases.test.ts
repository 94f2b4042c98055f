import { describe, expect, it } from 'vitest'
import type { ReportFormat } from '#contract/report.ts'
import { buildReport } from './build.ts'
import { composeReport } from './compose.ts'
import { standsIn } from './name-matching.ts'
import { proven } from './proof.ts'
import { openPdf, readPages } from './read-back.ts'
import { readOwnPdf } from './read-own.ts'
import { renamedData } from './renamed-data.ts'
import { assetsDir, sampleData } from './sample-data.ts'

const names = [
  { name: 'Ada Lovelace', alias: 'Candidate' },
  { name: 'Northwind Traders', alias: 'Employer A' },
  { name: 'Blue Heron GmbH', alias: 'Employer B' },
  { name: 'Helen Brandt', alias: 'Interviewer A' },
]
const mentored = () => sampleData({ stories: 4, names, contents: { findings: true } })

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
    const report = composeReport(
      renamedData({ ...data, sessions: [{ ...session, note }, ...others] }),
    )
    expect(JSON.stringify(report)).not.toMatch(/Hero/)
  })

  it.each(['pdf', 'markdown', 'html', 'json'] as const)(
    'is refused as %s while a name is left in it',
    async (format) => {
      const data = renamedData(mentored())
      // As a fault of ours would leave it, in a way that reads as the name all the same.
      const [first, ...others] = data.stories
      if (!first) throw new Error('no story')
      const told = {
        ...first,
        story: { ...first.story, title: 'How North\u200bwind Traders moved' },
      }
      const leaking = { ...data, names: [], stories: [told, ...others] }
      const built = await buildReport(leaking, { assetsDir, format })
      expect(() => proven(composeReport(data), data, built, format)).toThrow(
        expect.objectContaining({
          error: expect.objectContaining({
            code: 'conflict',
            message: expect.stringContaining('“Northwind Traders” still stands in the report'),
          }),
        }),
      )
    },
  )

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

describe('what the report itself says', () => {
  const named = (...more: string[]) =>
    sampleData({
      stories: 4,
      names: [...names, ...more.map((name) => ({ name, alias: 'Somebody' }))],
    })

  it('stays, be it a date, a label or a word of the playbook, and is told', async () => {
    const plain = composeReport(sampleData({ stories: 4 }))
    const report = composeReport(renamedData(named('Nov', 'Target', 'Design', 'May', 'Plan')))
    expect(report.foot).toBe(plain.foot)
    expect(report.cover?.facts.map(({ label }) => label)).toEqual(
      plain.cover?.facts.map(({ label }) => label),
    )
    const { notices } = await buildReport(named('Target'), { assetsDir })
    expect(notices).toEqual([
      '“Target” is also a word of the report itself. Where the report uses it, it stays.',
    ])
  })

  it.each(['pdf', 'html', 'markdown', 'csv', 'json'] as const)(
    'and what a %s file says of itself is no name of anybody',
    async (format) => {
      for (const name of ['Adobe', 'Meta', 'Identity', 'PDFKit', 'Span', 'Scale', 'Loopready']) {
        const { bytes } = await buildReport(named(name), { assetsDir, format })
        expect(bytes.length).toBeGreaterThan(0)
      }
    },
  )

  it('is no name where two of its words stand at the ends of lines', async () => {
    const data = named('Asher', 'Bean', 'Hasan')
    const note = 'It was as her team has an owner; it can be an honour. '.repeat(6)
    const sessions = data.sessions.map((session) => ({ ...session, note }))
    for (const format of ['pdf', 'html'] as const)
      expect((await buildReport({ ...data, sessions }, { assetsDir, format })).notices).toEqual([])
  })

  it('stands whatever a name is: a report can always be made', () => {
    const words = new Set(
      JSON.stringify(composeReport(sampleData({ stories: 4 })))
        .match(/[a-z]{3,}/gi)
        ?.map((word) => word.toLowerCase()),
    )
    const all = [...words].map((name) => ({ name, alias: '…' }))
    const report = composeReport(renamedData({ ...sampleData({ stories: 4 }), names: all }))
    const plain = composeReport(sampleData({ stories: 4 }))
    expect(report.sections.map(({ title }) => title)).toEqual(
      plain.sections.map(({ title }) => title),
    )
    expect(JSON.stringify(report)).not.toContain('undefined')
  })
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
