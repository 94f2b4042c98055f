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
 * What the level check of 500 stories and the coverage matrix cost: medians of 20, beside the time that it takes to
 * read the same rows in the same run, as stories and figures and as bare rows. The ratio is the figure to compare
 * between machines.
 *
 *     node bench/story-check.ts [stories]
 */
const total = Number(process.argv[2] ?? 500)
const dataDir = mkdtempSync(path.join(tmpdir(), 'loopready-bench-'))
const clock: Clock = { nowMs: () => Date.parse('2026-10-01T10:00:00Z'), timeZone: () => 'UTC' }
const assetsDir = fileURLToPath(new URL('..', import.meta.url))
const engine = createEngine({ dataDir, assetsDir, clock, log: () => {} })
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
const bareRows = await median(() => statements.map((each) => each.all()))
const read = await median(() => [
  readStories(readable(connection)),
  readEvidence(readable(connection)),
])
const checkAll = await median(() => answered(engine.call('stories.checkAll', {})))
const matrix = await median(() => answered(engine.call('coverage.get', {})))
const loop = await median(() => answered(engine.call('loop.simulate', {})))
const both = checkAll + matrix
console.log(
  `${total} stories; bare rows: ${bareRows.toFixed(1)} ms; read as stories: ${read.toFixed(1)} ms`,
)
const rows: [string, number][] = [
  ['stories.checkAll', checkAll],
  ['coverage.get', matrix],
  ['both', both],
  ['loop.simulate', loop],
]
for (const [name, ms] of rows)
  console.log(
    `${name.padEnd(20)}${ms.toFixed(1).padStart(8)} ms   ${(ms / read).toFixed(2)} x read   ${(ms / bareRows).toFixed(2)} x bare rows`,
  )

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

async function median(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 20; run += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.toSorted((a, b) => a - b)[10] ?? 0
}
