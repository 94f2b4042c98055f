import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

async function opened(options: Parameters<typeof openEngine>[0] = {}) {
  const setup = openEngine(options)
  await setup.ask('profile.save', aProfile)
  return setup
}

describe('logging a session', () => {
  it('starts now when no date or time is typed', async () => {
    const { ask } = await opened({ now: '2026-10-01T10:00:30Z' })
    const { session } = await ask('sessions.log', { category: 'system-design', duration: '90m' })
    expect(session).toMatchObject({
      playbook: 'L6',
      category: 'system-design',
      planCategory: 'system-design',
      startedAt: '2026-10-01T10:00:30Z',
      timeZone: 'Europe/Berlin',
      date: '2026-10-01',
      time: '12:00',
      studyDay: '2026-10-01',
      durationS: 5400,
    })
  })

  it('keeps counts, adds up the same kind, and keeps the note exactly', async () => {
    const { ask } = await opened()
    const note = '  <b>café</b> שלום 你好 👩‍💻\n'
    const { session } = await ask('sessions.log', {
      category: 'coding',
      duration: '1h',
      counts: [
        { kind: 'coding-medium', n: 2 },
        { kind: 'coding-hard', n: 1 },
        { kind: 'coding-medium', n: 1 },
      ],
      note,
    })
    expect(session.counts).toEqual([
      { kind: 'coding-hard', n: 1 },
      { kind: 'coding-medium', n: 3 },
    ])
    expect((await ask('sessions.get', { id: session.id })).note).toBe(note)
  })

  it.each([
    ['0', 'duration'],
    ['24h01', 'duration'],
    ['soon', 'duration'],
  ])('refuses the duration %s beside its field', async (duration, field) => {
    const { refusal, ask } = await opened()
    const error = await refusal('sessions.log', { category: 'coding', duration })
    expect(error).toMatchObject({ code: 'invalid-input', field })
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
  })

  it('takes 24 hours exactly', async () => {
    const { ask } = await opened()
    const { session } = await ask('sessions.log', {
      category: 'coding',
      duration: '24h',
      date: '2026-09-29',
    })
    expect(session.durationS).toBe(86_400)
  })

  it('refuses a date or a time in the future and says what now is', async () => {
    const { refusal } = await opened()
    const log = { category: 'coding', duration: '1h' }
    expect(await refusal('sessions.log', { ...log, date: '2026-10-02' })).toMatchObject({
      field: 'date',
      hint: expect.stringContaining('2026-10-01'),
    })
    expect(await refusal('sessions.log', { ...log, time: '12:01' })).toMatchObject({
      field: 'time',
      hint: expect.stringContaining('12:00'),
    })
  })

  it('refuses an unknown category and lists those there are', async () => {
    const { refusal } = await opened()
    const error = await refusal('sessions.log', { category: 'gardening', duration: '1h' })
    expect(error).toMatchObject({ code: 'invalid-input', field: 'category' })
    expect(error.hint).toContain('system-design, coding, stories, deep-dives')
  })

  it('says everything that is wrong at once', async () => {
    const { refusal } = await opened()
    const error = await refusal('sessions.log', {
      category: 'gardening',
      duration: '0',
      date: '2027-01-01',
    })
    const fields = [error.field, ...(error.others ?? []).map((other) => other.field)]
    expect(fields).toEqual(['category', 'date', 'duration'])
  })

  it('asks for a profile first', async () => {
    const { refusal } = openEngine()
    const error = await refusal('sessions.log', { category: 'coding', duration: '1h' })
    expect(error.code).toBe('no-profile')
  })
})

describe('overlap', () => {
  it('warns, and logs once it is accepted', async () => {
    const { ask, refusal } = await opened()
    await ask('sessions.log', { category: 'coding', duration: '1h', time: '09:00' })
    const second = { category: 'stories', duration: '30', time: '09:59' }
    const error = await refusal('sessions.log', second)
    expect(error).toMatchObject({ code: 'overlap', field: 'time' })
    expect(error.message).toContain('1 Oct 2026, 09:00 (1h)')
    const { overlaps } = await ask('sessions.log', { ...second, acceptOverlap: true })
    expect(overlaps.map((session) => session.time)).toEqual(['09:00'])
  })

  it('lets sessions touch end to start', async () => {
    const { ask } = await opened()
    await ask('sessions.log', { category: 'coding', duration: '1h', time: '09:00' })
    await ask('sessions.log', { category: 'coding', duration: '1h', time: '10:00' })
    await ask('sessions.log', { category: 'coding', duration: '1h', time: '08:00' })
    expect((await ask('sessions.outline', {})).sessions).toBe(3)
  })

  it('sees a session that began the day before', async () => {
    const { ask, refusal } = await opened()
    await ask('sessions.log', {
      category: 'coding',
      duration: '24h',
      date: '2026-09-29',
      time: '10:00',
    })
    const error = await refusal('sessions.log', {
      category: 'coding',
      duration: '5m',
      date: '2026-09-30',
      time: '09:59',
    })
    expect(error.code).toBe('overlap')
  })

  it('does not count the session itself, deleted ones, or an edit that moves nothing', async () => {
    const { ask } = await opened()
    const log = { category: 'coding', duration: '1h', time: '09:00' }
    const { session } = await ask('sessions.log', log)
    await ask('sessions.edit', { ...log, id: session.id, duration: '2h' })
    await ask('sessions.log', { ...log, time: '10:30', acceptOverlap: true })
    await ask('sessions.edit', { ...log, id: session.id, duration: '2h', note: 'same time' })
    await ask('sessions.remove', { ids: [session.id] })
    const { overlaps } = await ask('sessions.log', { ...log, duration: '1h' })
    expect(overlaps).toEqual([])
  })
})

describe('editing and deleting', () => {
  it('keeps the start to the second, and the zone, when date and time are not touched', async () => {
    const { ask, time } = await opened({ now: '2026-10-01T10:00:30Z' })
    const { session } = await ask('sessions.log', { category: 'coding', duration: '5m' })
    time.set('2026-10-02T10:00:00Z', 'America/New_York')
    const edited = await ask('sessions.edit', {
      id: session.id,
      category: 'stories',
      duration: '10m',
      date: session.date,
      time: session.time,
    })
    expect(edited.session).toMatchObject({
      category: 'stories',
      startedAt: '2026-10-01T10:00:30Z',
      timeZone: 'Europe/Berlin',
      studyDay: '2026-10-01',
      durationS: 600,
    })
  })

  it('says so when the session is gone', async () => {
    const { ask, refusal } = await opened()
    const { session } = await ask('sessions.log', { category: 'coding', duration: '5m' })
    await ask('sessions.remove', { ids: [session.id] })
    expect((await refusal('sessions.get', { id: session.id })).code).toBe('not-found')
    expect((await refusal('sessions.remove', { ids: [session.id] })).code).toBe('not-found')
    expect(
      (await refusal('sessions.edit', { id: session.id, category: 'coding', duration: '1h' })).code,
    ).toBe('not-found')
  })

  it('lists newest first and pages without gaps', async () => {
    const { ask } = await opened()
    for (const [date, time] of [
      ['2026-09-28', '08:00'],
      ['2026-09-30', '20:00'],
      ['2026-09-30', '07:00'],
      ['2026-10-01', '06:00'],
    ] as const)
      await ask('sessions.log', { category: 'coding', duration: '30', date, time })
    const all = await ask('sessions.page', { offset: 0, limit: 10 })
    expect(all.map((row) => `${row.date} ${row.time}`)).toEqual([
      '2026-10-01 06:00',
      '2026-09-30 20:00',
      '2026-09-30 07:00',
      '2026-09-28 08:00',
    ])
    expect(await ask('sessions.page', { offset: 1, limit: 2 })).toEqual(all.slice(1, 3))
    expect((await ask('sessions.outline', {})).days).toEqual([
      { day: '2026-10-01', sessions: 1, seconds: 1800 },
      { day: '2026-09-30', sessions: 2, seconds: 3600 },
      { day: '2026-09-28', sessions: 1, seconds: 1800 },
    ])
  })
})

describe('study days', () => {
  it('a session after midnight counts on the day before when the day starts at 4', async () => {
    const { ask, time } = await opened()
    await ask('profile.save', { ...aProfile, dayStartsAt: 4 })
    time.set('2026-10-02T01:30:00Z')
    const { session } = await ask('sessions.log', { category: 'coding', duration: '20m' })
    expect(session).toMatchObject({ date: '2026-10-02', time: '03:30', studyDay: '2026-10-01' })
  })

  it('stay where they were when the zone or the day start changes later', async () => {
    const { ask, time } = await opened({ now: '2026-10-01T22:30:00Z' })
    const { session } = await ask('sessions.log', { category: 'coding', duration: '20m' })
    expect(session.studyDay).toBe('2026-10-02')
    time.set('2026-10-05T10:00:00Z', 'America/Los_Angeles')
    await ask('profile.save', { ...aProfile, dayStartsAt: 5 })
    expect(await ask('sessions.get', { id: session.id })).toEqual(session)
  })

  it('takes a time that the spring shift skips to the other side of the gap', async () => {
    const { ask } = await opened({ now: '2026-04-01T10:00:00Z' })
    const { session } = await ask('sessions.log', {
      category: 'coding',
      duration: '1h',
      date: '2026-03-29',
      time: '02:30',
    })
    expect(session).toMatchObject({ startedAt: '2026-03-29T01:30:00Z', time: '03:30' })
  })

  it('takes the first of a time that the autumn shift repeats', async () => {
    const { ask } = await opened({ now: '2026-11-01T10:00:00Z' })
    const { session } = await ask('sessions.log', {
      category: 'coding',
      duration: '1h',
      date: '2026-10-25',
      time: '02:30',
    })
    expect(session.startedAt).toBe('2026-10-25T00:30:00Z')
  })
})
