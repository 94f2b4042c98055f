import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultStorySettings } from './spoken.ts'
import { emptyContent, partOrder } from './story-fields.ts'
import { tellingFromParts } from './story-telling.ts'

const parts = {
  ...emptyContent.parts,
  situation: 'Checkout was slow. It cost orders every day, and the season was near.',
  action: 'I measured it first. Then I cached the prices. After that we split the service in two.',
  result: 'It fell from 850 ms to 285 ms.',
}

describe('a telling that starts from the parts', () => {
  it('is all of them where they fit', () => {
    expect(tellingFromParts(parts, 300, defaultStorySettings)).toBe(
      [parts.situation, parts.action, parts.result].join('\n\n'),
    )
  })

  it('takes whole sentences by the share of each part where they do not', () => {
    const settings = { ...defaultStorySettings, wordsPerMinute: 60 }
    expect(tellingFromParts(parts, 10, settings)).toBe(
      'Checkout was slow.\n\nI measured it first.\n\nIt fell from 850 ms to 285 ms.',
    )
  })

  it('invents nothing: each of its paragraphs begins a part', () => {
    const text = fc.array(
      fc.constantFrom('I led.', 'We won it all.', 'Then\nthis', '', '私は直した。'),
    )
    fc.assert(
      fc.property(
        fc.record({ a: text, b: text, s: fc.integer({ min: 1, max: 60 }) }),
        ({ a, b, s }) => {
          const own = { ...emptyContent.parts, task: a.join(' '), growth: b.join(' ') }
          const telling = tellingFromParts(own, s, defaultStorySettings)
          const written = partOrder.filter((part) => own[part].trim() !== '')
          expect(telling === '').toBe(written.length === 0)
          for (const paragraph of telling.split('\n\n').filter((text) => text !== ''))
            expect(written.some((part) => own[part].trim().startsWith(paragraph))).toBe(true)
        },
      ),
    )
  })
})
