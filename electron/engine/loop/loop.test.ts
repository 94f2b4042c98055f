import { describe, expect, it } from 'vitest'
import { openEngine } from '../../../tests/support/engine.ts'

const rounds = [{ name: 'Only one', principles: ['frugality', 'dive-deep'] }]

async function withStories() {
  const setup = openEngine()
  const make = async (
    title: string,
    primaryPrinciple: string,
    secondaryPrinciples: string[] = [],
  ) =>
    (
      await setup.ask('stories.create', {
        content: { title, primaryPrinciple, secondaryPrinciples },
      })
    ).story.id
  const both = await make('Both', 'frugality', ['dive-deep'])
  const one = await make('One', 'frugality')
  return { ...setup, both, one }
}

describe('the loop', () => {
  it('is suggested until rounds are saved, which can be undone and taken back', async () => {
    const { ask } = openEngine()
    const suggested = await ask('loop.get', {})
    expect(suggested.isDefault).toBe(true)
    const principles = (await ask('playbooks.principles', {})).map(({ id }) => id)
    for (const round of suggested.rounds)
      for (const principle of round.principles) expect(principles).toContain(principle)
    await ask('loop.save', { rounds: [...rounds, { name: 'Two', principles: ['ownership'] }] })
    expect(await ask('loop.save', { rounds })).toEqual({ rounds, isDefault: false })
    await ask('history.undo', {})
    expect((await ask('loop.get', {})).rounds).toHaveLength(2)
    await ask('loop.save', { rounds: null })
    expect(await ask('loop.get', {})).toEqual(suggested)
  })

  it('is simulated for saved rounds and for rounds that are tried out', async () => {
    const { ask, both, one } = await withStories()
    expect(await ask('loop.simulate', {})).toMatchObject({ isDefault: true, answered: 1 })
    const plan = await ask('loop.simulate', { rounds })
    expect(plan).toMatchObject({ isDefault: false, answered: 2, unmet: [] })
    expect(plan.slots.map(({ story }) => story?.id)).toEqual([one, both])
    const locked = await ask('loop.simulate', {
      rounds,
      locks: [{ round: 0, principle: 'frugality', story: both }],
    })
    expect(locked.slots.map(({ story, locked: is }) => [story?.id ?? null, is])).toEqual([
      [both, true],
      [null, false],
    ])
    const without = await ask('loop.simulate', {
      rounds,
      exclude: [{ round: 0, principle: null, story: one }],
    })
    expect(without.answered).toBe(1)
    expect((await ask('loop.simulate', { rounds, tellableOnly: true })).answered).toBe(0)
  })

  it('refuses what cannot be, beside its field', async () => {
    const { refusal, both } = await withStories()
    const lock = { round: 0, principle: null, story: both }
    expect(await refusal('loop.simulate', { rounds, locks: [lock, lock] })).toMatchObject({
      field: 'locks.1.story',
    })
    expect(
      await refusal('loop.save', { rounds: [{ name: 'A', principles: ['luck'] }] }),
    ).toMatchObject({
      field: 'rounds.0.principles.0',
      message: 'There is no principle “luck”.',
    })
    expect(
      await refusal('loop.save', { rounds: [{ name: ' ', principles: ['ownership'] }] }),
    ).toMatchObject({
      field: 'rounds.0.name',
    })
  })
})
