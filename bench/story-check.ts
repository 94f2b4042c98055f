import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Result } from '#contract/errors.ts'
import type { Clock } from '#engine/api.ts'
import { createEngine } from '#engine/engine.ts'
import { databaseFile } from '#engine/store/file.ts'
import { openDatabase } from '#engine/store/open.ts'
import { readable } from '#engine/store/database.ts'
import { readEvidence } from '#engine/evidence/store.ts'
import { readStories } from '#engine/stories/store.ts'
import Sqlite from 'better-sqlite3'

/**
 * What the level check of 500 stories and the coverage matrix cost, beside the time that it takes to read the same rows
 * in the same round, as stories and figures and as bare rows: medians of 20 rounds. Nothing is kept from one call to the
 * next but the tree of words. The ratio is the figure to compare between machines.
 *
 *     node bench/story-check.ts [stories]
 */
const total = Number(process.argv[2] ?? 500)
const dataDir = mkdtempSync(path.join(tmpdir(), 'loopready-bench-'))
const clock: Clock = { nowMs: () => Date.parse('2026-10-01T10:00:00Z'), timeZone: () => 'UTC' }
const assetsDir = fileURLToPath(new URL('..', import.meta.url))
const engine = createEngine({ dataDir, assetsDir, clock, log: () => {} })
type Round = Readonly<Record<string, number>>
const words =
  `the customers waited and we lost orders I found that our service asked the database twice and I weighed a
cache against another schema which two teams resisted at first because they feared an outage then I showed the traces
and we agreed on a trial in March it went down from 850 to 285 ms`.split(/\s+/)
const principles = ['ownership', 'dive-deep', 'frugality', 'think-big', 'earn-trust']
await fill()

const connection = openDatabase(dataDir)
const bare = new Sqlite(databaseFile(dataDir), { readonly: true })
const tables = [
  'story',
  'story_text',
  'story_principle',
  'story_result',
  'story_checklist_item',
  'story_dismissal',
  'evidence',
]
const statements = tables.map((table) => bare.prepare(`SELECT * FROM ${table}`))
const works: Readonly<Record<string, () => unknown>> = {
  'bare rows': () => statements.map((each) => each.all()),
  'read as stories': () => [readStories(readable(connection)), readEvidence(readable(connection))],
  'stories.checkAll': () => answered(engine.call('stories.checkAll', {})),
  'coverage.get': () => answered(engine.call('coverage.get', {})),
  'loop.simulate': () => answered(engine.call('loop.simulate', {})),
}
const rounds = await measured()
console.log(`${total} stories; ${rounds.length} rounds`)
const figures: readonly (readonly [string, (round: Round) => number])[] = [
  ...Object.keys(works).map((name) => [name, (round: Round) => round[name] ?? 0] as const),
  ['check and matrix', (round) => (round['stories.checkAll'] ?? 0) + (round['coverage.get'] ?? 0)],
]
for (const [name, of] of figures) {
  const [middle, fastest] = [median(rounds.map(of)), Math.min(...rounds.map(of))]
  const beside = (other: string) =>
    `${median(rounds.map((round) => of(round) / (round[other] ?? 1))).toFixed(2)} x ${other}`
  console.log(
    `${name.padEnd(18)}median ${middle.toFixed(1).padStart(6)} ms, fastest ${fastest.toFixed(1).padStart(6)} ms   ${beside('read as stories')}   ${beside('bare rows')}`,
  )
}

bare.close()
connection.close()
await engine.close()
rmSync(dataDir, { recursive: true })

/** Stories of about 700 words in six parts and two tellings, each with a figure of its own. */
async function fill() {
  const text = (n: number, from: number) =>
    Array.from({ length: n }, (_, at) => words[(from + at * 7) % words.length]).join(' ')
  for (let index = 0; index < total; index += 1) {
    const figure = { metric: `Latency ${index}`, baseline: 850, achieved: 285, unit: 'ms' }
    const saved = await engine.call('evidence.save', { figure })
    if (!saved.ok) throw new Error(saved.error.message)
    const parts = {
      situation: text(105, index),
      task: text(70, index + 1),
      action: text(350, index + 2),
      result: text(105, index + 3),
      reflection: text(35, index + 4),
      growth: text(35, index + 5),
    }
    await engine.call('stories.create', {
      content: {
        title: `Story ${index}`,
        level: index % 2 === 0 ? 'L6' : 'L7',
        parts,
        formats: { '30s': text(70, index), '2min': text(280, index) },
        primaryPrinciple: principles[index % 5] ?? null,
        secondaryPrinciples: [principles[(index + 1) % 5] ?? '', principles[(index + 2) % 5] ?? ''],
        when: { from: '2024-01', to: '2024-09' },
        peopleLed: index % 120,
        teams: index % 6,
        durationMonths: index % 40,
        budgetUsd: index * 10_000,
        highestStakeholder: 'director',
        results: [saved.value.evidence.id],
      },
    })
  }
}

/** A refusal would be fast, and prove nothing. */
async function answered(answer: Promise<Result<unknown>>): Promise<void> {
  const result = await answer
  if (!result.ok) throw new Error(result.error.message)
}

/**
 * What each work took in each round, in milliseconds. All of them in every round, so that other work on the machine
 * slows them alike; a ratio is taken within a round.
 */
async function measured(): Promise<Round[]> {
  const all: Round[] = []
  for (let round = 0; round < 25; round += 1) {
    const times: Record<string, number> = {}
    for (const [name, work] of Object.entries(works)) {
      const started = performance.now()
      await work()
      times[name] = performance.now() - started
    }
    // The first ones warm up.
    if (round >= 5) all.push(times)
  }
  return all
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
