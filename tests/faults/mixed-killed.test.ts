import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { seededRandom } from '#domain/seeded-random.ts'
import { requireWhole } from '#engine/backups/check.ts'
import { backupsIn } from '#engine/backups/folder.ts'
import { databaseFile } from '#engine/store/file.ts'
import { aProfile, openEngine, temporaryFolder } from '../support/engine.ts'
import type { Acknowledged } from './mixed-load.ts'

/** How often the process is killed; the nightly run asks for 500. */
const cycles = Number(process.env['LOOPREADY_FAULT_CYCLES'] ?? 25)
const script = fileURLToPath(new URL('mixed-child.ts', import.meta.url))

type Kind = Acknowledged['kind']
const allKinds: readonly Kind[] = [
  'session',
  'story',
  'timer',
  'import-begun',
  'import',
  'backup-begun',
  'backup',
]

function unheard(kinds: readonly Kind[], said: readonly Acknowledged[]): readonly Kind[] {
  return kinds.filter((kind) => !said.some((one) => one.kind === kind))
}

/**
 * A process that writes in every way there is, killed so many ms after all of `kinds` were acknowledged: what it heard
 * acknowledged.
 */
async function writingUntilKilled(
  dataDir: string,
  seed: number,
  ms: number,
  kinds: readonly Kind[],
) {
  const child = spawn(process.execPath, [script, dataDir, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: Acknowledged[] = []
  // Every line is written by the child's own `say`.
  createInterface({ input: child.stdout }).on('line', (line) =>
    said.push(JSON.parse(line) as Acknowledged),
  )
  await expect.poll(() => said.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0)
  await expect.poll(() => unheard(kinds, said), { timeout: 20_000, interval: 5 }).toEqual([])
  await setTimeout(ms)
  const end = once(child, 'close')
  child.kill('SIGKILL')
  await end
  return said
}

function lastOf<K extends Kind>(said: readonly Acknowledged[], kind: K) {
  return said.findLast((one): one is Extract<Acknowledged, { kind: K }> => one.kind === kind)
}

/** Everything that was acknowledged is there, and every import is there as a whole or not at all. */
function expectAllThere(
  dataDir: string,
  said: readonly Acknowledged[],
  latest: readonly Acknowledged[],
) {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  try {
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(file.pragma('foreign_key_check')).toEqual([])
    const sessions = new Set(file.prepare<[], string>('SELECT id FROM session').pluck().all())
    const rowsOf = file
      .prepare<[string], number>("SELECT count(*) FROM session WHERE note LIKE ? || ' row %'")
      .pluck()
    for (const one of said) {
      if (one.kind === 'session') expect(sessions.has(one.id)).toBe(true)
      if (one.kind === 'import')
        expect([one.name, rowsOf.get(one.name)]).toEqual([one.name, one.rows])
      if (one.kind === 'import-begun')
        expect([one.name, rowsOf.get(one.name)]).toEqual([one.name, expect.toBeOneOf([0, 40])])
    }
    const typed = lastOf(latest, 'story')
    if (typed) {
      const text = file
        .prepare<[string], string>(
          `SELECT text FROM story_text WHERE story_id = ? AND field = 'parts.action'`,
        )
        .pluck()
        .get(typed.id)
      const number = (of: string | undefined) => Number(of?.split(' ')[1])
      // The one in flight may be there as well.
      expect(number(text) - number(typed.text)).toBeOneOf([0, 1])
    }
  } finally {
    file.close()
  }
}

/** What was acknowledged as a backup is there, and what has the name of one is whole. `known` were looked at before. */
function expectGoodBackups(
  dataDir: string,
  latest: readonly Acknowledged[],
  known: Set<string>,
): void {
  const folder = path.join(dataDir, 'backups')
  const there = backupsIn(folder).map(({ id }) => id)
  for (const one of latest) if (one.kind === 'backup') expect(there).toContain(one.id)
  for (const id of there) if (!known.has(id)) requireWhole(path.join(folder, id))
  for (const id of there) known.add(id)
}

/** What the timer says after so many steps: it is started, paused and discarded, over and over. */
const timerStates = ['none', 'running', 'paused'] as const

/** How many steps of the timer are in the file. */
function timerSteps(dataDir: string): number {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  try {
    return file.prepare<[], number>('SELECT count(*) FROM timer_event').pluck().get() ?? 0
  } finally {
    file.close()
  }
}

describe('a process that is killed while it writes in every way there is', () => {
  it(
    `leaves all that was acknowledged and nothing by half, ${cycles} times`,
    { timeout: cycles * 8000 },
    async () => {
      const dataDir = temporaryFolder()
      const before = openEngine({ dataDir })
      await before.ask('profile.save', aProfile)
      await before.engine.close()
      const random = seededRandom(20_261_124)
      const said: Acknowledged[] = []
      const backups = new Set<string>()
      let steps = 0
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        // The last one is killed only once an import and a backup are through: they are to be there as well.
        const awaited = cycle === cycles - 1 ? (['import', 'backup'] as const) : []
        const latest = await writingUntilKilled(dataDir, cycle, random() * 250, awaited)
        said.push(...latest)
        expectAllThere(dataDir, said, latest)
        expectGoodBackups(dataDir, latest, backups)
        // Every step of the timer that was acknowledged is there, and at most the one in flight more.
        const acknowledged = steps + latest.filter(({ kind }) => kind === 'timer').length
        const told = lastOf(latest, 'timer')
        if (told) expect(told.state).toBe(timerStates[acknowledged % timerStates.length])
        steps = timerSteps(dataDir)
        expect(steps - acknowledged).toBeOneOf([0, 1])
        // The app opens as ever, and the timer says what it was told.
        const { ask, engine } = openEngine({ dataDir, now: new Date().toISOString() })
        expect((await ask('backups.list', {})).recovery).toBeNull()
        const { timer } = await ask('timer.get', {})
        expect(timer?.state ?? 'none').toBe(timerStates[steps % timerStates.length])
        await engine.close()
      }
      expect(unheard(allKinds, said)).toEqual([])
    },
  )
})
