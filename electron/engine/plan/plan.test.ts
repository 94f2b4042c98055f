import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

async function opened(now = '2026-10-01T10:00:00Z') {
  const setup = openEngine({ now })
  await setup.ask('profile.save', aProfile)
  return setup
}

describe('the status', () => {
  it('asks for a profile first', async () => {
    const { refusal } = openEngine()
    expect((await refusal('plan.status', {})).code).toBe('no-profile')
  })

  it('says "no data" instead of drift while nothing is logged', async () => {
    const { ask } = await opened('2026-09-01T10:00:00Z')
    const status = await ask('plan.status', {})
    expect(status).toMatchObject({
      level: 'L6',
      today: '2026-09-01',
      totals: { sessions: 0, seconds: 0, studyDays: 0, mappedSeconds: 0 },
      allocationDistance: null,
      pace: { status: 'no-data', plannedHours: 285, remainingHours: 285 },
    })
    expect(
      status.allocation.map((row) => [row.plannedShare, row.actualShare, row.driftPoints]),
    ).toEqual([
      [0.35, 0, null],
      [0.3, 0, null],
      [0.25, 0, null],
      [0.1, 0, null],
    ])
  })

  it('adds up what was logged: shares, drift, distance, hours left, counts', async () => {
    const { ask } = await opened()
    const log = async (category: string, duration: string, date: string) =>
      ask('sessions.log', { category, duration, date, counts: [{ kind: 'design-problem', n: 2 }] })
    await log('system-design', '6h', '2026-09-10')
    await log('coding', '3h', '2026-09-11')
    const deleted = await log('coding', '9h', '2026-09-12')
    await ask('sessions.remove', { ids: [deleted.session.id] })
    await log('stories', '1h', '2026-10-01')
    const status = await ask('plan.status', {})
    expect(status.totals).toEqual({
      sessions: 3,
      seconds: 36_000,
      studyDays: 3,
      mappedSeconds: 36_000,
    })
    expect(
      status.allocation.map((row) => [
        row.category,
        row.actualShare,
        row.driftPoints,
        row.remainingHours,
      ]),
    ).toEqual([
      ['system-design', 0.6, 25, 94],
      ['coding', 0.3, 0, 82],
      ['stories', 0.1, -15, 69],
      ['deep-dives', 0, -10, 30],
    ])
    expect(status.allocationDistance).toBe(25)
    expect(status.counts).toEqual([{ kind: 'design-problem', total: 6 }])
    expect(status.milestones.find((row) => row.id === 'design-problems')).toMatchObject({
      actual: 6,
      target: 15,
      progress: 0.4,
    })
    expect(status.week.at(-1)).toEqual({ day: '2026-10-01', hours: 1 })
    expect(status.week).toHaveLength(7)
    // 30 of 105 days: 285 h x 30/105 = 81.43 h due, 10 h done, 275 h left in 75 days.
    expect(status.pace.plannedToDateHours).toBeCloseTo(81.428571, 5)
    expect(status.pace).toMatchObject({
      status: 'behind',
      daysLeft: 75,
      remainingHours: 275,
      fits: false,
    })
    expect(status.pace.requiredWeeklyHours).toBeCloseTo((275 / 75) * 7, 6)
  })
})

describe('the hour budget', () => {
  it('changes hours and never shares, and goes back to the playbook', async () => {
    const { ask } = await opened()
    await ask('plan.setBudget', { hours: [{ category: 'coding', hours: 40 }] })
    const own = await ask('plan.status', {})
    expect(own.allocation.map((row) => [row.plannedHours, row.plannedShare])).toEqual([
      [100, 0.35],
      [40, 0.3],
      [70, 0.25],
      [30, 0.1],
    ])
    await ask('plan.setBudget', { hours: null })
    expect((await ask('plan.status', {})).pace.plannedHours).toBe(285)
  })

  it('belongs to its level', async () => {
    const { ask } = await opened()
    await ask('plan.setBudget', { hours: [{ category: 'coding', hours: 40 }] })
    await ask('profile.switchLevel', { level: 'L7', mapping: [] })
    expect((await ask('plan.status', {})).pace.plannedHours).toBe(320)
    await ask('profile.switchLevel', { level: 'L6', mapping: [] })
    expect((await ask('plan.status', {})).pace.plannedHours).toBe(240)
  })

  it('refuses another level’s category and leaves the rest as it was', async () => {
    const { ask, refusal } = await opened()
    const error = await refusal('plan.setBudget', {
      hours: [
        { category: 'coding', hours: 1 },
        { category: 'credibility', hours: 1 },
      ],
    })
    expect(error.field).toBe('hours.1.category')
    expect((await ask('plan.status', {})).pace.plannedHours).toBe(285)
  })
})

describe('milestones', () => {
  it('take an own target and a stated count, each by itself', async () => {
    const { ask } = await opened()
    await ask('plan.setMilestone', { milestone: 'languages', stated: 1 })
    await ask('plan.setMilestone', { milestone: 'languages', target: 4 })
    const find = async () =>
      (await ask('plan.status', {})).milestones.find((row) => row.id === 'languages')
    expect(await find()).toMatchObject({ actual: 1, target: 4, progress: 0.25, ownTarget: true })
    await ask('plan.setMilestone', { milestone: 'languages', target: null })
    expect(await find()).toMatchObject({ actual: 1, target: 2, max: 3, ownTarget: false })
  })

  it('do not let a count that is added up be stated', async () => {
    const { refusal } = await opened()
    const error = await refusal('plan.setMilestone', { milestone: 'design-problems', stated: 99 })
    expect(error).toMatchObject({ code: 'invalid-input', field: 'stated' })
  })

  it('have no figure of the playbook at L7 until the user sets one', async () => {
    const { ask } = await opened()
    await ask('profile.switchLevel', { level: 'L7', mapping: [] })
    const status = await ask('plan.status', {})
    expect(status.milestones.length).toBeGreaterThan(0)
    for (const row of status.milestones)
      expect(row).toMatchObject({ target: null, progress: null, inPlaybook: false })
  })
})
