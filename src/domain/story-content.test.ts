import { describe, expect, it } from 'vitest'
import { gapsOf, patched } from './story-content.ts'
import { emptyContent, storyFields } from './story-fields.ts'

describe('a patch', () => {
  it('changes what it names and nothing else', () => {
    const before = { ...emptyContent, title: 'A', tags: ['x'], teams: 2 }
    const after = patched(before, { tags: ['y'], parts: { task: 'T' }, formats: { '30s': 'S' } })
    expect(after).toEqual({
      ...before,
      tags: ['y'],
      parts: { ...before.parts, task: 'T' },
      formats: { ...before.formats, '30s': 'S' },
    })
    expect(patched(before, {})).toEqual(before)
  })

  it('takes undefined for "not said", and null for "nothing"', () => {
    const before = { ...emptyContent, teams: 2, peopleLed: 3 }
    expect(patched(before, { teams: undefined, peopleLed: null })).toEqual({
      ...before,
      peopleLed: null,
    })
  })

  it('takes the primary principle out of the secondary ones', () => {
    const before = { ...emptyContent, secondaryPrinciples: ['ownership', 'dive-deep'] }
    expect(patched(before, { primaryPrinciple: 'ownership' }).secondaryPrinciples).toEqual([
      'dive-deep',
    ])
  })
})

describe('what is missing for ready', () => {
  it('is a title, a primary principle and six parts', () => {
    expect(gapsOf(emptyContent)).toHaveLength(8)
    const full = {
      ...emptyContent,
      title: 'A',
      primaryPrinciple: 'ownership',
      parts: { situation: 'a', task: 'b', action: 'c', result: 'd', reflection: 'e', growth: 'f' },
    }
    expect(gapsOf(full)).toEqual([])
    expect(gapsOf({ ...full, parts: { ...full.parts, growth: ' \n\t' } })).toEqual([
      { field: 'parts.growth', message: 'Growth is empty.' },
    ])
  })
})

describe('the fields of a story', () => {
  it('are all of its content, each once', () => {
    const paths = Object.entries(emptyContent).flatMap(([key, value]) =>
      key === 'parts' || key === 'formats'
        ? Object.keys(value ?? {}).map((inner) => `${key}.${inner}`)
        : [key],
    )
    expect(storyFields.map(({ field }) => field).toSorted()).toEqual(paths.toSorted())
  })
})
