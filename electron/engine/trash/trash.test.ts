import { describe, expect, it } from 'vitest'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'

async function withDeleted(dataDir = temporaryFolder()) {
  const setup = openEngine({ dataDir })
  await setup.ask('profile.save', aProfile)
  const { session } = await setup.ask('sessions.log', {
    category: 'coding',
    duration: '1h',
    counts: [{ kind: 'paper', n: 1 }],
  })
  await setup.ask('sessions.remove', { ids: [session.id] })
  return { ...setup, session }
}

describe('the trash', () => {
  it('shows what was deleted and when, and puts it back whole', async () => {
    const { ask, session } = await withDeleted()
    const trash = await ask('trash.list', {})
    expect(trash).toEqual({
      total: 1,
      days: 30,
      sessions: [{ session, deletedAt: '2026-10-01T10:00:00Z' }],
      stories: [],
      evidence: [],
      rehearsals: [],
      mocks: [],
      questions: [],
      checklistItems: [],
    })
    await ask('trash.restore', { ids: [session.id] })
    expect(await ask('sessions.get', { id: session.id })).toEqual(session)
    expect((await ask('trash.list', {})).total).toBe(0)
  })

  it.each([
    ['by itself', ['story'], 1],
    ['before it', ['story', 'figure'], 2],
    ['after it', ['figure', 'story'], 2],
  ])(
    'puts a story back with its figure, asked for %s, and counts what was asked',
    async (...of) => {
      const [, asked, restored] = of
      const { ask } = openEngine()
      const { evidence } = await ask('evidence.save', { figure: { metric: 'Latency' } })
      const { story } = await ask('stories.create', { content: { results: [evidence.id] } })
      await ask('stories.remove', { ids: [story.id] })
      await ask('evidence.remove', { ids: [evidence.id] })
      const ids = asked.map((each) => (each === 'story' ? story.id : evidence.id))
      expect(await ask('trash.restore', { ids })).toEqual({ restored })
      expect((await ask('stories.get', { id: story.id })).results).toEqual([evidence.id])
      expect((await ask('evidence.list', {})).map(({ id }) => id)).toEqual([evidence.id])
    },
  )

  it('says so when there is nothing to put back', async () => {
    const { ask, refusal, session } = await withDeleted()
    await ask('trash.restore', { ids: [session.id] })
    expect((await refusal('trash.restore', { ids: [session.id] })).code).toBe('not-found')
  })

  it('can be emptied, and even that can be undone', async () => {
    const { ask, session } = await withDeleted()
    expect(await ask('trash.empty', {})).toEqual({ deleted: 1 })
    expect((await ask('trash.list', {})).total).toBe(0)
    await ask('history.undo', {})
    expect((await ask('trash.list', {})).sessions[0]?.session).toEqual(session)
  })

  it.each([
    ['2026-10-31T09:59:59Z', 1],
    ['2026-10-31T10:00:01Z', 0],
  ])('opened at %s, 30 days after, holds %i', async (now, left) => {
    const dataDir = temporaryFolder()
    const first = await withDeleted(dataDir)
    await first.engine.close()
    const second = openEngine({ dataDir, now })
    expect((await second.ask('trash.list', {})).total).toBe(left)
  })
})

describe('the list of changes', () => {
  it('tells what was done, the latest first, and what was taken back', async () => {
    const { ask } = await withDeleted()
    await ask('history.undo', {})
    const list = await ask('history.list', {})
    expect(list.map(({ label, undone }) => [label, undone])).toEqual([
      ['Delete session', true],
      ['Log session', false],
      ['Change profile', false],
    ])
  })
})
