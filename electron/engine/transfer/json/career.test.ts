import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../../tests/support/engine.ts'
import { transfersIn } from '../../../../tests/support/transfer.ts'

function opened() {
  const setup = openEngine()
  const transfers = transfersIn(setup.dataDir)
  const exported = async () => new TextDecoder().decode(await transfers.exported('json'))
  return { ...setup, ...transfers, exported }
}

/** Something in every table of the career evidence, an own item in the trash among it. */
async function filled() {
  const setup = opened()
  const { ask, time } = setup
  await ask('profile.save', aProfile)
  const { session } = await ask('sessions.log', { category: 'coding', duration: '1h' })
  await ask('checklist.update', {
    item: 'monitoring',
    state: 'partial',
    confidence: 2,
    note: { date: '2026-09-12', text: 'line one\n“two” 以 😀 \u0000' },
    proofs: [
      { kind: 'session', session: session.id },
      { kind: 'link', text: 'https://example.org/review' },
    ],
  })
  time.set('2026-10-02T10:00:00Z')
  await ask('checklist.update', { item: 'monitoring', state: 'shown' })
  for (const text of ['I lead a guild.', 'I closed a data centre.']) {
    const { row } = await ask('checklist.addItem', { group: 'influence', text })
    if (text.includes('data centre')) await ask('checklist.removeItem', { item: row.item })
  }
  await ask('metrics.save', { indicator: 'velocity-increase', value: '1.25', baseline: '0.1' })
  await ask('metrics.save', {
    indicator: 'retention',
    value: '95',
    day: '2026-09-01',
    source: 'HR',
  })
  await ask('metrics.addProof', {
    indicator: 'practices-adopted',
    proof: { kind: 'text', text: 'Two teams' },
  })
  await ask('scope.save', {
    figures: [{ quantity: 'budget-usd', value: 1_234_567.89 }],
    rungs: [{ dimension: 'stakeholder-level', rung: 'director' }],
  })
  return setup
}

describe('career evidence in the JSON export', () => {
  it('comes back whole, in one step that undo takes back', async () => {
    const setup = await filled()
    const file = await setup.exported()
    const other = opened()
    const empty = await other.exported()
    await other.import(file)
    expect(await other.exported()).toBe(file)
    for (const name of ['checklist.get', 'metrics.get', 'scope.get'] as const)
      expect(await other.ask(name, {})).toEqual(await setup.ask(name, {}))
    await other.ask('history.undo', {})
    expect(await other.exported()).toBe(empty)
  })
})
