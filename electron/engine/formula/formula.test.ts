import { describe, expect, it } from 'vitest'
import { loadPlaybooks } from '../playbooks/load.ts'
import { testFolders } from '../playbooks/test-folders.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

describe('the formula', () => {
  it.each(['L6', 'L7'])(
    'of %s has every checklist item, indicator, category and principle in one area',
    (level) => {
      const library = loadPlaybooks(testFolders())
      const book = library.get(level)
      const named = (kind: 'checklist' | 'indicators' | 'categories' | 'principles') =>
        book?.formula.areas.flatMap(({ support }) => support?.[kind] ?? []).toSorted()
      expect(named('checklist')).toEqual(
        book?.checklist.flatMap(({ items }) => items.map(({ id }) => id)).toSorted(),
      )
      expect(named('indicators')).toEqual(
        book?.indicators.flatMap(({ indicators }) => indicators.map(({ id }) => id)).toSorted(),
      )
      expect(named('categories')).toEqual(book?.plan.categories.map(({ slug }) => slug).toSorted())
      expect(named('principles')).toEqual(library.principles.map(({ id }) => id).toSorted())
    },
  )

  it.each([
    ['L6', [40, 30, 20, 10]],
    ['L7', [50, 25, 20, 5]],
  ] as const)('of %s shows its weights', async (level, shares) => {
    const { ask } = openEngine()
    await ask('profile.save', { ...aProfile, level })
    expect((await ask('formula.get', {})).areas.map(({ share }) => share)).toEqual(shares)
  })

  it('shows what supports each area, every story where its primary principle counts', async () => {
    const { ask } = openEngine()
    await ask('profile.save', aProfile)
    await ask('sessions.log', { category: 'deep-dives', duration: '2h' })
    await ask('checklist.update', { item: 'hiring', state: 'shown' })
    await ask('metrics.save', { indicator: 'retention', value: '95' })
    const { story } = await ask('stories.create', {
      content: { title: 'Grew a lead', primaryPrinciple: 'hire-and-develop-the-best' },
    })
    await ask('stories.create', { content: { title: 'No principle yet' } })
    const { areas } = await ask('formula.get', {})
    expect(areas[1]?.study).toMatchObject([
      { category: 'system-design', actualHours: 0 },
      { category: 'deep-dives', actualHours: 2, plannedHours: 30 },
    ])
    expect(areas[2]).toMatchObject({
      checklist: { progress: { items: 8, shown: 1, progress: 0.05 } },
      metrics: { summary: { indicators: 3, met: 1 } },
      stories: [{ id: story.id, principle: 'hire-and-develop-the-best' }],
      study: [],
    })
    expect(areas.flatMap(({ stories }) => stories)).toHaveLength(1)
  })
})
