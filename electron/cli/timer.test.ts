import { describe, expect, it } from 'vitest'
import { timerCalls } from '#contract/timer.ts'
import { openEngine } from '../../tests/support/engine.ts'
import { expectRefusal, run, started } from './terminal-under-test.ts'

/** A data folder with a profile, and the program on it at a time of 2026-11-24 UTC (Berlin: an hour later). */
async function opened() {
  const { dataDir, sessions, status } = await started()
  const at = (time: string, ...args: string[]) =>
    run(['--data-dir', dataDir, ...args], { LOOPREADY_NOW: `2026-11-24T${time}Z` })
  const fine = async (time: string, ...args: string[]) => {
    const ended = await at(time, ...args)
    expect(ended).toMatchObject({ code: 0, err: '' })
    return ended.out
  }
  return { dataDir, sessions, status, at, fine }
}

describe('the timer in the terminal', () => {
  it('starts, pauses, resumes and stops, and says where it stands', async () => {
    const { fine, sessions } = await opened()
    expect(await fine('08:00:00', 'start', 'Coding', '--note', 'Graphs')).toBe(
      'coding, running: 0m worked, started on 2026-11-24 at 09:00.\nGraphs\n',
    )
    expect(await fine('08:10:00', 'pause')).toContain('coding, paused: 10m worked')
    expect(await fine('08:30:00', 'timer')).toContain('coding, paused: 10m worked')
    expect(await fine('09:00:00', 'resume')).toContain('coding, running: 10m worked')
    expect(await fine('09:05:00', 'stop', '--count', 'hard=1')).toBe(
      'Logged 15m of coding on 2026-11-24 at 09:00. coding: 0.3 h of 85.0 h.\n',
    )
    expect(await sessions()).toMatchObject([
      { note: 'Graphs', durationS: 900, counts: [{ kind: 'coding-hard', n: 1 }] },
    ])
    expect(await fine('09:05:00', 'timer')).toBe(
      'There is no timer. Start one with: loopready start <category>\n',
    )
  })

  it('prints for programs what the engine answers', async () => {
    const { fine } = await opened()
    const json = async (time: string, ...args: string[]) =>
      JSON.parse(await fine(time, ...args, '--json')) as unknown
    const view = (text: unknown) => timerCalls['timer.get'].output.parse(text)
    expect(await json('08:00:00', 'timer')).toEqual({ now: '2026-11-24T08:00:00Z', timer: null })
    const begun = view(await json('08:00:00', 'start', 'coding', '--focus', '25/5'))
    expect(begun.timer).toMatchObject({ focus: { workMinutes: 25, breakMinutes: 5 } })
    expect(view(await json('08:01:00', 'pause')).timer?.state).toBe('paused')
    expect(view(await json('08:02:00', 'resume')).timer?.state).toBe('running')
    const switched = timerCalls['timer.switch'].output.parse(
      await json('08:03:00', 'switch', 'stories'),
    )
    expect(switched).toMatchObject({ session: { durationS: 120 }, timer: { category: 'stories' } })
    const ended = timerCalls['timer.stop'].output.parse(await json('08:04:00', 'stop'))
    expect(ended.session.durationS).toBe(60)
    await json('08:05:00', 'start', 'coding', '--focus', 'off')
    expect(view(await json('08:06:00', 'discard')).timer).toBeNull()
  })

  it('takes back a switch in one step, and a discarded timer with its start', async () => {
    const { fine, sessions } = await opened()
    await fine('08:00:00', 'start', 'coding')
    expect(await fine('08:10:00', 'switch', 'stories')).toContain(
      'Logged 10m of coding on 2026-11-24 at 09:00.',
    )
    expect(await fine('08:20:00', 'undo')).toBe('Undone: Switch timer.\n')
    expect(await sessions()).toEqual([])
    expect(await fine('08:20:00', 'discard')).toBe('Discarded the timer; nothing was logged.\n')
    expect(await fine('08:30:00', 'undo')).toBe('Undone: Discard timer.\n')
    expect(await fine('08:30:00', 'timer')).toContain('coding, running: 30m worked')
  })

  it('shows focus intervals', async () => {
    const { fine } = await opened()
    await fine('08:00:00', 'start', 'coding', '--focus', '25/5')
    expect(await fine('08:30:00', 'timer')).toContain(
      'Focus: 20m left of this interval, 1 interval finished.',
    )
    await fine('08:31:00', 'pause')
    expect(await fine('08:33:00', 'timer')).toContain('Focus: 3m left of this break, 1 interval')
  })

  it('wants an answer for time in which a window saw nobody', async () => {
    const { dataDir, fine, at } = await opened()
    await fine('08:00:00', 'start', 'coding')
    const { engine, ask } = openEngine({ dataDir, now: '2026-11-24T08:10:00Z' })
    await ask('timer.seen', {})
    await engine.close()
    expect(await fine('09:00:00', 'timer')).toContain(
      'Nobody was seen from 2026-11-24 09:10 to 2026-11-24 10:00 (50m).',
    )
    expectRefusal(await at('09:00:00', 'stop'), '--away', '2026-11-24 09:10 to 10:00', 'subtract')
    expectRefusal(await at('09:00:00', 'stop', '--away', 'maybe'), '--away', 'keep or subtract')
    expect(await fine('09:00:00', 'stop', '--away', 'subtract')).toContain('Logged 10m of coding')
  })

  it('logs an overlap with a warning, or refuses it where that is asked for', async () => {
    const { fine, at } = await opened()
    await fine('08:00:00', 'start', 'coding')
    await fine('09:00:00', 'log', '10m', 'stories', '--time', '09:30')
    const refused = await at('09:00:00', 'stop', '--no-overlap')
    expectRefusal(refused, 'overlaps', '09:30', '--no-overlap')
    expect(refused.err).not.toContain('--time')
    const ended = await at('09:00:00', 'stop')
    expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('Logged 1h of coding') })
    expect(ended.err).toContain('warning: this overlaps 10m of stories')
  })

  it('stops a timer that was forgotten with what was really worked', async () => {
    const { dataDir, fine } = await opened()
    await fine('08:00:00', 'start', 'coding')
    const threeDaysOn = { LOOPREADY_NOW: '2026-11-27T08:00:00Z' }
    const stop = ['stop', '--data-dir', dataDir]
    expectRefusal(await run(stop, threeDaysOn), '72h', '24 h at most', 'how long you really worked')
    const ended = await run([...stop, '--worked', '2h'], threeDaysOn)
    expect(ended.out).toContain('Logged 2h of coding on 2026-11-24 at 09:00.')
  })

  it('says in one line what cannot be done', async () => {
    expect.hasAssertions()
    const { fine, at } = await opened()
    for (const verb of ['stop', 'pause', 'resume', 'discard'])
      expectRefusal(await at('08:00:00', verb), 'There is no timer', 'Start one first')
    expectRefusal(await at('08:00:00', 'start', 'codng'), 'codng', 'Did you mean "coding"?')
    expectRefusal(await at('08:00:00', 'start', 'Co ding'), 'no category "co ding"')
    expectRefusal(await at('08:00:00', 'start', 'coding', '--focus', 'often'), '--focus', '25/5')
    expectRefusal(await at('08:00:00', 'start', 'coding', '--focus', '999'), '--focus', '240')
    await fine('08:00:00', 'start', 'coding')
    expectRefusal(await at('08:01:00', 'start', 'stories'), 'already: coding', 'discard')
    expectRefusal(await at('08:01:00', 'switch', 'storys'), 'Did you mean "stories"?')
    expectRefusal(await at('08:00:00', 'stop'), 'less than a second')
    expectRefusal(await at('08:10:00', 'stop', '--worked', '1h'), '--worked', 'only 10m')
    expectRefusal(await at('08:10:00', 'stop', '--count', 'hard'), 'kind=number')
  })
})
