import { describe, expect, it } from 'vitest'
import { askedFilter, emptyFilter, isFiltering, looserThan, partsOf } from './log-filter.ts'

const nameOf = (slug: string | null) => slug ?? 'Not in this plan'

describe('the filter of the log', () => {
  it('asks for everything while nothing is chosen, and while only blanks are typed', () => {
    expect(askedFilter(emptyFilter)).toEqual({})
    expect(askedFilter({ ...emptyFilter, text: '  ' })).toEqual({})
    expect(isFiltering({ ...emptyFilter, text: '  ' })).toBe(false)
  })

  it('leaves out a day that is not written in full yet', () => {
    expect(askedFilter({ ...emptyFilter, from: '2026-02-30', to: '2026-03-01' })).toEqual({
      to: '2026-03-01',
    })
  })

  it('asks for all that is chosen at once', () => {
    const filter = {
      text: ' cache ',
      categories: ['coding', null],
      from: '2026-01-01',
      to: '2026-01-31',
      kinds: ['paper'],
    } as const
    expect(askedFilter(filter)).toEqual({ ...filter, text: 'cache' })
  })
})

describe('the conditions in words', () => {
  it('names each, and taking all away one by one leaves an empty filter', () => {
    let filter = {
      text: 'cache',
      categories: ['coding', null] as readonly (string | null)[],
      from: '2026-01-01',
      to: '2026-01-31',
      kinds: ['paper'] as const,
    } as typeof emptyFilter
    expect(partsOf(filter, nameOf).map((part) => part.label)).toEqual([
      '“cache”',
      'coding',
      'Not in this plan',
      '1 Jan 2026 to 31 Jan 2026',
      'Papers read',
    ])
    for (let left = 5; left > 0; left -= 1) {
      const [part] = partsOf(filter, nameOf)
      filter = part?.without ?? filter
      expect(partsOf(filter, nameOf)).toHaveLength(left - 1)
    }
    expect(filter).toEqual(emptyFilter)
  })

  it.each([
    ['2026-01-01', '', 'From 1 Jan 2026'],
    ['', '2026-01-31', 'Until 31 Jan 2026'],
    ['2026-01-31', '2026-01-31', '31 Jan 2026'],
  ])('says the days from %j to %j as %j', (from, to, label) => {
    expect(partsOf({ ...emptyFilter, from, to }, nameOf).map((part) => part.label)).toEqual([label])
  })
})

describe('what finds more', () => {
  it('takes both of two categories away at once: one of them alone would find less', () => {
    const filter = { ...emptyFilter, text: 'cache', categories: ['coding', 'stories'] }
    expect(looserThan(filter).map(({ label, without }) => [label, without])).toEqual([
      ['Any words', { ...filter, text: '' }],
      ['Any category', { ...filter, categories: [] }],
    ])
  })

  it('is nothing while nothing narrows the list', () => {
    expect(looserThan(emptyFilter)).toEqual([])
  })
})
