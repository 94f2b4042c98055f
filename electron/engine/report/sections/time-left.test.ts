import { describe, expect, it } from 'vitest'
import { composeReport } from '../compose.ts'
import { sampleData } from '../sample-data.ts'
import { markdownOf } from '../text/markdown.ts'

const saying = (interviewDate: string | null) => {
  const report = composeReport(
    sampleData({
      interviewDate,
      contents: { sections: ['cover', 'readiness', 'where-you-stand'] },
    }),
  )
  const sections = new Map(report.sections.map((section) => [section.id, section]))
  const figures = sections.get('readiness')?.blocks[0]
  const { value, detail } =
    (figures?.kind === 'key-figures' ? figures.items : []).find(
      ({ label }) => label === 'Time left',
    ) ?? {}
  return {
    report,
    cover: report.cover?.facts.find(({ label }) => label === 'Time left'),
    readiness: sections.get('readiness')?.lead,
    standing: sections.get('where-you-stand')?.lead,
    figure: [value, detail],
  }
}

describe('the time left in a report of 24 November 2026', () => {
  it('is counted to an interview ahead', () => {
    const said = saying('2026-12-15')
    expect(said.cover).toMatchObject({ value: '21 days', detail: '3.0 weeks' })
    expect(said.figure).toEqual(['21 days', 'until 15 Dec 2026'])
    expect(said.readiness).toMatch(/ points, 21 days before the interview\.$/)
    expect(said.standing).toMatch(/ 21 days are left until the interview\.$/)
  })

  it('is one day on the eve', () => {
    expect(saying('2026-11-25').standing).toMatch(/ One day is left until the interview\.$/)
  })

  it('is over on the day: the interview is today', () => {
    const said = saying('2026-11-24')
    expect(said.cover).toMatchObject({ value: 'Today', detail: 'is the interview date' })
    expect(said.figure).toEqual(['Today', 'is the interview date'])
    expect(said.readiness).toMatch(/ points\. The interview is today\.$/)
    expect(said.standing).toMatch(/ The interview is today\.$/)
  })

  it('says weeks later on which day the interview was, and counts no days to it', () => {
    const said = saying('2026-10-20')
    expect(said.cover).toMatchObject({ value: 'Over', detail: 'the interview was on 20 Oct 2026' })
    expect(said.figure).toEqual(['Over', 'the interview was on 20 Oct 2026'])
    expect(said.readiness).toMatch(/ points\. The interview was on 20 Oct 2026\.$/)
    expect(said.standing).toMatch(/ The interview was on 20 Oct 2026\.$/)
    expect(markdownOf(said.report)).not.toMatch(/0 days|until 20 Oct|has come/)
  })

  it('is not known without a date', () => {
    const said = saying(null)
    expect(said.cover).toMatchObject({ value: 'Not known', detail: 'No interview date is set' })
    expect(said.figure).toEqual(['Not known', 'No interview date is set'])
    expect(said.readiness).toMatch(/^[\d.]+ of 100 points\.$/)
    expect(said.standing).not.toContain('interview')
  })
})
