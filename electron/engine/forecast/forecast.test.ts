import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/days.ts'
import { partOrder } from '#domain/story-fields.ts'
import { asStudyDay } from '#domain/units.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

const today = asStudyDay('2026-11-24')

/** Four weeks of five hours of system design and two of coding each, one design problem a week. */
async function fourWeeks() {
  const setup = openEngine({ now: '2026-11-24T09:00:00Z' })
  await setup.ask('profile.save', { ...aProfile, interviewDate: '2027-03-31' })
  for (const week of [1, 2, 3, 4]) {
    const date = addDays(today, -7 * week)
    const design = { kind: 'design-problem', n: 1 } as const
    await setup.ask('sessions.log', {
      category: 'system-design',
      duration: '5h',
      date,
      time: '09:00',
      counts: [design],
    })
    await setup.ask('sessions.log', { category: 'coding', duration: '2h', date, time: '15:00' })
  }
  return setup
}

describe('the forecast', () => {
  it('says how much is missing before it can say anything', async () => {
    const { ask } = openEngine({ now: '2026-11-24T09:00:00Z' })
    await ask('profile.save', aProfile)
    expect(await ask('forecast.get', {})).toMatchObject({
      basis: 'nothing',
      weeks: 0,
      fewestWeeks: 3,
      from: null,
      recentWeeklyHours: null,
      critical: null,
      plan: { status: 'too-little', likely: null },
    })
  })

  it('goes on from the last whole weeks, and names the category that holds the plan up', async () => {
    const { ask } = await fourWeeks()
    const found = await ask('forecast.get', {})
    expect(found).toMatchObject({
      basis: 'recent',
      weeks: 4,
      weeklyHours: 7,
      from: '2026-10-26',
      to: '2026-11-22',
      plan: { status: 'not-converging' },
    })
    expect(found.categories.map(({ category, status }) => [category, status])).toEqual([
      ['system-design', 'range'],
      ['coding', 'range'],
      ['stories', 'not-converging'],
      ['deep-dives', 'not-converging'],
    ])
    expect(found.critical).toBe('stories')
    const problems = found.milestones.find(({ milestone }) => milestone === 'design-problems')
    // 15 - 4 = 11 problems at one a week.
    expect(problems).toMatchObject({ status: 'range', likely: '2027-02-09' })
    expect(found.milestones.find(({ milestone }) => milestone === 'languages')?.status).toBe(
      'undated',
    )
    expect(await ask('forecast.get', {})).toEqual(found)
  })

  it('tells when there are enough stories, by the days on which those were begun that can be told', async () => {
    const { ask, time } = await fourWeeks()
    const parts = Object.fromEntries(partOrder.map((part) => [part, `The ${part}.`]))
    for (const [index, principle] of [
      'ownership',
      'dive-deep',
      'dive-deep',
      'earn-trust',
    ].entries()) {
      time.set(`${addDays(today, -7 * (index + 1))}T09:00:00Z`)
      const content = { title: `Story ${index}`, primaryPrinciple: principle, parts }
      const { story } = await ask('stories.create', { content })
      if (index < 3) await ask('stories.setStatus', { id: story.id, status: 'ready' })
    }
    time.set('2026-11-24T09:00:00Z')
    const { milestones } = await ask('forecast.get', {})
    const find = (id: string) => milestones.find(({ milestone }) => milestone === id)
    expect(find('stories')).toMatchObject({ actual: 3, target: 10, status: 'range' })
    expect(find('principles')).toMatchObject({ actual: 2, target: 16, status: 'range' })
    expect(find('languages')?.status).toBe('undated')
  })

  it('tries other weekly hours, and another way to divide them, without keeping anything', async () => {
    const { ask } = await fourWeeks()
    const more = await ask('forecast.get', { weeklyHours: 28 })
    expect(more).toMatchObject({ basis: 'what-if', weeklyHours: 28, recentWeeklyHours: 7 })
    const planned = await ask('forecast.get', { weeklyHours: 28, split: 'plan' })
    expect(planned.plan.status).toBe('range')
    const problems = planned.milestones.find(({ milestone }) => milestone === 'design-problems')
    expect(problems?.status).toBe('range')
    expect((await ask('forecast.get', {})).basis).toBe('recent')
  })

  it('leaves out what is in the trash', async () => {
    const { ask } = await fourWeeks()
    const sessions = await ask('sessions.page', { offset: 0, limit: 50 })
    await ask('sessions.remove', { ids: sessions.map(({ id }) => id) })
    expect(await ask('forecast.get', {})).toMatchObject({ basis: 'nothing', weeks: 0 })
  })
})

describe('days off', () => {
  it('are kept, move the forecast, and are taken back by undo', async () => {
    const { ask } = await fourWeeks()
    const before = await ask('forecast.get', {})
    const days = Array.from({ length: 14 }, (_, index) => addDays(today, 20 + index))
    await ask('forecast.setDaysOff', { restWeekdays: [7], days })
    const after = await ask('forecast.get', {})
    expect(after.daysOff).toEqual({ restWeekdays: [7], days })
    expect(String(after.categories[0]?.likely) > String(before.categories[0]?.likely)).toBe(true)
    await ask('history.undo', {})
    expect((await ask('forecast.get', {})).daysOff).toEqual({ restWeekdays: [], days: [] })
    await ask('history.redo', {})
    expect((await ask('forecast.get', {})).daysOff.days).toHaveLength(14)
  })

  it.each([
    [{ restWeekdays: [1, 2, 3, 4, 5, 6, 7], days: [] }, 'restWeekdays'],
    [{ restWeekdays: [8], days: [] }, 'restWeekdays.0'],
    [{ restWeekdays: [], days: ['2026-12-24', '2026-12-24'] }, 'days'],
    [{ restWeekdays: [], days: ['2026-02-30'] }, 'days.0'],
  ])('refuses %j, naming %s', async (input, field) => {
    const { engine, ask } = openEngine()
    await ask('profile.save', aProfile)
    expect(await engine.callUntrusted('forecast.setDaysOff', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', field },
    })
  })
})

describe('the replan', () => {
  it('is tried with days off that are not kept, and applied as one step that undo takes back', async () => {
    const { ask, engine } = await fourWeeks()
    const daysOff = { restWeekdays: [6, 7], days: [] }
    const plain = await ask('forecast.replan', {})
    const tried = await ask('forecast.replan', { daysOff })
    expect(tried.remainingHours).toBe(257)
    expect(tried.studyDaysLeft).toBeLessThan(plain.studyDaysLeft)
    const weeks = tried.weeks.reduce((sum, { total }) => sum + total, 0)
    expect(weeks).toBeCloseTo(257)
    expect((await ask('forecast.get', {})).daysOff.restWeekdays).toEqual([])

    const applied = await engine.call('forecast.applyReplan', { daysOff, weeklyHours: 14.5 })
    expect(applied).toMatchObject({ ok: true })
    expect((await ask('profile.get', {})).profile?.weeklyHours).toBe(14.5)
    expect((await ask('forecast.get', {})).daysOff.restWeekdays).toEqual([6, 7])
    const { label } = await ask('history.undo', {})
    expect(label).toBe('Apply replan')
    expect((await ask('profile.get', {})).profile?.weeklyHours).toBe(15)
    expect((await ask('forecast.get', {})).daysOff.restWeekdays).toEqual([])
  })

  it('that changes nothing is no step of the undo history', async () => {
    const { ask } = await fourWeeks()
    const before = await ask('history.peek', {})
    await ask('forecast.applyReplan', { daysOff: { restWeekdays: [], days: [] }, weeklyHours: 15 })
    expect(await ask('history.peek', {})).toEqual(before)
  })
})
