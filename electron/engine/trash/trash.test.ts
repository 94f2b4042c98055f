import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
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

  /** How many sessions are in the trash at each of these starts, after one was deleted on 1 October at ten. */
  async function leftAt(...starts: string[]): Promise<number[]> {
    const dataDir = temporaryFolder()
    await (await withDeleted(dataDir)).engine.close()
    const left: number[] = []
    for (const now of starts) {
      const { ask, engine } = openEngine({ dataDir, now })
      left.push((await ask('trash.list', {})).total)
      await engine.close()
    }
    return left
  }

  it('is emptied of what had been in it for 30 days at the start before, on another day', async () => {
    expect(await leftAt('2026-10-31T09:59:59Z', '2026-11-01T08:00:00Z')).toEqual([1, 1])
    expect(await leftAt('2026-10-31T10:00:01Z', '2026-11-01T08:00:00Z')).toEqual([1, 0])
  })

  it('is emptied for somebody who comes back after months on the second day', async () => {
    const back = ['2027-06-01T10:00:00Z', '2027-06-01T20:00:00Z', '2027-06-20T10:00:00Z']
    expect(await leftAt(...back)).toEqual([1, 1, 0])
  })

  it('keeps everything where the clock is ten years ahead for a day, and in time goes on', async () => {
    const ahead = ['2036-10-01T10:00:00Z', '2036-10-01T11:00:00Z']
    const right = ['2026-10-02T10:00:00Z', '2036-10-03T10:00:00Z', '2026-10-03T10:00:00Z']
    const later = ['2026-11-02T10:00:00Z', '2026-11-03T10:00:00Z']
    expect(await leftAt(...ahead, ...right, ...later)).toEqual([1, 1, 1, 1, 1, 1, 0])
  })

  it('keeps everything where it is not known when the app was started before', async () => {
    const dataDir = temporaryFolder()
    await (await withDeleted(dataDir)).engine.close()
    writeFileSync(path.join(dataDir, 'started.json'), '{"last":"2026-1')
    const first = openEngine({ dataDir, now: '2027-06-01T10:00:00Z' })
    expect((await first.ask('trash.list', {})).total).toBe(1)
    await first.engine.close()
    if (process.platform !== 'win32')
      expect(statSync(path.join(dataDir, 'started.json')).mode & 0o777).toBe(0o600)
    const second = openEngine({ dataDir, now: '2027-06-02T10:00:00Z' })
    expect((await second.ask('trash.list', {})).total).toBe(0)
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
