import { describe, expect, it } from 'vitest'
import { openEngine } from '../../../tests/support/engine.ts'

describe('the coverage of the principles', () => {
  it('begins with 16 gaps and 42 stories wanted, which is what the principles ask for', async () => {
    const { ask } = openEngine()
    const { rows, totals, stories, single } = await ask('coverage.get', {})
    expect(totals).toEqual({ wanted: 42, there: 0, covered: 0, principles: 16 })
    expect(rows.every(({ state }) => state === 'gap')).toBe(true)
    expect([stories, single]).toEqual([[], []])
  })

  it('follows the stories, without those that are retired or gone', async () => {
    const { ask } = openEngine()
    const make = async (title: string) => {
      const content = { title, primaryPrinciple: 'frugality', secondaryPrinciples: ['dive-deep'] }
      return (await ask('stories.create', { content })).story.id
    }
    const [one, two, three] = [await make('One'), await make('Two'), await make('Three')]
    await ask('stories.setStatus', { id: two, status: 'retired' })
    await ask('stories.remove', { ids: [three] })
    const { rows, stories, single } = await ask('coverage.get', {})
    expect(stories).toEqual([{ id: one, title: 'One', status: 'draft', serves: 2 }])
    expect(rows.find(({ short }) => short === 'FRUG')).toMatchObject({
      stories: 1,
      tellable: 0,
      missing: 1,
      state: 'thin',
      cells: [{ story: one, as: 'primary', strength: 0.5 }],
    })
    expect(single).toMatchObject([
      { message: 'Without “One”, Frugality and Dive Deep have nothing.' },
    ])
  })

  it('takes own minimums, forgets them again, and undoes that', async () => {
    const { ask, refusal } = openEngine()
    const minimumOf = async () =>
      (await ask('coverage.get', {})).rows.find(({ principle }) => principle === 'ownership')
    await ask('coverage.setMinimums', { minimums: [{ principle: 'ownership', minimum: 1 }] })
    expect(await minimumOf()).toMatchObject({ minimum: 1, isOwn: true })
    await ask('history.undo', {})
    expect(await minimumOf()).toMatchObject({ minimum: 4, isOwn: false })
    await ask('history.redo', {})
    await ask('coverage.setMinimums', { minimums: [{ principle: 'ownership', minimum: null }] })
    expect(await minimumOf()).toMatchObject({ minimum: 4, isOwn: false })
    await ask('coverage.setMinimums', { minimums: [{ principle: 'ownership', minimum: 4 }] })
    expect(await minimumOf()).toMatchObject({ isOwn: false })
    expect(
      await refusal('coverage.setMinimums', {
        minimums: [
          { principle: 'ownership', minimum: 2 },
          { principle: 'luck', minimum: 2 },
        ],
      }),
    ).toMatchObject({ field: 'minimums.1.principle', message: 'There is no principle “luck”.' })
    expect(await minimumOf()).toMatchObject({ minimum: 4 })
  })
})
