import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openEngine } from '../../../tests/support/engine.ts'
import { journaledTables } from '../history/journal.ts'
import { databaseFile } from '../store/file.ts'
import { aStory } from './story-under-test.ts'

/** Everything the user owns, as stored. */
function contentOf(dataDir: string): unknown {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  const rows = journaledTables.map((table) =>
    file
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  )
  file.close()
  return rows
}

const text = fc.string({ unit: 'binary', maxLength: 12 })
const patch = fc.record(
  {
    title: fc.string({ unit: 'binary', maxLength: 8 }),
    parts: fc.record({ situation: text, growth: text }, { requiredKeys: [] }),
    secondaryPrinciples: fc.uniqueArray(
      fc.constantFrom('ownership', 'dive-deep', 'think-big', 'frugality'),
    ),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    followUps: fc.array(fc.record({ question: text, answer: text }), { maxLength: 3 }),
    when: fc.constantFrom(null, { from: '2024-01', to: null }, { from: '2023-01', to: '2024-12' }),
    budgetUsd: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
    checklistItems: fc.subarray([{ playbook: 'L6', item: 'impact-1m' }]),
    level: fc.constantFrom(null, 'L6', 'L7'),
  },
  { requiredKeys: [] },
)
const kinds = ['result', 'later', 'remove', 'empty', 'restore', 'dismiss'] as const
const step = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('save' as const) },
    { weight: 5, arbitrary: fc.constantFrom(...kinds) },
  ),
  patch,
  editor: fc.constantFrom('a', 'a', 'b', undefined),
  which: fc.nat(1),
  seconds: fc.nat(400),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Two stories, and what is done to them. */
async function bank() {
  const { engine, ask, dataDir, time } = openEngine()
  const ids = [
    (await ask('stories.create', {})).story.id,
    (await ask('stories.create', { content: aStory })).story.id,
  ]
  const { evidence } = await ask('evidence.save', { figure: { metric: 'Latency' } })
  let now = Date.parse('2026-10-01T10:00:00Z')
  return {
    engine,
    ask,
    dataDir,
    async take({ kind, patch: changed, editor, which, seconds }: Step) {
      const id = ids[which] ?? ''
      const current = await engine.call('stories.get', { id })
      const basedOn = current.ok ? current.value.version : 1
      switch (kind) {
        case 'save':
          return engine.call('stories.save', {
            id,
            patch: changed,
            basedOn,
            ...(editor === undefined ? {} : { editor }),
          })
        case 'result':
          return engine.call('stories.save', {
            id,
            patch: { results: current.ok && current.value.results[0] ? [] : [evidence.id] },
            basedOn,
            editor: 'a',
          })
        case 'remove':
          return engine.call('stories.remove', { ids: [id] })
        case 'empty':
          return engine.call('trash.empty', {})
        case 'restore':
          return engine.call('stories.restoreVersion', { id, version: 1 })
        case 'dismiss':
          return engine.call('stories.dismiss', { id, rule: 'scope-below', reason: String(now) })
        case 'later':
          now += seconds * 1000
          time.set(new Date(now).toISOString())
          return undefined
      }
    },
  }
}

describe('undo of stories', () => {
  it('any saves, joined or not, with anything in between, are undone and redone exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const { engine, ask, dataDir, take } = await bank()
        const states = [contentOf(dataDir)]
        let latest: number | undefined
        for (const one of steps) {
          const result = await take(one)
          if (!result?.ok || result.change === undefined) continue
          // A save that joined the step before it replaces the state in which that left things.
          if (result.change === latest) states.pop()
          latest = result.change
          states.push(contentOf(dataDir))
        }
        for (const state of states.toReversed().slice(1)) {
          await ask('history.undo', {})
          expect(contentOf(dataDir)).toEqual(state)
        }
        for (const state of states.slice(1)) {
          await ask('history.redo', {})
          expect(contentOf(dataDir)).toEqual(state)
        }
        await engine.close()
        const file = new Sqlite(databaseFile(dataDir))
        // Fails when the index and the texts differ.
        file.exec(`INSERT INTO story_search (story_search, rank) VALUES ('integrity-check', 1)`)
        expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
        file.close()
      }),
      { numRuns: 20 },
    )
  })
})
