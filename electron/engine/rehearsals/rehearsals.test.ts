import { describe, expect, it } from 'vitest'
import type { Instant } from '#contract/units.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'
import { transfersIn } from '../../../tests/support/transfer.ts'
import { aStory, withStory } from '../stories/story-under-test.ts'

const at = (text: string) => text as Instant

const told = [
  { part: 'situation', ms: 20_000 },
  { part: 'task', ms: 10_000 },
  { part: 'action', ms: 70_500 },
  { part: 'result', ms: 18_000 },
] as const

async function rehearsed() {
  const setup = await withStory()
  await setup.ask('profile.save', aProfile)
  const save = (startedAt: string, story = setup.story.id) =>
    setup.ask('rehearsals.save', {
      story,
      format: '2min',
      startedAt: at(startedAt),
      parts: [...told],
    })
  const { rehearsal } = await save('2026-10-01T09:50:00Z')
  return { ...setup, save, rehearsal }
}

describe('a rehearsal', () => {
  it('keeps what was spoken beside what was allowed, all six parts in their order', async () => {
    const { rehearsal, story, ask } = await rehearsed()
    expect(rehearsal).toMatchObject({
      story: story.id,
      format: '2min',
      startedAt: '2026-10-01T09:50:00Z',
      studyDay: '2026-10-01',
      rating: null,
      note: '',
      session: null,
      recording: null,
    })
    expect(
      rehearsal.parts.map(({ part, budgetMs, actualMs }) => [part, budgetMs, actualMs]),
    ).toEqual([
      ['situation', 18_000, 20_000],
      ['task', 12_000, 10_000],
      ['action', 60_000, 70_500],
      ['result', 18_000, 18_000],
      ['reflection', 6_000, 0],
      ['growth', 6_000, 0],
    ])
    expect(await ask('rehearsals.list', { story: story.id })).toEqual([rehearsal])
  })

  it('allows each part the share that the settings of stories give it, and keeps that when they change', async () => {
    const { ask, rehearsal, save, story } = await rehearsed()
    const settings = await ask('stories.settings', {})
    await ask('stories.saveSettings', {
      ...settings,
      shares: { situation: 10, task: 10, action: 60, result: 20, reflection: 0, growth: 0 },
    })
    const later = (await save('2026-10-01T09:55:00Z')).rehearsal
    const budgets = (parts: typeof later.parts) => parts.map(({ budgetMs }) => budgetMs)
    expect(budgets(later.parts)).toEqual([12_000, 12_000, 72_000, 24_000, 0, 0])
    expect(await ask('rehearsals.list', { story: story.id })).toEqual([later, rehearsal])
  })

  it('counts on the study day of its start, which may be the day before', async () => {
    const { ask, time, save } = await rehearsed()
    await ask('profile.save', { ...aProfile, dayStartsAt: 4 })
    time.set('2026-10-03T01:30:00Z') // 03:30 in Berlin
    expect((await save('2026-10-03T01:20:00Z')).rehearsal.studyDay).toBe('2026-10-02')
  })

  it('is undone and done again whole', async () => {
    const { ask, story, rehearsal } = await rehearsed()
    await ask('history.undo', {})
    expect(await ask('rehearsals.list', { story: story.id })).toEqual([])
    await ask('history.redo', {})
    expect(await ask('rehearsals.list', { story: story.id })).toEqual([rehearsal])
  })

  it('is rated and noted; what is left out stays; saves of one form are one undo step', async () => {
    const { ask, rehearsal } = await rehearsed()
    const { id } = rehearsal
    const edit = async (input: { rating?: number; note?: string }) =>
      (await ask('rehearsals.edit', { id, editor: 'form', ...input })).rehearsal
    await edit({ rating: 4 })
    await edit({ note: 'Slower' })
    expect(await edit({ note: 'Slower at the start' })).toMatchObject({
      rating: 4,
      note: 'Slower at the start',
    })
    await ask('history.undo', {})
    expect((await ask('rehearsals.list', { story: rehearsal.story }))[0]).toEqual(rehearsal)
  })

  it.each([
    [{ startedAt: '2026-10-01T10:05:00Z' }, 'invalid-input', 'startedAt'],
    [{ parts: [] }, 'invalid-input', 'parts'],
    [{ parts: [{ part: 'task', ms: 0 }] }, 'invalid-input', 'parts'],
    [{ parts: [{ part: 'task', ms: 3_600_001 }] }, 'invalid-input', 'parts.0.ms'],
    [
      {
        parts: [
          { part: 'task', ms: 3_600_000 },
          { part: 'action', ms: 1 },
        ],
      },
      'invalid-input',
      'parts',
    ],
    [
      {
        parts: [
          { part: 'task', ms: 1 },
          { part: 'task', ms: 1 },
        ],
      },
      'invalid-input',
      'parts',
    ],
    [{ story: '0199a0a0-1111-7000-8000-000000000009' }, 'not-found', undefined],
  ])('is refused with %j', async (changes, code, field) => {
    const { engine, story } = await rehearsed()
    const input = {
      story: story.id,
      format: '2min',
      startedAt: '2026-10-01T09:00:00Z',
      parts: told,
      ...changes,
    }
    const answer = await engine.callUntrusted('rehearsals.save', input)
    expect(answer).toMatchObject({ ok: false, error: { code, ...(field ? { field } : {}) } })
  })

  it('goes to the trash, shows there with its story, and comes back', async () => {
    const { ask, refusal, rehearsal, story } = await rehearsed()
    await ask('rehearsals.remove', { ids: [rehearsal.id] })
    expect(await ask('rehearsals.list', { story: story.id })).toEqual([])
    expect((await ask('trash.list', {})).rehearsals).toEqual([
      { rehearsal, title: aStory.title, deletedAt: '2026-10-01T10:00:00Z' },
    ])
    expect((await refusal('rehearsals.remove', { ids: [rehearsal.id] })).code).toBe('not-found')
    await ask('trash.restore', { ids: [rehearsal.id] })
    expect(await ask('rehearsals.list', { story: story.id })).toEqual([rehearsal])
  })

  it('goes with its story and comes back with it, even when the trash was emptied in between', async () => {
    const { ask, rehearsal, story } = await rehearsed()
    await ask('stories.remove', { ids: [story.id] })
    expect((await ask('rehearsals.due', {})).stories).toEqual([])
    await ask('trash.empty', {})
    await ask('history.undo', {})
    await ask('trash.restore', { ids: [story.id] })
    expect(await ask('rehearsals.list', { story: story.id })).toEqual([rehearsal])
  })
})

describe('a rehearsal as a study session', () => {
  it('is logged with its start and length in one undo step', async () => {
    const { ask, refusal, rehearsal } = await rehearsed()
    const answer = await ask('rehearsals.logSession', { id: rehearsal.id, category: 'stories' })
    expect(answer.session).toMatchObject({
      category: 'stories',
      startedAt: '2026-10-01T09:50:00Z',
      durationS: 119,
      note: `Rehearsed: ${aStory.title}`,
    })
    expect(answer.rehearsal.session).toBe(answer.session.id)
    expect(
      (await refusal('rehearsals.logSession', { id: rehearsal.id, category: 'stories' })).code,
    ).toBe('conflict')
    await ask('history.undo', {})
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
    expect((await ask('rehearsals.list', { story: rehearsal.story }))[0]?.session).toBeNull()
  })

  it('can be logged again once that session is deleted, and shows it again once it is put back', async () => {
    const { ask, rehearsal } = await rehearsed()
    const { session } = await ask('rehearsals.logSession', {
      id: rehearsal.id,
      category: 'stories',
    })
    const linked = async () =>
      (await ask('rehearsals.list', { story: rehearsal.story }))[0]?.session
    await ask('sessions.remove', { ids: [session.id] })
    expect(await linked()).toBeNull()
    await ask('trash.restore', { ids: [session.id] })
    expect(await linked()).toBe(session.id)
  })

  it('asks about an overlap, and names a category that the plan has not', async () => {
    const { ask, refusal, rehearsal } = await rehearsed()
    await ask('sessions.log', {
      category: 'coding',
      duration: '1h',
      date: '2026-10-01',
      time: '11:00',
    })
    const input = { id: rehearsal.id, category: 'stories' }
    expect((await refusal('rehearsals.logSession', input)).code).toBe('overlap')
    await ask('rehearsals.logSession', { ...input, acceptOverlap: true })
    const other = await refusal('rehearsals.logSession', { ...input, category: 'nothing' })
    expect(other.code).toBe('conflict')
  })
})

describe('the due list', () => {
  it('takes ready stories that were never rehearsed first and leaves drafts and retired ones out', async () => {
    const { ask, save, time, story: first } = await rehearsed()
    await ask('stories.setStatus', { id: first.id, status: 'ready' })
    const made = async (title: string, status: 'draft' | 'ready' | 'rehearsed' | 'retired') => {
      const { story } = await ask('stories.create', { content: { ...aStory, title } })
      await ask('stories.setStatus', { id: story.id, status })
      return story.id
    }
    await made('draft', 'draft')
    await made('retired', 'retired')
    await made('new', 'ready')
    await made('by name only', 'rehearsed')
    time.set('2026-10-05T10:00:00Z')
    const well = await made('well', 'rehearsed')
    const { rehearsal } = await save('2026-10-05T09:00:00Z', well)
    await ask('rehearsals.edit', { id: rehearsal.id, rating: 5 })
    const due = await ask('rehearsals.due', {})
    expect(due).toMatchObject({ today: '2026-10-05', daysLeft: 71, drafts: 1 })
    expect(
      due.stories.map(({ story, state, dueOn, reason }) => [story.title, state, dueOn, reason]),
    ).toEqual([
      ['new', 'never', '2026-10-05', 'Ready, and never rehearsed.'],
      [
        'by name only',
        'never',
        '2026-10-05',
        'Marked as rehearsed, but no rehearsal is kept here.',
      ],
      [aStory.title, 'due', '2026-10-03', 'Rehearsed 4 days ago, not rated: due for 2 days.'],
      ['well', 'later', '2026-10-13', 'Rehearsed today, rated 5 of 5: due in 8 days.'],
    ])
    expect(await ask('rehearsals.due', {})).toEqual(due)
  })

  it('brings a story forward that would come only after the interview', async () => {
    const { ask, rehearsal, story } = await rehearsed()
    await ask('stories.setStatus', { id: story.id, status: 'ready' })
    await ask('rehearsals.edit', { id: rehearsal.id, rating: 5 })
    await ask('profile.save', { ...aProfile, interviewDate: '2026-10-05' })
    expect((await ask('rehearsals.due', {})).stories[0]).toMatchObject({
      dueOn: '2026-10-04',
      broughtForward: true,
    })
  })

  it('counts neither a deleted rehearsal nor the interview that is past', async () => {
    const { ask, rehearsal, story, time } = await rehearsed()
    await ask('stories.setStatus', { id: story.id, status: 'ready' })
    await ask('rehearsals.remove', { ids: [rehearsal.id] })
    time.set('2027-01-01T10:00:00Z')
    const due = await ask('rehearsals.due', {})
    expect([due.daysLeft, due.stories[0]?.state]).toEqual([null, 'never'])
  })

  it('works before there is a profile', async () => {
    const { ask } = openEngine()
    expect(await ask('rehearsals.due', {})).toEqual({
      today: '2026-10-01',
      daysLeft: null,
      stories: [],
      drafts: 0,
    })
  })
})

describe('the JSON export', () => {
  it('carries rehearsals with their parts, and nothing of a recording', async () => {
    const { ask, rehearsal, dataDir } = await rehearsed()
    await ask('rehearsals.setRecording', { on: true })
    await ask('rehearsals.saveRecording', {
      rehearsal: rehearsal.id,
      mediaType: 'audio/webm',
      bytes: new TextEncoder().encode('what was said'),
    })
    const text = new TextDecoder().decode(await transfersIn(dataDir).exported('json'))
    const { rehearsals } = JSON.parse(text) as { rehearsals: unknown[] }
    expect(rehearsals).toMatchObject([
      { id: rehearsal.id, storyId: rehearsal.story, format: '2min', rating: null },
    ])
    expect(text).toContain('"actualMs":70500')
    expect(text).not.toMatch(/recording|audio|what was said/)
  })
})
