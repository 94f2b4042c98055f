import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Result } from '#contract/errors.ts'
import type { TimerView } from '#contract/timer.ts'
import { databaseFile } from '#engine/store/file.ts'
import { aProfile, openEngine, temporaryFolder } from '../support/engine.ts'

const script = fileURLToPath(new URL('timer-child.ts', import.meta.url))

/** A process on the data folder; `lines` grows as it speaks. */
function started(dataDir: string, job: 'race' | 'toggle' | 'wait') {
  const child = spawn(process.execPath, [script, dataDir, job], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: unknown[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)))
  const heard = async (n: number) => {
    await expect.poll(() => lines.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(n)
  }
  return {
    child,
    lines: lines as readonly Result<TimerView>[],
    heard,
    async kill() {
      const end = once(child, 'close')
      child.kill('SIGKILL')
      await end
    },
  }
}

async function withProfile() {
  const dataDir = temporaryFolder()
  const { engine, ask } = openEngine({ dataDir })
  await ask('profile.save', aProfile)
  await engine.close()
  return dataDir
}

function valueOf(result: Result<TimerView> | undefined) {
  if (!result?.ok || !result.value.timer) throw new Error(`no timer: ${JSON.stringify(result)}`)
  return result.value.timer
}

describe('a process that is killed while its timer runs', () => {
  it('leaves the timer with its start: on opening again, the time has gone on', async () => {
    const dataDir = await withProfile()
    const { lines, heard, kill } = started(dataDir, 'wait')
    await heard(1)
    await kill()
    const timer = valueOf(lines[0])
    const hourLater = new Date(Date.parse(timer.startedAt) + 3_600_000).toISOString()
    const { ask } = openEngine({ dataDir, now: hourLater })
    const { session } = await ask('timer.stop', {})
    expect(session).toMatchObject({
      startedAt: timer.startedAt,
      durationS: 3600,
      category: 'coding',
      note: 'Graphs',
    })
  })

  it.each([5, 40, 90, 150])(
    'leaves every pause that was acknowledged, and at most the one in flight more (after %i ms)',
    async (ms) => {
      const dataDir = await withProfile()
      const { lines, heard, kill } = started(dataDir, 'toggle')
      await heard(3)
      await setTimeout(ms)
      await kill()
      const file = new Sqlite(databaseFile(dataDir))
      expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
      const kinds = file.prepare('SELECT kind FROM timer_event ORDER BY seq').pluck().all()
      file.close()
      const acknowledged = lines.length
      expect([acknowledged, acknowledged + 1]).toContain(kinds.length)
      expect(kinds).toEqual(
        kinds.map((_, index) => (index === 0 ? 'start' : index % 2 === 1 ? 'pause' : 'resume')),
      )
      const { ask } = openEngine({ dataDir, now: new Date().toISOString() })
      const { timer } = await ask('timer.get', {})
      expect(timer).toMatchObject({
        startedAt: valueOf(lines[0]).startedAt,
        state: kinds.length % 2 === 1 ? 'running' : 'paused',
      })
    },
  )
})

describe('two processes on one file', () => {
  it('start a timer at once: one does, the other is told of it', async () => {
    const dataDir = await withProfile()
    const both = [started(dataDir, 'race'), started(dataDir, 'race')]
    await Promise.all(both.map(({ heard }) => heard(1)))
    for (const { child } of both) child.stdin.end('go\n')
    await Promise.all(both.map(({ heard }) => heard(2)))
    const answers = both.map(({ lines }) => lines[1])
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(1)
    expect(answers.filter((answer) => answer && !answer.ok)).toMatchObject([
      { error: { code: 'conflict', message: expect.stringContaining('coding, running') } },
    ])
    const { ask } = openEngine({ dataDir })
    expect((await ask('history.list', {})).map(({ label }) => label)).toEqual([
      'Start timer',
      'Change profile',
    ])
  })

  it('show and control the same timer', async () => {
    const dataDir = await withProfile()
    const [one, two] = [openEngine({ dataDir }), openEngine({ dataDir })]
    const told: unknown[] = []
    two.engine.onChange((nouns) => told.push(nouns))
    await one.ask('timer.start', { category: 'coding' })
    await expect.poll(() => told, { timeout: 3000 }).toEqual([['timer']])
    const later = '2026-10-01T10:20:00Z'
    one.time.set(later)
    two.time.set(later)
    expect(await two.ask('timer.pause', {})).toEqual(await one.ask('timer.get', {}))
    expect((await one.refusal('timer.pause', {})).code).toBe('conflict')
    await two.ask('timer.stop', {})
    expect((await one.refusal('timer.stop', {})).code).toBe('not-found')
    expect((await one.ask('sessions.outline', {})).seconds).toBe(1200)
  })
})
