import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Noun } from '#contract/call.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

/** A timer that was started at 10:00 UTC and watched until 10:10; then silence. */
async function watched(profile: object = {}) {
  const setup = openEngine()
  await setup.ask('profile.save', { ...aProfile, ...profile })
  await setup.ask('timer.start', { category: 'coding', note: 'Graphs' })
  const at = (time: string) => setup.time.set(`2026-10-01T${time}Z`)
  for (const time of ['10:00:00', '10:05:00', '10:10:00']) {
    at(time)
    await setup.ask('timer.seen', {})
  }
  const timer = async () => (await setup.ask('timer.get', {})).timer
  return { ...setup, at, timer }
}

const stretch = (from: string, to: string) => ({
  from: `2026-10-01T${from}Z`,
  to: `2026-10-01T${to}Z`,
})

describe('time away', () => {
  it('is asked about once the last sign of life is older than the limit', async () => {
    const { at, timer } = await watched()
    at('10:15:00')
    expect(await timer()).toMatchObject({ away: null, lastSeenAt: '2026-10-01T10:10:00Z' })
    at('10:15:01')
    expect(await timer()).toMatchObject({
      away: { ...stretch('10:10:00', '10:15:01'), seconds: 301 },
    })
  })

  it('ends with the next sign of life, which tells of it and does not cover it up', async () => {
    const { at, ask, timer } = await watched()
    at('12:00:00')
    const away = { ...stretch('10:10:00', '12:00:00'), seconds: 6600 }
    expect(await ask('timer.seen', {})).toEqual({ away })
    at('12:04:00')
    expect(await ask('timer.seen', {})).toEqual({ away })
    expect(await timer()).toMatchObject({ away, lastSeenAt: '2026-10-01T12:04:00Z' })
  })

  it('follows the limit of the profile, and 0 asks never', async () => {
    const patient = await watched({ idleAfterMinutes: 60 })
    patient.at('11:10:00')
    expect((await patient.timer())?.away).toBeNull()
    patient.at('11:10:01')
    expect((await patient.timer())?.away).not.toBeNull()
    const never = await watched({ idleAfterMinutes: 0 })
    never.at('23:00:00')
    expect((await never.timer())?.away).toBeNull()
    expect((await never.ask('timer.stop', {})).session.durationS).toBe(13 * 3600)
  })

  it('is measured from when the person last touched the computer, where a shell knows', async () => {
    const { at, ask } = await watched()
    at('10:14:00')
    await ask('timer.seen', { idleS: 180 })
    at('10:16:00')
    expect(await ask('timer.seen', { idleS: 300 })).toEqual({ away: null })
    at('10:16:01')
    expect((await ask('timer.seen', { idleS: 301 })).away).toMatchObject(
      stretch('10:11:00', '10:16:01'),
    )
  })

  it('is not asked about where no window watched: a timer of the terminal', async () => {
    const { ask, time } = openEngine()
    await ask('profile.save', aProfile)
    await ask('timer.start', { category: 'coding' })
    time.set('2026-10-01T13:00:00Z')
    expect((await ask('timer.get', {})).timer?.away).toBeNull()
    expect((await ask('timer.stop', {})).session.durationS).toBe(10_800)
  })

  it('is never counted on the quiet: stop and switch want an answer', async () => {
    const { at, ask, refusal, timer } = await watched()
    at('11:00:00')
    const error = await refusal('timer.stop', {})
    expect(error).toMatchObject({ code: 'conflict', field: 'away' })
    expect(error.message).toContain('2026-10-01 12:10 to 13:00')
    expect((await refusal('timer.switch', { category: 'stories' })).field).toBe('away')
    expect((await timer())?.workedS).toBe(3600)
    const { session } = await ask('timer.stop', { away: 'subtract' })
    expect(session.durationS).toBe(600)
    await ask('history.undo', {})
    expect((await timer())?.away).not.toBeNull()
    expect((await ask('timer.stop', { away: 'keep' })).session.durationS).toBe(3600)
    await ask('history.undo', {})
    expect((await ask('timer.stop', { worked: '20m' })).session.durationS).toBe(1200)
  })

  it('answers for all of several at once when it is stopped', async () => {
    const { at, ask } = await watched()
    at('11:00:00')
    await ask('timer.seen', {})
    at('12:00:00')
    await ask('timer.seen', {})
    expect((await ask('timer.stop', { away: 'subtract' })).session.durationS).toBe(600)
  })
})

describe('the answer', () => {
  it('keep counts it and asks no more', async () => {
    const { at, ask } = await watched()
    at('11:00:00')
    const choice = { ...stretch('10:10:00', '11:00:00'), choice: 'keep' } as const
    const { timer, session } = await ask('timer.away', choice)
    expect(session).toBeNull()
    expect(timer).toMatchObject({ away: null, workedS: 3600, state: 'running' })
  })

  it('subtract takes it out', async () => {
    const { at, ask } = await watched()
    at('11:00:00')
    const choice = { ...stretch('10:10:00', '11:00:00'), choice: 'subtract' } as const
    expect((await ask('timer.away', choice)).timer).toMatchObject({ away: null, workedS: 600 })
    at('11:01:00')
    expect((await ask('timer.stop', { away: 'keep' })).session).toMatchObject({
      startedAt: '2026-10-01T10:00:00Z',
      durationS: 660,
    })
  })

  it('split logs what was before as a session and goes on after it, in one step to undo', async () => {
    const { at, ask, timer } = await watched()
    at('11:00:00')
    await ask('timer.seen', {})
    at('11:02:00')
    const choice = { ...stretch('10:10:00', '11:00:00'), choice: 'split' } as const
    const split = await ask('timer.away', choice)
    expect(split.session).toMatchObject({
      startedAt: '2026-10-01T10:00:00Z',
      durationS: 600,
      note: 'Graphs',
    })
    expect(split.timer).toMatchObject({
      state: 'running',
      category: 'coding',
      note: 'Graphs',
      startedAt: '2026-10-01T11:00:00Z',
      workedS: 120,
      away: null,
      lastSeenAt: '2026-10-01T11:00:00Z',
    })
    expect(await ask('history.undo', {})).toEqual({ label: 'Answer for time away' })
    expect(await timer()).toMatchObject({ startedAt: '2026-10-01T10:00:00Z', workedS: 3720 })
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
  })

  it('split leaves a timer that was paused since paused', async () => {
    const { at, ask } = await watched()
    at('11:00:00')
    await ask('timer.seen', {})
    at('11:04:00')
    await ask('timer.pause', {})
    at('11:30:00')
    const choice = { ...stretch('10:10:00', '11:00:00'), choice: 'split' } as const
    expect((await ask('timer.away', choice)).timer).toMatchObject({
      state: 'paused',
      workedS: 240,
      pausedS: 1560,
    })
  })

  it('split is refused where nothing was worked before, and changes nothing', async () => {
    const { at, refusal, timer } = await watched()
    at('11:00:00')
    const choice = { ...stretch('09:00:00', '10:30:00'), choice: 'split' } as const
    expect((await refusal('timer.away', choice)).code).toBe('conflict')
    expect(await timer()).toMatchObject({ startedAt: '2026-10-01T10:00:00Z', workedS: 3600 })
  })

  it('leaves out the future, and refuses time in which the timer did not run', async () => {
    const { at, ask, refusal } = await watched()
    at('11:00:00')
    await ask('timer.away', { ...stretch('10:50:00', '20:00:00'), choice: 'subtract' })
    at('11:10:00')
    expect((await ask('timer.get', {})).timer?.workedS).toBe(3600)
    for (const [from, to] of [
      ['08:00:00', '10:00:00'],
      ['11:10:00', '12:00:00'],
      ['10:40:00', '10:20:00'],
    ] as const)
      expect(await refusal('timer.away', { ...stretch(from, to), choice: 'keep' })).toMatchObject({
        code: 'invalid-input',
        field: 'from',
      })
  })
})

describe('a sign of life', () => {
  it('is no change: nobody is told, nothing can be undone, and at most one row is written', async () => {
    const { at, ask, engine, dataDir } = await watched()
    const other = openEngine({ dataDir })
    const told: (readonly Noun[])[] = []
    engine.onChange((nouns) => told.push(nouns))
    other.engine.onChange((nouns) => told.push(nouns))
    const before = await ask('history.list', {})
    at('10:12:00')
    const result = await engine.call('timer.seen', {})
    expect(result).not.toHaveProperty('change')
    await ask('timer.seen', {})
    // Longer than the other engine takes to look.
    await setTimeout(700)
    expect(told).toEqual([])
    await ask('timer.pause', {})
    await expect.poll(() => told.length).toBe(2)
    expect(told).toEqual([['timer'], ['timer']])
    expect((await ask('history.list', {})).slice(1)).toEqual(before)
  })

  it('is nothing where there is no timer, or where it is paused', async () => {
    const { at, ask, timer } = await watched()
    await ask('timer.pause', {})
    at('10:12:00')
    expect(await ask('timer.seen', {})).toEqual({ away: null })
    expect((await timer())?.lastSeenAt).toBe('2026-10-01T10:10:00Z')
    await ask('timer.discard', {})
    expect(await ask('timer.seen', {})).toEqual({ away: null })
  })

  it('is there again when the end of its timer is taken back, so that the gap is asked about', async () => {
    const { at, ask, timer } = await watched()
    await ask('timer.stop', {})
    await ask('timer.start', { category: 'stories' })
    await ask('timer.discard', {})
    at('11:00:00')
    for (let step = 0; step < 3; step += 1) await ask('history.undo', {})
    expect(await timer()).toMatchObject({
      category: 'coding',
      away: stretch('10:10:00', '11:00:00'),
    })
  })
})
