import { describe, expect, it } from 'vitest'
import { openEngine } from '../../../tests/support/engine.ts'

describe('the sample data', () => {
  it('makes a profile and twelve weeks of sessions that a report has something to say about', async () => {
    const { ask } = openEngine({ now: '2026-11-24T09:00:00Z' })
    const { sessions } = await ask('demo.fill', {})
    const status = await ask('plan.status', {})
    expect(status.totals.sessions).toBe(sessions)
    expect(status).toMatchObject({
      level: 'L6',
      profile: { startDate: '2026-09-01' },
      unmapped: [],
    })
    expect(status.totals.seconds / 3600).toBeGreaterThan(100)
    for (const row of status.allocation) expect(row.actualHours).toBeGreaterThan(0)
    const actual = Object.fromEntries(status.milestones.map((row) => [row.id, row.actual]))
    expect(actual).toMatchObject({ stories: 6, principles: 11, languages: 1 })
    expect(actual['design-problems']).toBeGreaterThan(0)
  })

  it('holds nothing in the future and no overlaps', async () => {
    const { ask, time } = openEngine({ now: '2026-11-24T00:30:00Z', zone: 'Pacific/Auckland' })
    await ask('demo.fill', {})
    const page = await ask('sessions.page', { offset: 0, limit: 500 })
    const spans = page
      .map(({ startedAt, durationS }) => {
        const start = Date.parse(startedAt)
        return { start, end: start + durationS * 1000 }
      })
      .toReversed()
    for (const [index, { end }] of spans.entries())
      expect(end).toBeLessThanOrEqual(spans[index + 1]?.start ?? time.clock.nowMs())
  })

  it('is the same for the same day, whatever the file', async () => {
    const pages = []
    for (const name of ['', 'Ada']) {
      const { ask } = openEngine()
      if (name)
        await ask('profile.save', {
          level: 'L6',
          name,
          startDate: '2026-07-09',
          interviewDate: null,
          weeklyHours: 9,
        })
      await ask('demo.fill', {})
      const page = await ask('sessions.page', { offset: 0, limit: 500 })
      pages.push(page.map(({ id: _, ...session }) => session))
    }
    expect(pages[0]).toEqual(pages[1])
  })

  it('keeps the profile, the level and the stated counts that are there', async () => {
    const { ask } = openEngine()
    const own = {
      level: 'L7',
      name: 'Ada',
      startDate: '2026-08-01',
      interviewDate: null,
      weeklyHours: 9,
    }
    await ask('profile.save', own)
    await ask('plan.setMilestone', { milestone: 'stories', target: 12, stated: 2 })
    await ask('demo.fill', {})
    expect((await ask('profile.get', {})).profile).toMatchObject(own)
    const status = await ask('plan.status', {})
    expect(status.milestones.find(({ id }) => id === 'stories')).toMatchObject({
      actual: 2,
      target: 12,
    })
    expect(status.allocation.every(({ sessions }) => sessions > 0)).toBe(true)
  })

  it('is refused where there are sessions, and changes nothing', async () => {
    const { ask, refusal } = openEngine()
    const own = {
      level: 'L6',
      name: '',
      startDate: '2026-08-01',
      interviewDate: null,
      weeklyHours: 9,
    }
    await ask('profile.save', own)
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    expect((await refusal('demo.fill', {})).code).toBe('conflict')
    expect((await ask('sessions.outline', {})).sessions).toBe(1)
  })

  it('goes away with one undo, profile and all, and can be made again', async () => {
    const { ask } = openEngine()
    const { sessions } = await ask('demo.fill', {})
    await ask('history.undo', {})
    expect((await ask('profile.get', {})).profile).toBeNull()
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
    expect(await ask('demo.fill', {})).toEqual({ sessions })
  })
})
