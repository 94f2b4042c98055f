import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/days.ts'
import { partOrder } from '#domain/story-fields.ts'
import { asStudyDay } from '#domain/units.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

const today = asStudyDay('2026-11-24')

async function opened() {
  const setup = openEngine({ now: '2026-11-24T09:00:00Z' })
  await setup.ask('profile.save', aProfile)
  const points = async (id: string, level?: string) => {
    const { parts } = await setup.ask('readiness.get', level === undefined ? {} : { level })
    return parts.find((part) => part.id === id)?.points
  }
  return { ...setup, points }
}

const logged = (category: string, duration: string, date: string = today) => ({
  category,
  duration,
  date,
  time: '00:30',
  acceptOverlap: true,
})

describe('readiness', () => {
  it('is refused before there is a profile, and for a level that there is not', async () => {
    const { refusal, ask } = openEngine()
    expect((await refusal('readiness.get', {})).code).toBe('no-profile')
    await ask('profile.save', aProfile)
    expect(await refusal('readiness.get', { level: 'L9' })).toMatchObject({
      code: 'not-found',
      field: 'level',
    })
  })

  it('of an empty folder is 0, with no data in any part and a way to begin in most', async () => {
    const { ask } = await opened()
    const view = await ask('readiness.get', {})
    expect(view.score).toBe(0)
    expect(view.meaning).toContain('not a chance of being hired')
    expect(view.parts.every(({ hasData, points }) => !hasData && points === 0)).toBe(true)
    expect(view.parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
    expect(view.gains.length).toBeGreaterThan(0)
  })

  it('counts the hours of every category, and of one session no more than may move the score', async () => {
    const { ask, points } = await opened()
    await ask('sessions.log', logged('system-design', '10h'))
    expect(await points('planProgress')).toBeCloseTo((15 * 10) / 285)
    await ask('sessions.log', logged('deep-dives', '24h', addDays(today, -3)))
    // An eighth of the 30 hours: the session moves the two parts of hours by 2.5 points at most.
    expect(await points('planProgress')).toBeCloseTo((15 * (10 + 3.75)) / 285)
    expect((await ask('plan.status', {})).allocation[3]?.actualHours).toBe(24)
  })

  it('counts milestones of sessions and stated ones, and leaves those of stories and mocks to other parts', async () => {
    const { ask, points } = await opened()
    await ask('plan.setMilestone', { milestone: 'mock-interviews', target: 5 })
    const session = logged('system-design', '2h')
    await ask('sessions.log', {
      ...session,
      counts: [
        { kind: 'design-problem', n: 3 },
        { kind: 'mock-interview', n: 2 },
      ],
    })
    expect(await points('milestones')).toBeCloseTo((10 / 3) * (3 / 15))
    await ask('plan.setMilestone', { milestone: 'languages', stated: 2 })
    await ask('plan.setMilestone', { milestone: 'stories', stated: 10 })
    expect(await points('milestones')).toBeCloseTo((10 / 3) * (1 + 3 / 15))
    expect([await points('storyCoverage'), await points('rehearsal')]).toEqual([0, 0])
  })

  it('counts of one session no more than a quarter of a milestone', async () => {
    const { ask, points } = await opened()
    const session = logged('coding', '1h')
    await ask('sessions.log', {
      ...session,
      counts: [
        { kind: 'coding-easy', n: 150 },
        { kind: 'coding-hard', n: 50 },
      ],
    })
    expect(await points('milestones')).toBeCloseTo(10 / 3 / 4)
  })

  it('counts stories once they can be told', async () => {
    const { ask, points } = await opened()
    const content = {
      title: 'The outage',
      primaryPrinciple: 'dive-deep',
      secondaryPrinciples: ['ownership', 'earn-trust'],
      parts: Object.fromEntries(partOrder.map((part) => [part, `The ${part}.`])),
    }
    const { story } = await ask('stories.create', { content })
    expect(await points('storyCoverage')).toBe(0)
    const draft = await ask('readiness.get', {})
    expect(draft.gains.map(({ text }) => text)).toContain('Finish the story “The outage”')
    await ask('stories.save', { id: story.id, basedOn: 1, patch: { title: '' } })
    const nameless = await ask('readiness.get', {})
    expect(nameless.gains.map(({ text }) => text)).toContain('Finish the story “Untitled story”')
    await ask('stories.save', { id: story.id, basedOn: 2, patch: { title: 'The outage' } })
    await ask('stories.setStatus', { id: story.id, status: 'ready' })
    // Dive Deep needs 2 stories, Ownership 4, Earn Trust 3; 16 principles share 15 points.
    expect(await points('storyCoverage')).toBeCloseTo((15 / 16) * (1 / 2 + 1 / 4 + 1 / 3))
    await ask('coverage.setMinimums', { minimums: [{ principle: 'dive-deep', minimum: 6 }] })
    expect(await points('storyCoverage')).toBeCloseTo((15 / 16) * (1 / 6 + 1 / 4 + 1 / 3))
    const told = { story: story.id, format: '2min', startedAt: '2026-11-23T18:00:00Z' } as const
    await ask('rehearsals.save', { ...told, parts: [{ part: 'situation', ms: 20_000 }] })
    // One of ten stories, told once.
    expect(await points('rehearsal')).toBeCloseTo(0.5)
    await ask('stories.remove', { ids: [story.id] })
    expect(await points('storyCoverage')).toBe(0)
  })

  it('counts checklist items by the area of the formula that they support, and by what proves them', async () => {
    const { ask, points } = await opened()
    await ask('checklist.update', { item: 'debug-the-stack', state: 'shown' })
    // One of three items of the area "Coding competency", which is 10 % of the formula; a bare tick is worth 0.4.
    expect(await points('checklist')).toBeCloseTo((20 * 0.1 * 0.4) / 3)
    const proof = { kind: 'text', text: 'The postmortem of March.' } as const
    await ask('checklist.update', { item: 'debug-the-stack', proofs: [proof] })
    expect(await points('checklist')).toBeCloseTo((20 * 0.1 * 0.8) / 3)
    const before = (await ask('readiness.get', {})).score
    await ask('checklist.addItem', { group: 'domain-expertise', text: 'I know our trade.' })
    expect((await ask('readiness.get', {})).score).toBe(before)
  })

  it('counts the interviewer’s rating of a mock interview, never the own one', async () => {
    const { ask, points } = await opened()
    const scorecard = {
      type: 'coding',
      date: '2026-11-20',
      interviewer: 'Grace',
      overall: null,
      selfOverall: 5,
      principles: [],
      technical: { problemSolving: null, code: null, design: null, communication: null },
      questions: [],
      strengths: '',
      improvements: '',
      nextFocus: '',
    } as const
    await ask('mocks.save', { mock: { ...scorecard, principles: [], questions: [] } })
    expect(await points('mocks')).toBe(0)
    await ask('mocks.save', { mock: { ...scorecard, overall: 4, principles: [], questions: [] } })
    // One of two results of one of six kinds: hire is worth 0.75.
    expect(await points('mocks')).toBeCloseTo((15 / 6 / 2) * 0.75)
    // Eight kinds at L7.
    expect(await points('mocks', 'L7')).toBeCloseTo((15 / 8 / 2) * 0.75)
  })

  it('counts success indicators that are met, and not those of another level', async () => {
    const { ask, points } = await opened()
    await ask('metrics.save', { indicator: 'availability', value: '99.95 %' })
    expect(await points('metrics')).toBeCloseTo(10 / 12)
    expect(await points('metrics', 'L7')).toBe(0)
  })

  it('shows what would add most, of all and of each part', async () => {
    const { ask } = await opened()
    const { gains, parts } = await ask('readiness.get', {})
    expect(gains).toEqual(gains.toSorted((a, b) => b.points - a.points))
    const progress = parts.find(({ id }) => id === 'planProgress')
    expect(progress?.gains[0]?.text).toMatch(/^Study /)
  })

  it('judges the same data by another level, where its playbook suggests', async () => {
    const { ask, points } = await opened()
    await ask('sessions.log', logged('system-design', '10h'))
    // 10 of the 320 hours of L7, where system design counts as architecture.
    expect(await points('planProgress', 'L7')).toBeCloseTo((15 * 10) / 320)
    const view = await ask('readiness.get', { level: 'L7' })
    expect(view.level).toBe('L7')
    expect((await ask('profile.get', {})).profile?.level).toBe('L6')
  })
})

describe('what to do next', () => {
  it('stands in the status too, with readiness and forecast', async () => {
    const { ask } = await opened()
    const status = await ask('plan.status', {})
    const next = await ask('next.list', {})
    expect(next.steps).toEqual(status.next)
    expect(next.daysLeft).toBe(21)
    expect(next.steps.length).toBeGreaterThan(2)
    const { score, meaning } = await ask('readiness.get', {})
    expect(status.readiness).toMatchObject({ score, meaning })
    expect(status.forecast).toMatchObject({ basis: 'nothing', plan: { status: 'too-little' } })
  })

  it('prefers a category that is behind', async () => {
    const { ask } = await opened()
    await ask('sessions.log', logged('system-design', '24h'))
    const { steps } = await ask('next.list', {})
    const study = steps.find(({ action }) => action.kind === 'study')
    expect(study?.reason).toContain('behind what is due by today')
  })
})
