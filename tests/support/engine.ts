import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { CallError, Result } from '#contract/errors.ts'
import { contract, type CallName, type InputOf, type OutputOf } from '#contract/index.ts'
import type { Clock, Engine } from '#engine/api.ts'
import { createEngine } from '#engine/engine.ts'

/** The project's root: where `data/` and `resources/` stand. */
export const assetsDir = fileURLToPath(new URL('../..', import.meta.url))

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'loopready-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that stands still until it is set. */
export function settableClock(now: string, zone = 'Europe/Berlin') {
  let nowMs = Date.parse(now)
  let timeZone = zone
  const clock: Clock = { nowMs: () => nowMs, timeZone: () => timeZone }
  return {
    clock,
    set(instant: string, zoneName = timeZone) {
      nowMs = Date.parse(instant)
      timeZone = zoneName
    },
  }
}

/** A real engine on a real file in a folder of its own. */
export function openEngine({
  now = '2026-10-01T10:00:00Z',
  zone = 'Europe/Berlin',
  dataDir = temporaryFolder(),
} = {}) {
  const time = settableClock(now, zone)
  const engine = createEngine({
    dataDir,
    assetsDir,
    clock: time.clock,
    log: () => {},
    passphraseWork: 4,
  })
  onTestFinished(() => engine.close())
  return { engine, dataDir, time, ...asking(engine) }
}

/** Calls that fail the test unless they succeed (`ask`), or unless they are refused (`refusal`). */
export function asking(engine: Engine) {
  const answer = async <N extends CallName>(
    name: N,
    input: InputOf<N>,
  ): Promise<Result<OutputOf<N>>> => engine.call(name, input)
  return {
    async ask<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
      const result = await answer(name, input)
      if (!result.ok) throw new Error(`${name} was refused: ${JSON.stringify(result.error)}`)
      // What a handler answers is checked by its type alone, and SQL has none.
      contract[name].output.parse(result.value)
      return result.value
    },
    async refusal<N extends CallName>(name: N, input: InputOf<N>): Promise<CallError> {
      const result = await answer(name, input)
      if (result.ok) throw new Error(`${name} was not refused`)
      return result.error
    },
  }
}

export const aProfile = {
  name: 'Ada',
  level: 'L6',
  startDate: '2026-09-01',
  interviewDate: '2026-12-15',
  weeklyHours: 15,
} as const
