import { describe, expect, it } from 'vitest'
import type { StoryCheck } from '#contract/level-check.ts'
import { openFindings } from '#domain/level-check/check.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'
import { aStory, withStory } from './story-under-test.ts'

const levelOf = (check: StoryCheck, level: string) =>
  check.levels.find((row) => row.level === level)

describe('the check of a story', () => {
  it('judges it beside both levels by the ranges of the playbooks', async () => {
    const { ask, story } = await withStory()
    const check = await ask('stories.check', { id: story.id })
    expect(check.levels.map(({ level, isTarget }) => [level, isTarget])).toEqual([
      ['L6', true],
      ['L7', false],
    ])
    const placesOf = (level: string) =>
      Object.fromEntries(
        levelOf(check, level)?.scope.map(({ field, place }) => [field, place]) ?? [],
      )
    expect(placesOf('L6')).toEqual({
      peopleLed: 'inside',
      peopleAffected: 'not-stated',
      teams: 'inside',
      durationMonths: 'below',
      budgetUsd: 'inside',
      highestStakeholder: 'inside',
      technologyLevel: 'inside',
    })
    expect(placesOf('L7')).toEqual({
      peopleLed: 'below',
      peopleAffected: 'inside',
      teams: 'not-stated',
      durationMonths: 'below',
      budgetUsd: 'below',
      highestStakeholder: 'below',
      technologyLevel: 'below',
    })
    expect(levelOf(check, 'L6')?.findings).toMatchObject([
      {
        field: 'durationMonths',
        source: expect.stringContaining('Project Duration. Twelve months lie in the bands of both'),
        message: expect.stringContaining('1.5 months: below L6 (3 to 12 months)'),
      },
    ])
  })

  it('is for the level of the profile where the story names none', async () => {
    const { ask, story } = await withStory({ level: null })
    await ask('profile.save', { ...aProfile, level: 'L7' })
    const check = await ask('stories.check', { id: story.id })
    expect(check.levels.filter(({ isTarget }) => isTarget).map(({ level }) => level)).toEqual([
      'L7',
    ])
  })

  it('keeps what was dismissed with its reason, through undo, and for the level alone', async () => {
    const { ask, story } = await withStory()
    const { id } = story
    await ask('stories.dismiss', { id, rule: 'scope-duration-at-l6', reason: 'A task force.' })
    const after = await ask('stories.check', { id })
    expect(levelOf(after, 'L6')?.findings[0]?.dismissal?.reason).toBe('A task force.')
    expect(openFindings(after).map(({ rule }) => rule)).not.toContain('scope-duration')
    const seven = levelOf(after, 'L7')?.findings.find(({ rule }) => rule === 'scope-duration')
    expect(seven?.dismissal).toBeNull()
    await ask('history.undo', {})
    expect(openFindings(await ask('stories.check', { id })).map(({ rule }) => rule)).toContain(
      'scope-duration',
    )
  })

  it('never keeps a story from being ready', async () => {
    const { ask, story } = await withStory({ peopleLed: 1, teams: 1, budgetUsd: 1 })
    expect((await ask('stories.setStatus', { id: story.id, status: 'ready' })).story.status).toBe(
      'ready',
    )
  })

  it('goes by the figures of the ledger and by the settings', async () => {
    const { ask, story } = await withStory()
    const { evidence } = await ask('evidence.save', {
      figure: { metric: 'Latency', achieved: 285, unit: 'ms' },
    })
    await ask('stories.save', {
      id: story.id,
      patch: { results: [evidence.id] },
      basedOn: story.version,
    })
    const rulesOf = async () =>
      (await ask('stories.check', { id: story.id })).general.map(({ rule }) => rule)
    expect(await rulesOf()).toContain('result-without-baseline')
    await ask('evidence.save', { id: evidence.id, figure: { metric: 'Latency', baseline: 850 } })
    expect(await rulesOf()).not.toContain('result-without-baseline')
  })

  it('of all stories leaves out those that are retired or in the trash', async () => {
    const { ask, story } = await withStory()
    const { story: retired } = await ask('stories.create', { content: aStory })
    const { story: gone } = await ask('stories.create', { content: aStory })
    await ask('stories.setStatus', { id: retired.id, status: 'retired' })
    await ask('stories.remove', { ids: [gone.id] })
    const [checked, ...others] = await ask('stories.checkAll', {})
    expect(others).toEqual([])
    expect(checked).toEqual(await ask('stories.check', { id: story.id }))
  })

  it('says that a story is gone', async () => {
    const { refusal } = openEngine()
    const id = '0199a0a0-0000-7000-8000-000000000001'
    expect(await refusal('stories.check', { id })).toMatchObject({ code: 'not-found' })
  })
})

describe('the case studies of the playbooks', () => {
  it.each([
    [
      'L6',
      { peopleLed: 12, teams: 1, durationMonths: 1.5 },
      ['no-learning', 'scope-duration', 'scope-teams'],
    ],
    [
      'L7',
      { peopleAffected: 200, teams: 5, durationMonths: 18, budgetUsd: 10_000_000 },
      ['no-learning'],
    ],
  ])('of %s are blamed for no more than they are said to bend', async (level, scope, bends) => {
    const { ask } = openEngine()
    const book = await ask('playbooks.get', { id: level })
    const [study] = book.caseStudies
    if (!study) throw new Error('no case study')
    const { situation, task, action, result } = study
    const { story } = await ask('stories.create', {
      content: { title: study.title, level, parts: { situation, task, action, result }, ...scope },
    })
    const open = openFindings(await ask('stories.check', { id: story.id }))
    const clear = open.filter(({ severity }) => severity === 'clear')
    expect(clear.map(({ rule }) => rule).toSorted()).toEqual(bends)
    // What they do not tell either is asked for mildly.
    const mild = open.filter(({ severity }) => severity === 'mild').map(({ rule }) => rule)
    expect(mild.filter((rule) => !['no-alternatives', 'no-struggle'].includes(rule))).toEqual([])
  })
})
