import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallName, InputOf } from '#contract/index.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'
import { databaseFile } from '../store/file.ts'

// Named here, and not taken from the journal: a table that is missing there has to show.
const tablesOfATimer = ['timer', 'timer_event', 'session', 'session_count', 'profile']

/** Everything that a timer can touch, as stored. */
function contentOf(dataDir: string): unknown {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  const tables = tablesOfATimer.map((table) => [
    table,
    file.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all(),
  ])
  file.close()
  return Object.fromEntries(tables)
}

type Step = Readonly<{ [N in CallName]: { name: N; input: InputOf<N> } }[CallName]>

const category = fc.constantFrom('coding', 'stories', 'strategic-thinking')
const oneOf = <N extends CallName>(name: N, input: fc.Arbitrary<InputOf<N>>) =>
  input.map((value) => ({ name, input: value }) as Step)

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: oneOf('timer.start', fc.record({ category })) },
  oneOf('timer.pause', fc.constant({})),
  oneOf('timer.resume', fc.constant({})),
  oneOf('timer.change', fc.record({ category, note: fc.string({ maxLength: 4 }) })),
  oneOf(
    'timer.switch',
    fc.record({ category, away: fc.constant('keep'), acceptOverlap: fc.constant(true) }),
  ),
  oneOf(
    'timer.stop',
    fc.record({ away: fc.constantFrom('keep', 'subtract'), acceptOverlap: fc.constant(true) }),
  ),
  oneOf('timer.discard', fc.constant({})),
  oneOf('timer.seen', fc.constant({})),
  oneOf(
    'timer.away',
    fc.record({
      from: fc.constantFrom('2026-10-01T10:05:00Z', '2026-10-01T10:20:00Z'),
      to: fc.constantFrom('2026-10-01T10:30:00Z', '2026-10-01T11:00:00Z'),
      choice: fc.constantFrom('keep', 'subtract', 'split'),
      acceptOverlap: fc.constant(true),
    }),
  ),
  oneOf(
    'profile.switchLevel',
    fc.constantFrom({ level: 'L7', mapping: [] }, { level: 'L6', mapping: [] }),
  ),
)

describe('taking back what a timer did', () => {
  it('leaves exactly what was there before each step, whatever the order; made again, what was after', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyStep, fc.integer({ min: 0, max: 900 })), { maxLength: 14 }),
        async (steps) => {
          const { engine, ask, dataDir, time } = openEngine()
          await ask('profile.save', aProfile)
          const before: unknown[] = []
          let now = Date.parse('2026-10-01T10:00:00Z')
          for (const [{ name, input }, seconds] of steps) {
            now += seconds * 1000
            time.set(new Date(now).toISOString())
            const content = contentOf(dataDir)
            const result = await engine.callUntrusted(name, input)
            if (result.ok && result.change !== undefined) before.push(content)
            else expect(contentOf(dataDir)).toEqual(content)
          }
          const after = contentOf(dataDir)
          for (const content of before.toReversed()) {
            await ask('history.undo', {})
            expect(contentOf(dataDir)).toEqual(content)
          }
          for (const content of [...before.slice(1), after]) {
            if (before.length === 0) break
            await ask('history.redo', {})
            expect(contentOf(dataDir)).toEqual(content)
          }
          await engine.close()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('brings a discarded timer back with its start: the time in between was worked', async () => {
    const { ask, time } = openEngine()
    await ask('profile.save', aProfile)
    const { timer } = await ask('timer.start', { category: 'coding' })
    time.set('2026-10-01T10:10:00Z')
    await ask('timer.discard', {})
    time.set('2026-10-01T10:15:00Z')
    expect(await ask('history.undo', {})).toEqual({ label: 'Discard timer' })
    expect((await ask('timer.get', {})).timer).toEqual({ ...timer, workedS: 900 })
  })

  it('is refused where a later event rests on it, and where another timer has its place', async () => {
    const { engine, ask, refusal, time } = openEngine()
    await ask('profile.save', aProfile)
    const change = async (name: CallName, input: object) => {
      const result = await engine.callUntrusted(name, input)
      if (!result.ok || result.change === undefined) throw new Error(`${name} made no change`)
      return result.change
    }
    const started = await change('timer.start', { category: 'coding' })
    time.set('2026-10-01T10:10:00Z')
    const paused = await change('timer.pause', {})
    const resumed = await change('timer.resume', {})
    for (const earlier of [started, paused])
      expect((await refusal('history.undo', { change: earlier })).code).toBe('conflict')
    const stopped = await change('timer.stop', {})
    expect((await refusal('history.undo', { change: resumed })).code).toBe('conflict')
    await ask('timer.start', { category: 'stories' })
    expect((await refusal('history.undo', { change: stopped })).code).toBe('conflict')
    expect((await ask('timer.get', {})).timer?.category).toBe('stories')
    expect((await ask('sessions.outline', {})).sessions).toBe(1)
    await ask('timer.discard', {})
    expect(await ask('history.undo', { change: stopped })).toEqual({ label: 'Stop timer' })
    expect((await ask('timer.get', {})).timer).toMatchObject({ category: 'coding', workedS: 600 })
  })
})
