import { beforeAll, describe, expect, it } from 'vitest'
import { buildReport } from './build.ts'
import type { BuiltReport } from './build.ts'
import type { ReportData } from './model.ts'
import { openPdf } from './read-back.ts'
import { assetsDir, sampleData } from './sample-data.ts'

/**
 * 1,000 stories. They are short and alone in the report, so that this is no long test; with `LOOPREADY_LONG_REPORTS`, as
 * every night, they are told in full and stand in the full report.
 */
const isLong = process.env['LOOPREADY_LONG_REPORTS'] !== undefined
const count = 1000
const mebibyte = 1024 * 1024

describe(`a report of ${count} stories`, () => {
  const told: number[] = []
  let data: ReportData
  let built: BuiltReport
  let grown = 0
  beforeAll(async () => {
    data = thousand()
    const before = process.memoryUsage.rss()
    built = await buildReport(data, {
      assetsDir,
      onProgress: (done) => {
        told.push(done)
        grown = Math.max(grown, process.memoryUsage.rss() - before)
      },
    })
  }, 300_000)

  it('has as many pages as it says, numbers them to the end, and bookmarks every story', async () => {
    const pdf = await openPdf(built.bytes)
    expect(pdf.numPages).toBe(built.pages)
    expect(built.pages).toBeGreaterThan(count / 6)
    const { items } = await (await pdf.getPage(pdf.numPages)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(text).toContain(`Page ${built.pages} of ${built.pages}`)
    const outline = await pdf.getOutline()
    const stories = outline.find(({ title }) => title === 'Stories')
    expect(stories?.items.map(({ title }) => title)).toEqual(
      data.stories.map(({ story }) => story.title),
    )
  })

  it('tells progress in small steps that never go back', () => {
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    const steps = told.slice(1).map((done, index) => done - (told[index] ?? 0))
    expect(Math.max(...steps)).toBeLessThan(0.11)
  })

  it('takes a bounded amount of memory', () => {
    expect(grown / mebibyte).toBeLessThan(isLong ? 900 : 400)
  })

  it('stops at the next step when it is cancelled amid the stories', async () => {
    const cancel = new AbortController()
    const after: number[] = []
    const building = buildReport(data, {
      assetsDir,
      signal: cancel.signal,
      onProgress: (done) => {
        if (cancel.signal.aborted) after.push(done)
        if (done > 0.2) cancel.abort()
      },
    })
    await expect(building).rejects.toHaveProperty('name', 'AbortError')
    expect(after).toEqual([])
  })
})

function thousand(): ReportData {
  const some = sampleData({
    stories: 10,
    contents: isLong ? {} : { sections: ['stories'], storyFormat: '30s' },
  })
  const stories = Array.from({ length: count }, (_, index) => {
    const each = some.stories[index % some.stories.length]
    if (!each) throw new Error('there are no stories')
    const { story } = each
    const title = `Story ${index + 1}: ${story.title}`
    const short = `In the week ${index} of the year we moved one more route and stopped once.`
    const formats = isLong ? story.formats : { ...story.formats, '30s': short }
    return { ...each, story: { ...story, title, formats } }
  })
  return { ...some, stories }
}
