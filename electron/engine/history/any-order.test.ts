import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallName } from '#contract/index.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'
import { transfersIn } from '../../../tests/support/transfer.ts'
import { databaseFile } from '../store/file.ts'

/** What is no content: the history itself, and what belongs to this computer rather than to the person. */
const apart = ['change', 'change_row', 'noun_version', 'timer_seen', 'story_version']

/** Every table that is content, found in the file itself: one that the journal does not know has to show. */
function contentOf(dataDir: string): unknown {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  const tables = file
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
       AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  const rows = tables
    .filter((name) => !apart.includes(name))
    .map((name) => [
      name,
      // In an order of their own: what a table is sorted by differs.
      file
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`)
        .all()
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ])
  file.close()
  return Object.fromEntries(rows)
}

/** What somebody does next. `which` picks among the sessions that there are at that moment. */
const step = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('log' as const) },
    {
      weight: 12,
      arbitrary: fc.constantFrom(
        'edit',
        'remove',
        'category',
        'move',
        'duplicate',
        'split',
        'merge',
        'restore',
        'empty',
        'profile',
        'level',
        'budget',
        'milestone',
        'timer',
        'import',
      ),
    },
    { weight: 6, arbitrary: fc.constantFrom('undo', 'redo') },
  ),
  which: fc.nat(9),
  minutes: fc.integer({ min: 1, max: 600 }),
  days: fc.integer({ min: 0, max: 40 }),
  note: fc.string({ unit: 'binary', maxLength: 6 }),
  count: fc.integer({ min: 1, max: 3 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function opened() {
  const { engine, ask, dataDir, time } = openEngine({ now: '2026-11-24T09:00:00Z' })
  await ask('profile.save', aProfile)
  const transfers = transfersIn(dataDir, { now: '2026-11-24T09:00:00Z' })
  let now = Date.parse('2026-11-24T09:00:00Z')
  const call = async (name: CallName, input: unknown) => {
    const result = await engine.callUntrusted(name, input)
    return result.ok && result.change !== undefined
  }
  const day = (days: number) => new Date(now - days * 86_400_000).toISOString().slice(0, 10)
  /** Does a step; whether it made a change that the history knows. */
  const act = async (given: Step): Promise<boolean> => {
    const { kind, which, minutes, days, note, count } = given
    now += 60_000
    time.set(new Date(now).toISOString())
    const listed = await ask('sessions.page', { offset: 0, limit: 100 })
    const trash = await ask('trash.list', { offset: 0, limit: 100 })
    const one = listed[which % Math.max(1, listed.length)]
    const other = listed[(which + 1) % Math.max(1, listed.length)]
    const trashed = trash.sessions[which % Math.max(1, trash.sessions.length)]?.session
    const typed = {
      category: which % 2 === 0 ? 'coding' : 'stories',
      duration: `${minutes}m`,
      note,
      counts: [{ kind: which % 2 === 0 ? 'coding-hard' : 'paper', n: count }],
      acceptOverlap: true,
    }
    switch (kind) {
      case 'log':
        return call('sessions.log', { ...typed, date: day(days), time: '08:00' })
      case 'edit':
        return call('sessions.edit', { ...typed, id: one?.id, date: day(days), time: '07:00' })
      case 'remove':
        return call('sessions.remove', { ids: [one?.id, other?.id] })
      case 'category':
        return call('sessions.change', { ids: listed.map(({ id }) => id), category: 'deep-dives' })
      case 'move':
        return call('sessions.change', { ids: [one?.id], moveByDays: -days })
      case 'duplicate':
        return call('sessions.duplicate', { id: one?.id, acceptOverlap: true })
      case 'split':
        return call('sessions.split', { id: one?.id, first: `${Math.ceil(minutes / 2)}m` })
      case 'merge':
        return call('sessions.merge', { ids: [one?.id, other?.id], category: 'coding' })
      case 'restore':
        return call('trash.restore', { ids: [trashed?.id] })
      case 'empty':
        return call('trash.empty', {})
      case 'profile':
        return call('profile.save', {
          ...aProfile,
          weeklyHours: minutes / 7,
          dayStartsAt: which % 7,
        })
      case 'level': {
        const mapping = [{ fromPlaybook: 'L6', from: 'coding', to: 'credibility' }]
        return call(
          'profile.switchLevel',
          which % 2 ? { level: 'L7', mapping } : { level: 'L6', mapping: [] },
        )
      }
      case 'budget':
        return call('plan.setBudget', { hours: [{ category: 'coding', hours: minutes / 3 }] })
      case 'milestone':
        return call('plan.setMilestone', { milestone: 'coding-problems', target: minutes })
      case 'timer':
        return (
          (await call('timer.start', { category: 'coding', note })) ||
          (await call('timer.stop', { acceptOverlap: true }))
        )
      case 'import': {
        const file = `Date,Hours,Category,Note\n${day(days)},${count},stories,row ${which}\n`
        const seen = await transfers.inspect(file)
        if (seen.kind !== 'csv') return false
        const done = await transfers.import(file, { mapping: seen.mapping }).catch(() => null)
        return done !== null && done.change !== null
      }
      case 'undo':
      case 'redo':
        return false
    }
  }
  return {
    engine,
    act,
    content: () => contentOf(dataDir),
    undo: async () => (await engine.call('history.undo', {})).ok,
    redo: async () => (await engine.call('history.redo', {})).ok,
  }
}

describe('the history, used in any order', () => {
  it('always holds exactly the content before and after each change, however often one goes back and forth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 18 }), async (steps) => {
        const { engine, act, content, undo, redo } = await opened()
        // The model: every content there was, and where in it we stand. A new change forgets what was taken back.
        let states = [content()]
        let at = 0
        for (const given of steps) {
          if (given.kind === 'undo') {
            if (at === 0) continue
            expect(await undo()).toBe(true)
            at -= 1
          } else if (given.kind === 'redo') {
            const canRedo = at < states.length - 1
            expect(await redo()).toBe(canRedo)
            if (canRedo) at += 1
          } else if (await act(given)) {
            states = [...states.slice(0, at + 1), content()]
            at += 1
          }
          expect(content()).toEqual(states[at])
        }
        while (at > 0) {
          expect(await undo()).toBe(true)
          at -= 1
          expect(content()).toEqual(states[at])
        }
        for (const state of states.slice(1)) {
          expect(await redo()).toBe(true)
          expect(content()).toEqual(state)
        }
        await engine.close()
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
