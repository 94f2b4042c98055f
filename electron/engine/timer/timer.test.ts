import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

async function opened(options: Parameters<typeof openEngine>[0] = {}, profile: object = {}) {
  const setup = openEngine(options)
  await setup.ask('profile.save', { ...aProfile, ...profile })
  return setup
}

describe('starting', () => {
  it('runs from now on, and every answer says how long', async () => {
    const { ask, time } = await opened()
    expect(await ask('timer.get', {})).toEqual({ now: '2026-10-01T10:00:00Z', timer: null })
    const { timer } = await ask('timer.start', { category: 'coding', note: 'Graphs' })
    expect(timer).toEqual({
      id: expect.any(String),
      state: 'running',
      playbook: 'L6',
      category: 'coding',
      planCategory: 'coding',
      note: 'Graphs',
      focus: null,
      startedAt: '2026-10-01T10:00:00Z',
      timeZone: 'Europe/Berlin',
      date: '2026-10-01',
      time: '12:00',
      workedS: 0,
      pausedS: 0,
      lastSeenAt: null,
      away: null,
      clockSetBack: false,
    })
    time.set('2026-10-01T11:30:05Z')
    const later = await ask('timer.get', {})
    expect(later).toEqual({ now: '2026-10-01T11:30:05Z', timer: { ...timer, workedS: 5405 } })
  })

  it('is refused while there is one, running or paused, and changes nothing', async () => {
    const { ask, refusal } = await opened()
    await ask('timer.start', { category: 'coding' })
    const error = await refusal('timer.start', { category: 'stories' })
    expect(error).toMatchObject({ code: 'conflict' })
    expect(error.message).toContain('coding, running, started on 2026-10-01 at 12:00')
    await ask('timer.pause', {})
    expect((await refusal('timer.start', { category: 'stories' })).message).toContain('paused')
    expect((await ask('timer.get', {})).timer).toMatchObject({ category: 'coding' })
  })

  it('refuses an unknown category beside its field, and a start without a profile', async () => {
    const { refusal } = await opened()
    const error = await refusal('timer.start', { category: 'gardening' })
    expect(error).toMatchObject({ code: 'invalid-input', field: 'category' })
    const { refusal: refusalOfNew } = openEngine()
    expect((await refusalOfNew('timer.start', { category: 'coding' })).code).toBe('no-profile')
  })

  it('takes focus intervals from the profile, from the call, or none', async () => {
    const { ask } = await opened({}, { focusWorkMinutes: 25, focusBreakMinutes: 5 })
    const started = async (focus?: { workMinutes: number; breakMinutes: number } | null) => {
      const input = { category: 'coding', ...(focus === undefined ? {} : { focus }) }
      const { timer } = await ask('timer.start', input)
      await ask('timer.discard', {})
      return timer?.focus
    }
    expect(await started()).toEqual({ workMinutes: 25, breakMinutes: 5 })
    expect(await started({ workMinutes: 50, breakMinutes: 0 })).toEqual({
      workMinutes: 50,
      breakMinutes: 0,
    })
    expect(await started(null)).toBeNull()
  })
})

describe('pausing and resuming', () => {
  it('stands still in between', async () => {
    const { ask, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    time.set('2026-10-01T10:10:00Z')
    expect((await ask('timer.pause', {})).timer).toMatchObject({ state: 'paused', workedS: 600 })
    time.set('2026-10-01T12:00:00Z')
    expect((await ask('timer.get', {})).timer).toMatchObject({ workedS: 600, pausedS: 6600 })
    expect((await ask('timer.resume', {})).timer).toMatchObject({ state: 'running', pausedS: 0 })
    time.set('2026-10-01T12:05:00Z')
    expect((await ask('timer.get', {})).timer).toMatchObject({ workedS: 900 })
  })

  it('says so when there is nothing to do', async () => {
    const { ask, refusal } = await opened()
    for (const name of ['timer.pause', 'timer.resume', 'timer.stop', 'timer.discard'] as const)
      expect((await refusal(name, {})).code).toBe('not-found')
    await ask('timer.start', { category: 'coding' })
    expect((await refusal('timer.resume', {})).code).toBe('conflict')
    await ask('timer.pause', {})
    expect((await refusal('timer.pause', {})).code).toBe('conflict')
  })
})

describe('stopping', () => {
  it('logs one session: from the first start, as long as was worked', async () => {
    const { ask, time } = await opened()
    await ask('timer.start', { category: 'coding', note: 'Graphs' })
    time.set('2026-10-01T10:10:00Z')
    await ask('timer.pause', {})
    time.set('2026-10-01T12:00:00Z')
    await ask('timer.resume', {})
    time.set('2026-10-01T12:05:00Z')
    const { session, overlaps } = await ask('timer.stop', {
      counts: [
        { kind: 'coding-hard', n: 1 },
        { kind: 'coding-hard', n: 2 },
      ],
    })
    expect(overlaps).toEqual([])
    expect(session).toMatchObject({
      playbook: 'L6',
      category: 'coding',
      startedAt: '2026-10-01T10:00:00Z',
      date: '2026-10-01',
      time: '12:00',
      durationS: 900,
      note: 'Graphs',
      counts: [{ kind: 'coding-hard', n: 3 }],
    })
    expect(await ask('sessions.page', { offset: 0, limit: 5 })).toEqual([session])
    expect((await ask('timer.get', {})).timer).toBeNull()
    expect((await ask('plan.status', {})).totals.seconds).toBe(900)
  })

  it('takes another note, and logs a paused timer as well', async () => {
    const { ask, time } = await opened()
    await ask('timer.start', { category: 'coding', note: 'draft' })
    time.set('2026-10-01T10:10:00Z')
    await ask('timer.pause', {})
    const { session } = await ask('timer.stop', { note: 'final' })
    expect(session).toMatchObject({ note: 'final', durationS: 600 })
  })

  it('refuses to log less than a second, and keeps the timer', async () => {
    const { ask, refusal, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    const error = await refusal('timer.stop', {})
    expect(error).toMatchObject({ code: 'conflict', hint: expect.stringContaining('Discard') })
    time.set('2026-10-01T10:00:01Z')
    expect((await ask('timer.stop', {})).session.durationS).toBe(1)
  })

  it('asks about an overlap as a typed session does', async () => {
    const { ask, refusal, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    time.set('2026-10-01T11:00:00Z')
    const { session: other } = await ask('sessions.log', {
      category: 'stories',
      duration: '10m',
      time: '12:30',
    })
    expect((await refusal('timer.stop', {})).code).toBe('overlap')
    expect((await ask('timer.get', {})).timer).not.toBeNull()
    const { overlaps } = await ask('timer.stop', { acceptOverlap: true })
    expect(overlaps).toEqual([other])
  })

  it('logs 24 hours, and asks how long it really was beyond that', async () => {
    const { ask, refusal, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    time.set('2026-10-02T10:00:01Z')
    const error = await refusal('timer.stop', {})
    expect(error).toMatchObject({ code: 'conflict' })
    expect(error.message).toContain('24h00m01s')
    expect((await refusal('timer.switch', { category: 'stories' })).message).toBe(error.message)
    time.set('2026-10-04T10:00:00Z')
    const { session } = await ask('timer.stop', { worked: '3h' })
    expect(session).toMatchObject({ startedAt: '2026-10-01T10:00:00Z', durationS: 10_800 })
    await ask('history.undo', {})
    time.set('2026-10-02T10:00:00Z')
    expect((await ask('timer.stop', {})).session.durationS).toBe(86_400)
  })

  it('logs many short stretches over days as one session', async () => {
    const { ask, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    for (const day of ['01', '02', '03']) {
      time.set(`2026-10-${day}T11:00:00Z`)
      await ask('timer.pause', {})
      time.set(`2026-10-0${Number(day) + 1}T10:00:00Z`)
      await ask('timer.resume', {})
    }
    expect((await ask('timer.stop', {})).session.durationS).toBe(3 * 3600)
  })

  it('takes at most what it shows as worked, and says what is wrong beside the field', async () => {
    const { ask, refusal, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    time.set('2026-10-01T10:30:00Z')
    for (const worked of ['31m', 'soon', '0'])
      expect(await refusal('timer.stop', { worked })).toMatchObject({
        code: 'invalid-input',
        field: 'worked',
      })
    expect((await ask('timer.stop', { worked: '30m' })).session.durationS).toBe(1800)
  })
})

describe('clocks and calendars', () => {
  it.each([
    ['an hour comes twice', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '02:30'],
    ['an hour is left out', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '01:30'],
  ])('an hour is an hour where %s', async (_, from, to, shown) => {
    const { ask, time } = await opened({ now: from })
    await ask('timer.start', { category: 'coding' })
    time.set(to)
    const { session } = await ask('timer.stop', {})
    expect(session).toMatchObject({ durationS: 3600, time: shown, startedAt: from })
  })

  it('a journey to another zone moves nothing: the session has the wall clock of its start', async () => {
    const { ask, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    time.set('2026-10-01T11:00:00Z', 'America/New_York')
    expect((await ask('timer.stop', {})).session).toMatchObject({
      durationS: 3600,
      timeZone: 'Europe/Berlin',
      time: '12:00',
    })
  })

  it('counts on the study day of its start', async () => {
    const { ask, time } = await opened({ now: '2026-10-02T01:30:00Z' }, { dayStartsAt: 4 })
    await ask('timer.start', { category: 'coding' })
    time.set('2026-10-02T04:00:00Z')
    expect((await ask('timer.stop', {})).session).toMatchObject({
      studyDay: '2026-10-01',
      date: '2026-10-02',
    })
  })

  it('a clock that is set back never makes it negative, and it says so', async () => {
    const { ask, refusal, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    time.set('2026-10-01T08:00:00Z')
    expect((await ask('timer.get', {})).timer).toMatchObject({ workedS: 0, clockSetBack: true })
    expect((await refusal('timer.stop', {})).message).toContain('clock was set back')
    await ask('timer.pause', {})
    time.set('2026-10-01T07:00:00Z')
    expect((await ask('timer.get', {})).timer).toMatchObject({ state: 'paused', pausedS: 0 })
    time.set('2026-10-01T08:00:00Z')
    await ask('timer.resume', {})
    time.set('2026-10-01T08:20:00Z')
    expect((await ask('timer.get', {})).timer).toMatchObject({ workedS: 1200, clockSetBack: true })
    expect((await ask('timer.stop', {})).session.durationS).toBe(1200)
  })
})

describe('changing and switching', () => {
  it('changes what it is for from its start on', async () => {
    const { ask, time } = await opened()
    await ask('timer.start', { category: 'coding', note: 'a' })
    time.set('2026-10-01T10:10:00Z')
    await ask('timer.change', { category: 'stories' })
    const focus = { workMinutes: 50, breakMinutes: 10 }
    const { timer } = await ask('timer.change', { note: 'b', focus })
    expect(timer).toMatchObject({ category: 'stories', note: 'b', focus, workedS: 600 })
  })

  it('refuses an unknown category, and makes no step of a change that changes nothing', async () => {
    const { ask, refusal } = await opened()
    await ask('timer.start', { category: 'coding', note: 'a' })
    expect((await refusal('timer.change', { category: 'x' })).field).toBe('category')
    await ask('timer.change', { category: 'coding', note: 'a' })
    expect((await ask('history.peek', {})).undo).toEqual({ label: 'Start timer' })
  })

  it('switches: logs what ran so far and starts anew, in one step to undo', async () => {
    const { ask, time } = await opened()
    const before = await ask('timer.start', { category: 'coding', note: 'Graphs' })
    time.set('2026-10-01T10:10:00Z')
    const { timer, session } = await ask('timer.switch', { category: 'stories' })
    expect(session).toMatchObject({ category: 'coding', durationS: 600, note: 'Graphs' })
    expect(timer).toMatchObject({
      category: 'stories',
      note: '',
      workedS: 0,
      startedAt: '2026-10-01T10:10:00Z',
    })
    expect(timer?.id).not.toBe(before.timer?.id)
    time.set('2026-10-01T10:20:00Z')
    expect((await ask('timer.stop', {})).overlaps).toEqual([])
    await ask('history.undo', {})
    expect(await ask('history.undo', {})).toEqual({ label: 'Switch timer' })
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
    expect((await ask('timer.get', {})).timer).toMatchObject({ category: 'coding', workedS: 1200 })
  })

  it('switches nothing where the new category is unknown or there is nothing to log', async () => {
    const { ask, refusal, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    expect((await refusal('timer.switch', { category: 'stories' })).code).toBe('conflict')
    time.set('2026-10-01T10:10:00Z')
    expect((await refusal('timer.switch', { category: 'x' })).field).toBe('category')
    expect((await ask('timer.get', {})).timer?.category).toBe('coding')
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
  })

  it('survives a switch of level: it logs in the category that it was started in', async () => {
    const { ask, time } = await opened()
    await ask('timer.start', { category: 'coding' })
    await ask('profile.switchLevel', {
      level: 'L7',
      mapping: [{ fromPlaybook: 'L6', from: 'coding', to: 'credibility' }],
    })
    expect((await ask('timer.get', {})).timer).toMatchObject({
      playbook: 'L6',
      category: 'coding',
      planCategory: 'credibility',
    })
    await ask('timer.change', { category: 'coding', note: 'kept' })
    time.set('2026-10-01T10:10:00Z')
    const { session, timer } = await ask('timer.switch', { category: 'architecture' })
    expect(session).toMatchObject({
      playbook: 'L6',
      category: 'coding',
      planCategory: 'credibility',
    })
    expect(timer).toMatchObject({ playbook: 'L7', category: 'architecture' })
  })
})
