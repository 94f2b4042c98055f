import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MockInput } from '#contract/mocks.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

const nothing: MockInput = {
  type: 'behavioural',
  date: '2026-09-30',
  interviewer: '',
  overall: null,
  selfOverall: null,
  principles: [],
  technical: { problemSolving: null, code: null, design: null, communication: null },
  questions: [],
  strengths: '',
  improvements: '',
  nextFocus: '',
}

async function ready(content: Partial<MockInput> = {}, level: 'L6' | 'L7' = 'L6') {
  const setup = openEngine()
  await setup.ask('profile.save', { ...aProfile, level })
  const { story } = await setup.ask('stories.create', { content: { title: 'Checkout' } })
  const full: MockInput = {
    ...nothing,
    interviewer: 'Grace Hopper',
    overall: 4,
    selfOverall: 3,
    principles: [
      { principle: 'dive-deep', rating: 2, selfRating: 4, evidence: 'Stopped at the dashboard.' },
      { principle: 'ownership', rating: null, selfRating: 5, evidence: '' },
    ],
    technical: { problemSolving: 3, code: null, design: 5, communication: 1 },
    questions: [
      { question: 'Why did it slow down?', storyId: story.id },
      { question: '', storyId: null },
    ],
    strengths: '  Calm.\n',
    improvements: '<b>Numbers</b> 数字 🙂',
    nextFocus: 'Baselines',
    ...content,
  }
  const save = (mock: MockInput, more: object = {}) => setup.ask('mocks.save', { mock, ...more })
  const first = await save(full)
  if (first.outcome !== 'saved') throw new Error('a new one cannot be stale')
  return { ...setup, story, full, save, mock: first.mock }
}

const mockCount = async (ask: Awaited<ReturnType<typeof ready>>['ask']) =>
  (await ask('plan.status', {})).counts.find(({ kind }) => kind === 'mock-interview')?.total ?? 0

describe('a scorecard', () => {
  it('is kept whole, word for word, with both ratings beside each other', async () => {
    const { ask, mock, full } = await ready()
    expect(mock).toMatchObject({ ...full, level: 'L6', session: null })
    expect(await ask('mocks.list', {})).toEqual([mock])
    expect(await ask('mocks.get', { id: mock.id })).toEqual(mock)
  })

  it('drops a principle about which nothing is said, and knows that it is then the same', async () => {
    const { mock, full, save } = await ready()
    const silent = { principle: 'frugality', rating: null, selfRating: null, evidence: '' }
    const again = await save(
      { ...full, principles: [silent, ...full.principles.toReversed()] },
      { id: mock.id, basedOn: mock.revision },
    )
    expect(again).toEqual({ outcome: 'saved', mock })
  })

  it('is not written over what another window saved since', async () => {
    const { ask, mock, full, save } = await ready()
    await save({ ...full, strengths: 'theirs' }, { id: mock.id, basedOn: mock.revision })
    const late = await save({ ...full, strengths: 'mine' }, { id: mock.id, basedOn: mock.revision })
    expect(late).toMatchObject({ outcome: 'stale', current: { strengths: 'theirs' } })
    expect((await ask('mocks.get', { id: mock.id })).strengths).toBe('theirs')
  })

  it('that is made again under its id is there once', async () => {
    const { ask, refusal, full, save } = await ready()
    const id = '0199a0a0-0000-7000-8000-000000000001'
    const made = await save(full, { id })
    expect(made).toMatchObject({ outcome: 'saved', mock: { id } })
    expect(await save(full, { id })).toMatchObject({ outcome: 'stale', current: { id } })
    expect(await ask('mocks.list', {})).toHaveLength(2)
    await ask('mocks.remove', { ids: [id] })
    expect(await refusal('mocks.save', { id, mock: full })).toMatchObject({ code: 'not-found' })
  })

  it('that one editor saves again and again is one step to undo, the first save with it', async () => {
    const { ask, full, time, save } = await ready()
    let last = await save({ ...full, strengths: 'a' }, { editor: 'e' })
    for (const strengths of ['ab', 'abc']) {
      time.set('2026-10-01T10:01:00Z')
      if (last.outcome !== 'saved') throw new Error('stale')
      const { id, revision } = last.mock
      last = await save({ ...full, strengths }, { id, basedOn: revision, editor: 'e' })
    }
    expect(await ask('mocks.list', {})).toHaveLength(2)
    await ask('history.undo', {})
    expect(await ask('mocks.list', {})).toHaveLength(1)
    await ask('history.redo', {})
    expect((await ask('mocks.list', {})).map(({ strengths }) => strengths)).toContain('abc')
  })

  it('goes to the trash and comes back whole', async () => {
    const { ask, refusal, mock } = await ready()
    await ask('mocks.remove', { ids: [mock.id] })
    expect(await ask('mocks.list', {})).toEqual([])
    expect((await ask('trash.list', {})).mocks).toEqual([
      {
        mock: { id: mock.id, type: mock.type, date: mock.date, interviewer: 'Grace Hopper' },
        deletedAt: '2026-10-01T10:00:00Z',
      },
    ])
    expect(await refusal('mocks.get', { id: mock.id })).toMatchObject({ code: 'not-found' })
    await ask('trash.restore', { ids: [mock.id] })
    expect(await ask('mocks.list', {})).toEqual([mock])
    await ask('mocks.remove', { ids: [mock.id] })
    expect(await ask('trash.empty', {})).toEqual({ deleted: 1 })
    await ask('history.undo', {})
    await ask('history.undo', {})
    expect(await ask('mocks.list', {})).toEqual([mock])
  })

  it('says everything that is wrong at once', async () => {
    const { refusal } = await ready()
    const error = await refusal('mocks.save', {
      mock: {
        ...nothing,
        type: 'executive',
        date: '2026-10-02',
        principles: [{ principle: 'speed', rating: 1, selfRating: null, evidence: '' }],
        questions: [{ question: '', storyId: '0199a0a0-0000-7000-8000-000000000001' }],
      },
    })
    expect([error.field, ...(error.others ?? []).map(({ field }) => field)]).toEqual([
      'mock.type',
      'mock.date',
      'mock.principles.0.principle',
      'mock.questions.0.storyId',
    ])
    expect(error.message).toBe('A loop at L6 has no executive round.')
  })

  it('has strategy and executive rounds at L7, and keeps them when the level is switched', async () => {
    const { ask, mock, save, full } = await ready({ type: 'executive' }, 'L7')
    await ask('profile.switchLevel', { level: 'L6', mapping: [] })
    const again = await save(
      { ...full, type: 'executive', strengths: 'x' },
      { id: mock.id, basedOn: mock.revision },
    )
    expect(again).toMatchObject({ mock: { type: 'executive', level: 'L7' } })
  })

  it('keeps the story that was told when the story is deleted', async () => {
    const { ask, mock, story, save, full } = await ready()
    await ask('stories.remove', { ids: [story.id] })
    const again = await save(
      { ...full, strengths: 'still' },
      { id: mock.id, basedOn: mock.revision },
    )
    expect(again).toMatchObject({ mock: { questions: [{ storyId: story.id }, {}] } })
  })

  it('refuses ratings that are none', async () => {
    const { refusal } = await ready()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.integer({ max: 0 }), fc.integer({ min: 6 }), fc.constantFrom(1.5, 4.2)),
        async (overall) => {
          const error = await refusal('mocks.save', { mock: { ...nothing, overall } })
          expect(error.field).toBe('mock.overall')
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('a mock interview as a study session', () => {
  it('is logged on its date, counts one, and says where it stands', async () => {
    const { ask, mock } = await ready()
    const logged = await ask('mocks.logSession', {
      id: mock.id,
      category: 'stories',
      duration: '1h',
      time: '15:00',
    })
    expect(logged.mock.session).toMatchObject({
      date: '2026-09-30',
      time: '15:00',
      durationS: 3600,
    })
    expect(await mockCount(ask)).toBe(1)
    const [session] = await ask('sessions.page', { offset: 0, limit: 5 })
    expect(session).toMatchObject({
      note: 'Mock interview: behavioural, with Grace Hopper\nNext: Baselines',
      counts: [{ kind: 'mock-interview', n: 1 }],
    })
  })

  it('cannot be logged twice, so that it counts once', async () => {
    const { ask, refusal, mock } = await ready()
    const input = { id: mock.id, category: 'stories', duration: '1h' }
    await ask('mocks.logSession', input)
    expect(await refusal('mocks.logSession', { ...input, acceptOverlap: true })).toMatchObject({
      code: 'conflict',
    })
    expect(await mockCount(ask)).toBe(1)
  })

  it('is logged again once its session was deleted', async () => {
    const { ask, mock } = await ready()
    const input = { id: mock.id, category: 'stories', duration: '1h' }
    const { mock: logged } = await ask('mocks.logSession', input)
    await ask('sessions.remove', { ids: [logged.session?.id ?? ''] })
    expect(await ask('mocks.get', { id: mock.id })).toMatchObject({ session: null })
    await ask('mocks.logSession', input)
    expect(await mockCount(ask)).toBe(1)
  })

  it('is one step to undo: session and tie together', async () => {
    const { ask, mock } = await ready()
    await ask('mocks.logSession', { id: mock.id, category: 'stories', duration: '1h' })
    await ask('history.undo', {})
    expect(await ask('mocks.get', { id: mock.id })).toEqual(mock)
    expect(await mockCount(ask)).toBe(0)
  })

  it('that was logged by hand before is tied to that session and not counted again', async () => {
    const { ask, mock } = await ready()
    const { session } = await ask('sessions.log', {
      category: 'stories',
      duration: '2h',
      counts: [{ kind: 'mock-interview', n: 1 }],
    })
    await ask('mocks.tieSession', { id: mock.id, sessionId: session.id })
    expect(await mockCount(ask)).toBe(1)
    await ask('mocks.tieSession', { id: mock.id, sessionId: session.id })
    expect(await mockCount(ask)).toBe(1)
  })

  it('raises the count of a session only as far as interviews are tied to it', async () => {
    const { ask, mock, full, save } = await ready()
    const { session } = await ask('sessions.log', { category: 'stories', duration: '2h' })
    const second = await save(full)
    if (second.outcome !== 'saved') throw new Error('stale')
    await ask('mocks.tieSession', { id: mock.id, sessionId: session.id })
    await ask('mocks.tieSession', { id: second.mock.id, sessionId: session.id })
    expect(await mockCount(ask)).toBe(2)
    await ask('mocks.tieSession', { id: second.mock.id, sessionId: null })
    expect(await ask('mocks.get', { id: second.mock.id })).toMatchObject({ session: null })
  })

  it('says what is wrong with the duration, and asks about an overlap', async () => {
    const { ask, refusal, mock } = await ready({ date: '2026-10-01' })
    const input = { id: mock.id, category: 'stories', duration: '0' }
    expect(await refusal('mocks.logSession', input)).toMatchObject({ field: 'duration' })
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    expect(await refusal('mocks.logSession', { ...input, duration: '1h' })).toMatchObject({
      code: 'overlap',
    })
    await ask('mocks.logSession', { ...input, duration: '1h', acceptOverlap: true })
  })
})
