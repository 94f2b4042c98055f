import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

/** A bank of one story with a figure, checked once, so that the check is remembered. */
async function checked() {
  const opened = openEngine()
  const { ask } = opened
  await ask('profile.save', aProfile)
  const { evidence } = await ask('evidence.save', { figure: { metric: 'Latency', achieved: 285 } })
  const parts = {
    result: 'I made it faster than it was before, and everybody could see that it was.',
  }
  const { story } = await ask('stories.create', {
    content: { title: 'Faster', level: 'L6', parts, results: [evidence.id], teams: 2 },
  })
  const rules = async () => {
    const [check] = await ask('stories.checkAll', {})
    if (!check) throw new Error('no story was checked')
    const at = check.levels.find(({ isTarget }) => isTarget)
    return JSON.stringify([check.general, at?.findings])
  }
  await rules()
  return { ...opened, story, evidence, rules }
}

describe('a check that is made again', () => {
  it('follows the figures, the story, what was dismissed, the settings and the month', async () => {
    const { ask, story, evidence, rules, time } = await checked()
    const before = await rules()
    expect(await rules()).toBe(before)
    const figure = { metric: 'Latency', achieved: 285, baseline: 850, unit: 'ms' }
    await ask('evidence.save', { id: evidence.id, figure })
    const withBaseline = await rules()
    expect(withBaseline).not.toBe(before)
    await ask('stories.save', { id: story.id, basedOn: story.version, patch: { teams: 900 } })
    const withTeams = await rules()
    expect(withTeams).not.toBe(withBaseline)
    await ask('history.undo', {})
    expect(await rules()).toBe(withBaseline)
    await ask('stories.dismiss', { id: story.id, rule: 'no-learning', reason: 'meant' })
    expect(await rules()).toContain('"reason":"meant"')
    const now = await ask('stories.get', { id: story.id })
    await ask('stories.save', {
      id: story.id,
      basedOn: now.version,
      patch: { when: { from: '2026-09', to: null } },
    })
    const recent = await rules()
    time.set('2032-10-01T10:00:00Z')
    expect(await rules()).not.toBe(recent)
  })
})
