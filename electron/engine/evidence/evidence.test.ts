import { describe, expect, it } from 'vitest'
import { openEngine } from '../../../tests/support/engine.ts'

const latency = {
  metric: 'Checkout latency, 99th percentile',
  baseline: 850,
  target: 300,
  achieved: 285.5,
  unit: 'ms',
  period: 'Q4 2023',
  source: 'https://dashboards.example/checkout',
  note: 'After the second phase.',
  links: [
    { kind: 'checklist-item' as const, playbook: 'L6', item: 'monitoring' },
    { kind: 'indicator' as const, playbook: 'L6', item: 'performance-improvement' },
  ],
}

describe('the evidence ledger', () => {
  it('keeps a figure whole, and says where it is used', async () => {
    const { ask } = openEngine()
    const { evidence, conflicts } = await ask('evidence.save', { figure: latency })
    expect([evidence, conflicts]).toMatchObject([latency, []])
    const { story } = await ask('stories.create', {
      content: { title: 'Checkout', results: [evidence.id] },
    })
    expect(await ask('evidence.list', {})).toEqual([
      {
        ...evidence,
        usedBy: { stories: [{ id: story.id, title: 'Checkout' }], links: latency.links },
        deletedAt: null,
      },
    ])
  })

  it('changes what is given and keeps the rest; null takes a figure out', async () => {
    const { ask } = openEngine()
    const { evidence } = await ask('evidence.save', { figure: latency })
    const changed = await ask('evidence.save', {
      id: evidence.id,
      figure: { metric: latency.metric, target: null, unit: '' },
    })
    expect(changed.evidence).toMatchObject({ ...latency, target: null, unit: '' })
    await ask('history.undo', {})
    expect(await ask('evidence.list', {})).toMatchObject([latency])
  })

  it('that says the same again is no change', async () => {
    const { engine, ask, time } = openEngine()
    const { evidence } = await ask('evidence.save', { figure: latency })
    time.set('2026-10-02T10:00:00Z')
    const again = await engine.call('evidence.save', {
      id: evidence.id,
      figure: { ...latency, links: latency.links.toReversed() },
    })
    expect(again).toEqual({ ok: true, value: { evidence, conflicts: [] } })
  })

  it('warns of the same number with another period, and goes on warning until it is settled', async () => {
    const { ask, time } = openEngine()
    const revenue = { metric: 'Revenue', achieved: 50_000_000, unit: 'USD' }
    const one = await ask('evidence.save', { figure: { ...revenue, period: 'a year' } })
    time.set('2026-10-01T11:00:00Z')
    const two = await ask('evidence.save', { figure: { ...revenue, period: 'a quarter' } })
    expect(two.conflicts).toMatchObject([
      { ids: [one.evidence.id, two.evidence.id], differ: ['period'] },
    ])
    expect(await ask('evidence.conflicts', {})).toEqual(two.conflicts)
    await ask('evidence.remove', { ids: [one.evidence.id] })
    expect(await ask('evidence.conflicts', {})).toEqual([])
  })

  it('does not let go of a figure that a story uses, and names the story', async () => {
    const { ask, refusal } = openEngine()
    const { evidence } = await ask('evidence.save', { figure: latency })
    const { story } = await ask('stories.create', {
      content: { title: 'Checkout', results: [evidence.id] },
    })
    const error = await refusal('evidence.remove', { ids: [evidence.id] })
    expect(error).toMatchObject({ code: 'conflict', message: 'Used by “Checkout”.' })
    await ask('stories.save', { id: story.id, basedOn: 1, patch: { results: [] } })
    expect(await ask('evidence.remove', { ids: [evidence.id] })).toEqual({ removed: 1 })
    expect(await ask('evidence.list', {})).toEqual([])
    expect(await ask('evidence.list', { ids: [evidence.id] })).toMatchObject([
      { id: evidence.id, deletedAt: '2026-10-01T10:00:00Z' },
    ])
    await ask('trash.restore', { ids: [evidence.id] })
    expect(await ask('evidence.list', {})).toMatchObject([latency])
  })

  it.each([
    ['latency', 1],
    ['LATENCY q4', 1],
    ['second phase', 1],
    ['dashboards', 1],
    ['revenue', 0],
    ['', 1],
  ])('searched for %j finds %i', async (text, found) => {
    const { ask } = openEngine()
    await ask('evidence.save', { figure: latency })
    expect(await ask('evidence.list', { text })).toHaveLength(found)
  })

  it('refuses a link to nothing, and a figure without a metric or that is gone', async () => {
    const { refusal } = openEngine()
    const save = (figure: object, id?: string) =>
      refusal('evidence.save', { figure: { ...latency, ...figure }, ...(id ? { id } : {}) })
    const link = { kind: 'indicator' as const, playbook: 'L6', item: 'monitoring' }
    expect(await save({ links: [...latency.links, link] })).toMatchObject({
      field: 'figure.links.2',
      message: 'L6 has no indicator “monitoring”.',
    })
    expect(await save({ metric: '  ' })).toMatchObject({ field: 'figure.metric' })
    expect(await save({}, '0199a0a0-0000-7000-8000-000000000001')).toMatchObject({
      code: 'not-found',
    })
  })
})
