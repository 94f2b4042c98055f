import { describe, expect, it } from 'vitest'
import { asSeconds } from '#domain/units.ts'
import { initialChoice, mappingOf, offered, rowKey, type SwitchRow } from './mapping-choices.ts'

const stories: SwitchRow = {
  fromPlaybook: 'L6',
  from: 'stories',
  name: 'Behavioural stories',
  sessions: 3,
  seconds: asSeconds(7200),
  candidates: ['org-leadership', 'strategic-thinking'],
}
const own: SwitchRow = { ...stories, fromPlaybook: 'own', from: 'reading', candidates: [] }

describe('the choices of a level switch', () => {
  it('begins with the suggestion', () => {
    expect(initialChoice(stories)).toBe('org-leadership')
    expect(initialChoice(own)).toBe('')
  })

  it('begins with what was in force the last time, even where that was "leave unmapped"', () => {
    expect(initialChoice({ ...stories, current: 'strategic-thinking' })).toBe('strategic-thinking')
    expect(initialChoice({ ...stories, current: null })).toBe('')
  })

  it('offers the suggestions first and every other category after them', () => {
    const categories = ['strategic-thinking', 'architecture', 'org-leadership'].map((slug) => ({
      slug,
    }))
    expect(offered(stories, categories).map(({ category }) => category.slug)).toEqual([
      'org-leadership',
      'strategic-thinking',
      'architecture',
    ])
    expect(offered(stories, categories).filter(({ suggested }) => suggested)).toHaveLength(1)
  })

  it('sends a place for every row, and null for what is left unmapped', () => {
    expect(mappingOf([stories, own], { [rowKey(stories)]: '' })).toEqual([
      { fromPlaybook: 'L6', from: 'stories', to: null },
      { fromPlaybook: 'own', from: 'reading', to: null },
    ])
  })
})
