import type { MockInput } from '#contract/mocks.ts'
import { describe, expect, it } from 'vitest'
import { builtInPresets } from '#domain/report-contents.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'
import { openPdf, readPages } from './read-back.ts'

const [full] = builtInPresets
const contents = {
  sections: ['stories', 'where-you-stand'],
  storyFormat: 'whole',
  findings: true,
  aliases: false,
} as const

async function ready() {
  const opened = openEngine()
  await opened.ask('profile.save', aProfile)
  return opened
}

describe('what the report holds', () => {
  it('is everything until something is chosen, then what was chosen, in the order of the report', async () => {
    const { ask } = await ready()
    expect((await ask('report.settings', {})).contents).toEqual(full?.contents)
    await ask('report.choose', { contents: { ...contents, sections: [...contents.sections] } })
    expect((await ask('report.settings', {})).contents).toEqual({
      ...contents,
      sections: ['where-you-stand', 'stories'],
    })
    await ask('history.undo', {})
    expect((await ask('report.settings', {})).contents).toEqual(full?.contents)
  })

  it('takes several choices of one form back in one step', async () => {
    const { ask } = await ready()
    for (const findings of [true, false, true])
      await ask('report.choose', {
        contents: { ...contents, sections: ['stories'], findings },
        editor: 'form',
      })
    await ask('history.undo', {})
    expect((await ask('report.settings', {})).contents).toEqual(full?.contents)
  })

  it('refuses a cover alone', async () => {
    const { refusal } = await ready()
    expect(
      await refusal('report.choose', { contents: { ...contents, sections: ['cover'] } }),
    ).toMatchObject({ code: 'invalid-input', message: 'Choose a section besides the cover.' })
  })
})

describe('presets', () => {
  it('keeps one’s own beside those that come with the app, and takes them back', async () => {
    const { ask, refusal } = await ready()
    const given = { ...contents, sections: ['stories' as const] }
    const { preset } = await ask('report.savePreset', { name: 'For Tom', contents: given })
    const names = async () =>
      (await ask('report.settings', {})).presets.map(({ name, own }) => [name, own])
    expect((await names()).slice(3)).toEqual([
      ['Mentor review', false],
      ['For Tom', true],
    ])
    expect(
      await refusal('report.savePreset', { name: 'full REPORT', contents: given }),
    ).toMatchObject({ code: 'conflict', field: 'name' })
    await ask('report.savePreset', { id: preset.id, name: 'For Tim', contents: given })
    expect((await names()).at(-1)).toEqual(['For Tim', true])
    await ask('report.removePreset', { id: preset.id })
    expect(await names()).toHaveLength(4)
    expect(await refusal('report.removePreset', { id: preset.id })).toMatchObject({
      code: 'not-found',
    })
    await ask('history.undo', {})
    expect((await names()).at(-1)).toEqual(['For Tim', true])
  })

  it('builds what a preset holds, and what is given goes before it', async () => {
    const { ask, refusal } = await ready()
    const built = await ask('report.build', { preset: 'one-page' })
    expect(built.pages).toBe(1)
    const other = await ask('report.build', { preset: 'one-page', sections: ['milestones'] })
    const [page] = await readPages(await openPdf(other.bytes))
    expect(page?.text).toContain('Milestones')
    expect(page?.text).not.toContain('What is missing most')
    expect(await refusal('report.build', { preset: 'two-page' })).toMatchObject({
      code: 'not-found',
      field: 'preset',
    })
  })

  it.each([
    ['markdown', 'loopready-L6-2026-10-01.md', '# Readiness report, L6: Ada'],
    ['html', 'loopready-L6-2026-10-01.html', '<title>Readiness report, L6: Ada</title>'],
    ['csv', 'loopready-L6-2026-10-01-figures.csv', 'Section,Of,Item,Figure,Value'],
    ['json', 'loopready-L6-2026-10-01-figures.json', '"dataAsOf": "2026-10-01"'],
  ] as const)('makes a file as %s', async (format, fileName, text) => {
    const { ask } = await ready()
    const built = await ask('report.build', { format })
    expect(built).toMatchObject({ fileName, pages: 0 })
    expect(new TextDecoder().decode(built.bytes)).toContain(text)
  })
})

const mock: MockInput = {
  type: 'coding',
  date: '2026-09-30',
  interviewer: '',
  overall: null,
  selfOverall: null,
  principles: [],
  technical: { problemSolving: null, code: null, design: null, communication: null },
  questions: [],
  strengths: '',
  improvements: '',
  nextFocus: '',
}

describe('aliases', () => {
  it('names what is replaced: the own list, the profile and the employers of stories', async () => {
    const { ask } = await ready()
    await ask('profile.save', { ...aProfile, name: 'Ada Lovelace' })
    await ask('stories.create', { content: { title: 'One', employer: 'Northwind' } })
    await ask('stories.create', { content: { title: 'Two', employer: 'northwind' } })
    await ask('report.saveAliases', { aliases: [{ name: 'Project Nile', alias: 'the project' }] })
    const { replaced } = await ask('report.settings', {})
    expect(replaced.map(({ name, alias }) => [name.toLowerCase(), alias])).toEqual([
      ['project nile', 'the project'],
      ['ada lovelace', 'Candidate'],
      ['ada', 'Candidate'],
      ['lovelace', 'Candidate'],
      ['northwind', 'Employer A'],
    ])
  })

  it('names the parts of people, but not of employers, by the alias of the whole', async () => {
    const { ask } = await ready()
    await ask('profile.save', { ...aProfile, name: 'Jean-Luc van An' })
    await ask('stories.create', { content: { title: 'One', employer: 'Bank of Somewhere' } })
    for (const [date, interviewer] of [
      ['2026-09-29', 'Li Wei'],
      ['2026-09-30', 'a peer of another team'],
    ] as const)
      await ask('mocks.save', { mock: { ...mock, date, interviewer } })
    const { replaced } = await ask('report.settings', {})
    expect(replaced.map(({ name, alias }) => [name, alias])).toEqual([
      ['Jean-Luc van An', 'Candidate'],
      ['Jean-Luc', 'Candidate'],
      ['Jean', 'Candidate'],
      ['Luc', 'Candidate'],
      ['Bank of Somewhere', 'Employer A'],
      ['Li Wei', 'Interviewer A'],
      ['Li', 'Interviewer A'],
      ['Wei', 'Interviewer A'],
      ['a peer of another team', 'Interviewer B'],
    ])
  })

  it('are none that somebody has called somebody already', async () => {
    const { ask } = await ready()
    await ask('profile.save', { ...aProfile, name: 'Candidate' })
    await ask('stories.create', { content: { title: 'At Employer A', employer: 'Employer A' } })
    const { replaced } = await ask('report.settings', {})
    expect(replaced.map(({ name, alias }) => [name, alias])).toEqual([
      ['Candidate', 'Applicant'],
      ['Employer A', 'Company A'],
    ])
    const built = await ask('report.build', { preset: 'mentor', format: 'markdown' })
    expect(new TextDecoder().decode(built.bytes)).not.toContain('Employer A')
  })

  it('refuses a name twice, and an alias that holds a name', async () => {
    const { refusal } = await ready()
    const error = await refusal('report.saveAliases', {
      aliases: [
        { name: 'Acme', alias: 'A' },
        { name: 'ACME', alias: 'B' },
        { name: 'Tom', alias: 'Ada’s mentor' },
      ],
    })
    expect([error.field, ...(error.others ?? []).map(({ field }) => field)]).toEqual([
      'aliases.1.name',
      'aliases.2.alias',
    ])
  })

  it('leaves no name in a report for a mentor', async () => {
    const { ask } = await ready()
    await ask('stories.create', {
      content: { title: 'How Northwind moved', employer: 'Northwind' },
    })
    const { bytes } = await ask('report.build', { preset: 'mentor' })
    const text = (await readPages(await openPdf(bytes))).map((page) => page.text).join(' ')
    expect(text).toContain('How Employer A moved')
    expect(text).not.toMatch(/Northwind|\bAda\b/)
  })
})
