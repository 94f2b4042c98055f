import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

async function withProfile() {
  const setup = openEngine()
  await setup.ask('profile.save', aProfile)
  const row = async (id: string, level?: string) => {
    const { groups } = await setup.ask('metrics.get', level === undefined ? {} : { level })
    const found = groups.flatMap(({ indicators }) => indicators).find((each) => each.id === id)
    if (!found) throw new Error(`no indicator ${id}`)
    return found
  }
  return { ...setup, row }
}

describe('the success metrics', () => {
  it('are 12 at each level, without a value at first', async () => {
    const { ask } = await withProfile()
    for (const level of ['L6', 'L7'])
      expect((await ask('metrics.get', { level })).summary).toEqual({
        indicators: 12,
        met: 0,
        close: 0,
        notMet: 0,
        noValue: 12,
        share: 0,
      })
  })

  it('keep several values over time, and judge the latest by its day', async () => {
    const { ask, row } = await withProfile()
    const save = (value: string, day: string) =>
      ask('metrics.save', {
        indicator: 'retention',
        value,
        day,
        source: 'HR report',
        period: 'a year',
      })
    await save('95', '2026-09-01')
    await save('88 %', '2026-09-20')
    await save('60', '2026-08-01')
    expect(await row('retention')).toMatchObject({
      status: 'close',
      target: '> 90 %',
      latest: { value: 88, day: '2026-09-20', source: 'HR report', period: 'a year' },
      values: [{ value: 60 }, { value: 95 }, { value: 88 }],
    })
    expect((await ask('plan.status', {})).metrics).toMatchObject({ close: 1, noValue: 11 })
  })

  it('of one day, judge the one that was entered last', async () => {
    const { ask, row } = await withProfile()
    for (const value of ['95', '80', '91'])
      await ask('metrics.save', { indicator: 'retention', value })
    expect((await row('retention')).latest?.value).toBe(91)
    expect((await row('retention')).latest?.day).toBe('2026-10-01')
  })

  it('can be changed and taken away, and undo brings them back', async () => {
    const { ask, row } = await withProfile()
    const first = await ask('metrics.save', {
      indicator: 'velocity-increase',
      value: '30',
      baseline: '42',
      period: 'Q3',
    })
    const id = first.row.latest?.id ?? ''
    const changed = await ask('metrics.save', { indicator: 'velocity-increase', id, value: '20' })
    expect(changed.row).toMatchObject({
      status: 'not-met',
      latest: { value: 20, baseline: 42, period: 'Q3' },
    })
    await ask('metrics.save', { indicator: 'velocity-increase', id, baseline: '' })
    expect((await row('velocity-increase')).latest).toMatchObject({ value: 20, baseline: null })
    await ask('metrics.remove', { indicator: 'velocity-increase', id })
    expect(await row('velocity-increase')).toMatchObject({ latest: null, status: 'no-value' })
    await ask('history.undo', {})
    expect((await row('velocity-increase')).latest).toMatchObject({ value: 20 })
  })

  it('take a figure of the ledger as a value: the number stands there alone', async () => {
    const { ask, row } = await withProfile()
    const figure = {
      metric: 'Retention',
      achieved: 94,
      unit: 'percent',
      period: '2025',
      source: 'HR',
    }
    const { evidence } = await ask('evidence.save', {
      figure: { ...figure, links: [{ kind: 'indicator', playbook: 'L6', item: 'retention' }] },
    })
    expect((await row('retention')).figures).toMatchObject([{ id: evidence.id, obstacle: null }])
    await ask('metrics.save', { indicator: 'retention', figure: evidence.id, day: '2026-01-15' })
    expect(await row('retention')).toMatchObject({
      status: 'met',
      latest: { value: 94, period: '2025', source: 'HR', figure: evidence.id },
      figures: [],
    })
    await ask('evidence.save', { id: evidence.id, figure: { metric: 'Retention', achieved: 70 } })
    expect(await row('retention')).toMatchObject({ status: 'not-met', latest: { value: 70 } })
    await ask('evidence.remove', { ids: [evidence.id] })
    expect((await row('retention')).values).toEqual([])
    await ask('trash.restore', { ids: [evidence.id] })
    expect((await row('retention')).values).toHaveLength(1)
  })

  it('link a figure that becomes a value, so that the ledger says where it is used', async () => {
    const { ask } = await withProfile()
    const { evidence } = await ask('evidence.save', {
      figure: { metric: 'Saved', achieved: 900_000, unit: '$' },
    })
    await ask('metrics.save', { indicator: 'financial-impact', figure: evidence.id })
    expect(await ask('evidence.list', {})).toMatchObject([
      { usedBy: { links: [{ kind: 'indicator', playbook: 'L6', item: 'financial-impact' }] } },
    ])
  })

  it('rate a qualitative indicator from 1 to 5, and want evidence for it', async () => {
    const { ask, row } = await withProfile()
    const id = 'practices-adopted'
    expect((await ask('metrics.save', { indicator: id, value: '4' })).row.status).toBe('close')
    await ask('metrics.addProof', {
      indicator: id,
      proof: { kind: 'text', text: 'Two teams use it' },
    })
    expect(await row(id)).toMatchObject({ status: 'met', proofs: [{ text: 'Two teams use it' }] })
    const { story } = await ask('stories.create', { content: { title: 'Practice' } })
    await ask('metrics.addProof', { indicator: id, proof: { kind: 'story', story: story.id } })
    const proofs = (await row(id)).proofs
    expect(proofs.map(({ text }) => text)).toContain('Practice')
    for (const { id: proof } of proofs)
      await ask('metrics.removeProof', { indicator: id, id: proof })
    expect((await row(id)).status).toBe('close')
  })

  it.each([
    ['retention', { value: '120' }, 'value', 'the range is 0 % to 100 %'],
    ['employee-satisfaction', { value: '6.0 of 5.0' }, 'value', 'the range is 0 to 5'],
    ['availability', { value: '250 ms' }, 'value', 'in percent, not in “ms”'],
    ['cost-optimization', { value: '101' }, 'value', '100 % is the most'],
    ['security-incidents', { value: '0.5' }, 'value', 'whole number'],
    ['practices-adopted', { value: '6' }, 'value', 'the range is 1 to 5'],
    ['practices-adopted', { value: '3.5' }, 'value', '1, 2, 3, 4 or 5'],
    ['retention', { value: '' }, 'value', 'Write the value.'],
    ['retention', {}, 'value', 'Write the value.'],
    ['retention', { value: '90', day: '2026-10-02' }, 'day', 'yet to come'],
    ['velocity-increase', { value: '30', baseline: 'many' }, 'baseline', 'a number alone'],
  ] as const)('refuses for %s %j', async (indicator, given, field, message) => {
    const { refusal } = await withProfile()
    expect(await refusal('metrics.save', { indicator, ...given })).toMatchObject({
      code: 'invalid-input',
      field,
      message: expect.stringContaining(message),
    })
  })

  it('refuses a figure in another unit, without a number, out of range or gone, and one for a rating', async () => {
    const { ask, refusal } = await withProfile()
    const figure = async (facts: object) =>
      (await ask('evidence.save', { figure: { metric: 'x', ...facts } })).evidence.id
    const why = async (facts: object, indicator = 'retention') =>
      (await refusal('metrics.save', { indicator, figure: await figure(facts) })).message
    expect(await why({ achieved: 90, unit: 'ms' })).toContain('in “ms”')
    expect(await why({ baseline: 90, unit: '%' })).toContain('no achieved number')
    expect(await why({ achieved: 120, unit: '%' })).toContain('the range is 0 % to 100 %')
    expect(await why({ achieved: 4, unit: 'score' }, 'practices-adopted')).toContain(
      'rated from 1 to 5',
    )
    const gone = '0199a0a0-0000-7000-8000-000000000001'
    expect(await refusal('metrics.save', { indicator: 'retention', figure: gone })).toMatchObject({
      field: 'figure',
    })
    expect(
      await refusal('metrics.save', { indicator: 'senior-leaders', value: '5' }),
    ).toMatchObject({
      code: 'not-found',
      message: 'L6 has no indicator “senior-leaders”.',
    })
  })
})
