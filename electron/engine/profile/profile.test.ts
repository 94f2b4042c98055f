import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

describe('the profile', () => {
  it('is null until it is saved, then is what was saved', async () => {
    const { ask } = openEngine()
    expect(await ask('profile.get', {})).toEqual({
      profile: null,
      today: '2026-10-01',
      time: '12:00',
      timeZone: 'Europe/Berlin',
    })
    await ask('profile.save', aProfile)
    expect((await ask('profile.get', {})).profile).toEqual({
      ...aProfile,
      theme: 'system',
      paper: 'A4',
      dayStartsAt: 0,
      weekStartsOn: 1,
      idleAfterMinutes: 5,
      focusWorkMinutes: 0,
      focusBreakMinutes: 0,
      streaks: true,
    })
  })

  it('keeps preferences that a later save leaves out', async () => {
    const { ask } = openEngine()
    const preferences = {
      theme: 'dark',
      paper: 'Letter',
      dayStartsAt: 4,
      weekStartsOn: 7,
      idleAfterMinutes: 0,
      focusWorkMinutes: 25,
      focusBreakMinutes: 5,
      streaks: false,
    } as const
    await ask('profile.save', { ...aProfile, ...preferences })
    const changed = { ...aProfile, interviewDate: null }
    expect(await ask('profile.save', changed)).toEqual({ ...changed, ...preferences })
    expect((await ask('profile.get', {})).profile).toEqual({ ...changed, ...preferences })
    const switched = await ask('profile.switchLevel', { level: 'L7', mapping: [] })
    expect(switched).toEqual({ ...changed, ...preferences, level: 'L7' })
  })

  it.each([
    [{ interviewDate: '2026-09-01' }, 'interviewDate'],
    [{ level: 'L9' }, 'level'],
    [{ weeklyHours: 101 }, 'weeklyHours'],
    [{ startDate: '2026-02-30' }, 'startDate'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ weekStartsOn: 0 }, 'weekStartsOn'],
    [{ weekStartsOn: 8 }, 'weekStartsOn'],
    [{ idleAfterMinutes: -1 }, 'idleAfterMinutes'],
    [{ focusWorkMinutes: 241 }, 'focusWorkMinutes'],
    [{ focusBreakMinutes: 2.5 }, 'focusBreakMinutes'],
  ])('refuses %j beside its field', async (wrong, field) => {
    const { refusal } = openEngine()
    expect((await refusal('profile.save', { ...aProfile, ...wrong })).field).toBe(field)
  })

  it('does not change the level on the quiet', async () => {
    const { ask, refusal } = openEngine()
    await ask('profile.save', aProfile)
    expect(await refusal('profile.save', { ...aProfile, level: 'L7' })).toMatchObject({
      code: 'conflict',
      field: 'level',
    })
  })
})

describe('switching level', () => {
  async function withSessions() {
    const setup = openEngine()
    await setup.ask('profile.save', aProfile)
    for (const [category, time] of [
      ['system-design', '06:00'],
      ['coding', '07:00'],
      ['stories', '08:00'],
    ] as const)
      await setup.ask('sessions.log', { category, duration: '1h', time })
    return setup
  }

  it('offers the mapping of the playbook, for the categories that have sessions', async () => {
    const { ask } = await withSessions()
    const { rows } = await ask('profile.previewSwitch', { level: 'L7' })
    expect(
      rows.map(({ from, candidates, sessions, seconds }) => ({
        from,
        candidates,
        sessions,
        seconds,
      })),
    ).toEqual([
      { from: 'coding', candidates: ['credibility'], sessions: 1, seconds: 3600 },
      {
        from: 'stories',
        candidates: ['org-leadership', 'strategic-thinking'],
        sessions: 1,
        seconds: 3600,
      },
      { from: 'system-design', candidates: ['architecture'], sessions: 1, seconds: 3600 },
    ])
  })

  it('counts mapped time in the new plan, shows the rest apart, and restores everything on the way back', async () => {
    const { ask } = await withSessions()
    const before = await ask('plan.status', {})
    const pageBefore = await ask('sessions.page', { offset: 0, limit: 10 })
    await ask('profile.switchLevel', {
      level: 'L7',
      mapping: [
        { fromPlaybook: 'L6', from: 'system-design', to: 'architecture' },
        { fromPlaybook: 'L6', from: 'stories', to: null },
      ],
    })
    const switched = await ask('plan.status', {})
    expect(switched.level).toBe('L7')
    const hours = Object.fromEntries(
      switched.allocation.map((row) => [row.category, row.actualHours]),
    )
    expect(hours).toEqual({
      'strategic-thinking': 0,
      architecture: 1,
      'org-leadership': 0,
      credibility: 0,
    })
    expect(switched.unmapped.map((row) => row.category)).toEqual(['coding', 'stories'])
    expect(switched.totals).toMatchObject({ sessions: 3, seconds: 10_800, mappedSeconds: 3600 })
    const page = await ask('sessions.page', { offset: 0, limit: 10 })
    expect(page.map((row) => [row.category, row.planCategory])).toEqual([
      ['stories', null],
      ['coding', null],
      ['system-design', 'architecture'],
    ])
    await ask('profile.switchLevel', { level: 'L6', mapping: [] })
    expect(await ask('plan.status', {})).toEqual(before)
    expect(await ask('sessions.page', { offset: 0, limit: 10 })).toEqual(pageBefore)
  })

  it('remembers the mapping for the next time', async () => {
    const { ask } = await withSessions()
    await ask('profile.switchLevel', {
      level: 'L7',
      mapping: [{ fromPlaybook: 'L6', from: 'stories', to: 'strategic-thinking' }],
    })
    await ask('profile.switchLevel', { level: 'L6', mapping: [] })
    const { rows } = await ask('profile.previewSwitch', { level: 'L7' })
    expect(rows.map((row) => [row.from, row.current])).toEqual([
      ['coding', undefined],
      ['stories', 'strategic-thinking'],
      ['system-design', undefined],
    ])
  })

  it('refuses a place that the new level does not have', async () => {
    const { refusal } = await withSessions()
    const error = await refusal('profile.switchLevel', {
      level: 'L7',
      mapping: [{ fromPlaybook: 'L6', from: 'coding', to: 'coding' }],
    })
    expect(error).toMatchObject({ code: 'invalid-input', field: 'mapping.0.to' })
  })

  it('is one step to undo', async () => {
    const { ask } = await withSessions()
    await ask('profile.switchLevel', {
      level: 'L7',
      mapping: [{ fromPlaybook: 'L6', from: 'coding', to: 'credibility' }],
    })
    expect(await ask('history.undo', {})).toEqual({ label: 'Switch level' })
    expect((await ask('profile.get', {})).profile?.level).toBe('L6')
    expect((await ask('profile.previewSwitch', { level: 'L7' })).rows[0]?.current).toBeUndefined()
  })

  it('lets a session of another level be edited in its own category', async () => {
    const { ask } = await withSessions()
    await ask('profile.switchLevel', { level: 'L7', mapping: [] })
    const [newest] = await ask('sessions.page', { offset: 0, limit: 1 })
    if (!newest) throw new Error('no session')
    const edit = { id: newest.id, duration: '2h' }
    const kept = await ask('sessions.edit', { ...edit, category: 'stories' })
    expect(kept.session).toMatchObject({ playbook: 'L6', category: 'stories' })
    const moved = await ask('sessions.edit', { ...edit, category: 'architecture' })
    expect(moved.session).toMatchObject({ playbook: 'L7', category: 'architecture' })
  })
})
