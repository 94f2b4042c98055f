import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallName } from '#contract/index.ts'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { databaseFile } from '../store/file.ts'
import { journaledTables } from './journal.ts'

/** Everything the user owns, as stored. */
function contentOf(dataDir: string): unknown {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  const tables = journaledTables.map((table) => [
    table,
    // In an order of their own: what a table is sorted by differs.
    file
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  ])
  file.close()
  return Object.fromEntries(tables)
}

describe('undo and redo', () => {
  it('takes back a deletion with everything that hung on it', async () => {
    const { ask } = openEngine()
    await ask('profile.save', aProfile)
    const { session } = await ask('sessions.log', {
      category: 'coding',
      duration: '1h',
      counts: [{ kind: 'coding-hard', n: 2 }],
      note: 'kept',
    })
    await ask('sessions.remove', { ids: [session.id] })
    expect(await ask('history.peek', {})).toMatchObject({ undo: { label: 'Delete session' } })
    await ask('history.undo', {})
    expect(await ask('sessions.get', { id: session.id })).toEqual(session)
    await ask('history.redo', {})
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
  })

  it('takes back the named change and leaves later ones', async () => {
    const { engine, ask } = openEngine()
    await ask('profile.save', aProfile)
    const first = await engine.call('sessions.log', {
      category: 'coding',
      duration: '1h',
      time: '08:00',
    })
    await ask('sessions.log', { category: 'stories', duration: '1h', time: '10:00' })
    if (!first.ok || first.change === undefined) throw new Error('no change id')
    await ask('history.undo', { change: first.change })
    const left = await ask('sessions.page', { offset: 0, limit: 10 })
    expect(left.map((row) => row.category)).toEqual(['stories'])
  })

  it('refuses to take back what a later change rests on, and changes nothing', async () => {
    const { engine, ask, refusal, dataDir } = openEngine()
    await ask('profile.save', aProfile)
    const first = await engine.call('sessions.log', { category: 'coding', duration: '1h' })
    if (!first.ok || first.change === undefined) throw new Error('no change id')
    await ask('sessions.edit', { id: first.value.session.id, category: 'coding', duration: '2h' })
    const before = contentOf(dataDir)
    expect((await refusal('history.undo', { change: first.change })).code).toBe('conflict')
    expect(contentOf(dataDir)).toEqual(before)
  })

  it('says when there is nothing to undo or redo', async () => {
    const { refusal, ask } = openEngine()
    expect((await refusal('history.undo', {})).code).toBe('nothing-to-undo')
    await ask('profile.save', aProfile)
    expect((await refusal('history.redo', {})).code).toBe('nothing-to-undo')
  })

  it('keeps no step for a call that changed nothing or was refused', async () => {
    const { ask, refusal } = openEngine()
    await ask('profile.save', aProfile)
    await ask('profile.save', aProfile)
    await refusal('sessions.log', { category: 'x', duration: '0' })
    await ask('history.undo', {})
    expect(await ask('history.peek', {})).toMatchObject({ undo: null })
  })

  it('survives a restart', async () => {
    const dataDir = temporaryFolder()
    const first = openEngine({ dataDir })
    await first.ask('profile.save', aProfile)
    await first.ask('sessions.log', { category: 'coding', duration: '1h' })
    await first.engine.close()
    const second = openEngine({ dataDir })
    expect(await second.ask('history.undo', {})).toEqual({ label: 'Log session' })
    expect((await second.ask('sessions.outline', {})).sessions).toBe(0)
  })

  it('any sequence of changes, undone, leaves what was there before; redone, what was there after', async () => {
    const step: fc.Arbitrary<Readonly<{ name: CallName; input: unknown }>> = fc.oneof(
      fc.record({
        name: fc.constant('sessions.log' as const),
        input: fc.record({
          category: fc.constantFrom('coding', 'stories', 'strategic-thinking'),
          duration: fc.integer({ min: 0, max: 1500 }).map(String),
          counts: fc.array(
            fc.record({ kind: fc.constant('paper'), n: fc.integer({ min: 1, max: 3 }) }),
            { maxLength: 2 },
          ),
          note: fc.string({ unit: 'binary', maxLength: 8 }),
          acceptOverlap: fc.constant(true),
        }),
      }),
      fc.record({
        name: fc.constant('profile.save' as const),
        input: fc
          .record({
            level: fc.constantFrom('L6', 'L7'),
            weeklyHours: fc.double({ min: 0.1, max: 100, noNaN: true }),
          })
          .map((changed) => ({ ...aProfile, ...changed })),
      }),
      fc.record({
        name: fc.constant('profile.switchLevel' as const),
        input: fc.constantFrom(
          { level: 'L7', mapping: [{ fromPlaybook: 'L6', from: 'coding', to: 'credibility' }] },
          { level: 'L6', mapping: [] },
        ),
      }),
      fc.record({
        name: fc.constant('plan.setBudget' as const),
        input: fc.constantFrom(
          { hours: [{ category: 'coding', hours: 12.34 }] },
          { hours: [{ category: 'credibility', hours: 1 / 3 }] },
          { hours: null },
        ),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { engine, dataDir, ask } = openEngine()
        await ask('profile.save', aProfile)
        const before = contentOf(dataDir)
        let changes = 0
        for (const { name, input } of steps) {
          const result = await engine.callUntrusted(name, input)
          if (result.ok && result.change !== undefined) changes += 1
        }
        const after = contentOf(dataDir)
        for (let left = changes; left > 0; left -= 1) await ask('history.undo', {})
        expect(contentOf(dataDir)).toEqual(before)
        for (let left = changes; left > 0; left -= 1) await ask('history.redo', {})
        expect(contentOf(dataDir)).toEqual(after)
        await engine.close()
      }),
      { numRuns: 30 },
    )
  })
})
