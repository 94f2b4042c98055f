import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

async function withProfile() {
  const setup = openEngine()
  await setup.ask('profile.save', aProfile)
  const dimension = async (id: string) => {
    const found = (await setup.ask('scope.get', {})).dimensions.find((each) => each.id === id)
    if (!found) throw new Error(`no dimension ${id}`)
    return found
  }
  return { ...setup, dimension }
}

describe('the own scope', () => {
  it('stands in seven dimensions beside the ranges of both levels, the lower one first', async () => {
    const { ask } = await withProfile()
    const { dimensions, levels, said } = await ask('scope.get', {})
    expect(dimensions).toHaveLength(7)
    expect(levels.map(({ id }) => id)).toEqual(['L6', 'L7'])
    expect(said).toBe(0)
    expect(dimensions[0]?.figures.map(({ quantity, bands }) => [quantity, bands.length])).toEqual([
      ['engineers-in-scope', 2],
      ['teams-in-scope', 1],
      ['organizations-in-scope', 1],
    ])
    expect(dimensions[3]?.ladder.map(({ rung }) => rung)).toEqual([
      'component',
      'service',
      'platform',
      'architecture',
    ])
  })

  it.each([
    [9, 'below', []],
    [12, 'inside', ['L6']],
    [40, 'between', []],
    [100, 'inside', ['L7']],
  ] as const)('%i engineers are %s', async (value, place, levels) => {
    const { ask, dimension } = await withProfile()
    await ask('scope.save', { figures: [{ quantity: 'engineers-in-scope', value }] })
    const { figures, fits } = await dimension('team-scope')
    expect(figures[0]).toMatchObject({ value, place: { place, levels } })
    expect(fits).toEqual(levels)
  })

  it('says at a glance how many dimensions fit each level', async () => {
    const { ask } = await withProfile()
    await ask('scope.save', {
      figures: [
        { quantity: 'engineers-in-scope', value: 18 },
        { quantity: 'teams-in-scope', value: 3 },
        { quantity: 'project-months', value: 12 },
        { quantity: 'budget-usd', value: 5_000_000 },
      ],
      rungs: [{ dimension: 'stakeholder-level', rung: 'director' }],
    })
    expect(await ask('scope.get', {})).toMatchObject({
      said: 4,
      fit: [
        { level: 'L6', dimensions: 3 },
        { level: 'L7', dimensions: 2 },
      ],
    })
    await ask('history.undo', {})
    expect((await ask('scope.get', {})).said).toBe(0)
  })

  it('keeps what it is when the level is switched, and takes a figure back with null', async () => {
    const { ask, dimension } = await withProfile()
    await ask('scope.save', { figures: [{ quantity: 'budget-usd', value: 2_000_000 }] })
    await ask('profile.switchLevel', { level: 'L7', mapping: [] })
    expect((await dimension('budget-authority')).fits?.toSorted()).toEqual(['L6', 'L7'])
    await ask('scope.save', { figures: [{ quantity: 'budget-usd', value: null }] })
    expect((await dimension('budget-authority')).fits).toBeNull()
  })

  it('has the stories plotted into it, without retired ones', async () => {
    const { ask, dimension } = await withProfile()
    const { story } = await ask('stories.create', {
      content: {
        title: 'Platform',
        peopleLed: 40,
        budgetUsd: 500_000,
        highestStakeholder: 'vp',
        technologyLevel: 'service',
      },
    })
    expect((await dimension('team-scope')).figures[0]?.stories).toMatchObject([
      { title: 'Platform', value: 40, place: { place: 'between', under: 'L6', over: 'L7' } },
    ])
    expect((await dimension('stakeholder-level')).rungStories).toMatchObject([
      { rung: 'vp', place: { levels: ['L7'] } },
    ])
    await ask('stories.setStatus', { id: story.id, status: 'retired' })
    expect((await dimension('budget-authority')).figures[0]?.stories).toEqual([])
  })

  it('keeps direct reports, people affected and impact apart from team scope and budget', async () => {
    const { ask } = await withProfile()
    await ask('scope.save', { figures: [{ quantity: 'direct-reports', value: 11 }] })
    await ask('stories.create', { content: { title: 'Wide', peopleAffected: 300 } })
    const { beside, said } = await ask('scope.get', {})
    expect(said).toBe(0)
    expect(beside.map(({ quantity }) => quantity)).toContain('impact-usd')
    expect(beside.find(({ quantity }) => quantity === 'direct-reports')).toMatchObject({
      value: 11,
      place: { levels: ['L6'] },
    })
    expect(beside.find(({ quantity }) => quantity === 'engineers-affected')?.stories).toMatchObject(
      [{ value: 300, place: { levels: ['L7'] } }],
    )
  })

  it('refuses what no level measures, a rung that there is not, and what is below 0', async () => {
    const { refusal } = await withProfile()
    expect(
      await refusal('scope.save', {
        figures: [{ quantity: 'cups-of-tea', value: 3 }],
        rungs: [{ dimension: 'stakeholder-level', rung: 'king' }],
      }),
    ).toMatchObject({
      field: 'figures.0.quantity',
      others: [{ field: 'rungs.0.rung', hint: expect.stringContaining('director') }],
    })
    expect(
      await refusal('scope.save', { figures: [{ quantity: 'budget-usd', value: -1 }] }),
    ).toMatchObject({ field: 'figures.0.value' })
  })
})
