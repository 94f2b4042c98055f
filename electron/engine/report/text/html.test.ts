import { describe, expect, it } from 'vitest'
import { composeReport } from '../compose.ts'
import { sampleData } from '../sample-data.ts'
import { scriptsData } from '../sample-scripts.ts'
import { htmlOf } from './html.ts'

/** The elements that hold a person's text; a quiet paragraph holds ours around it. */
const holding = /<(?:p(?! class="quiet")|h[1-4]|th|td|dt|dd|li|small|figcaption)\b[^>]*>/g

describe('the direction of texts in HTML', () => {
  it.each([
    ['a full report', sampleData({ stories: 3 })],
    ['one with every script', scriptsData({ name: 'محمد דוד' })],
  ])('is left to the text itself in every element of %s', (_, data) => {
    const body = htmlOf(composeReport(data)).split('<body>')[1] ?? ''
    const elements = body.match(holding) ?? []
    expect(elements.length).toBeGreaterThan(100)
    expect(elements.filter((tag) => !/^<\w+ dir="auto"/.test(tag))).toEqual([])
  })

  it('changes no text that looks like an element', () => {
    const html = htmlOf(composeReport(sampleData({ name: '<p>Ada</p> <td x>' })))
    expect(html).toContain('&lt;p&gt;Ada&lt;/p&gt; &lt;td x&gt;')
    expect(html).not.toContain('&lt;p dir')
  })
})
