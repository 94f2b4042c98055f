import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetsDir, openEngine } from '../../../tests/support/engine.ts'
import { loadPlaybooks } from '../playbooks/load.ts'
import { testFolders } from '../playbooks/test-folders.ts'

const mine = {
  text: 'What would your last manager change about you?',
  kind: 'behavioural',
  principle: 'earn-trust',
  level: null,
} as const

describe('the bank', () => {
  const { questions, principles } = loadPlaybooks({
    builtInDir: path.join(assetsDir, 'data'),
    userDir: path.join(assetsDir, 'no-such-folder'),
  })

  it('asks for each of the sixteen principles at least five times, at both levels', () => {
    for (const { id } of principles)
      for (const level of ['L6', 'L7'])
        expect([
          id,
          questions.filter((row) => row.principle === id && row.levels.includes(level)).length >= 5,
        ]).toEqual([id, true])
  })

  it.each(['L6', 'L7'])(
    'asks at least twenty times about management and strategy at %s',
    (level) => {
      const found = questions.filter(
        (row) => row.levels.includes(level) && row.kind !== 'behavioural',
      )
      expect(found.length).toBeGreaterThanOrEqual(20)
      for (const kind of ['management', 'strategy'])
        expect(found.filter((row) => row.kind === kind).length).toBeGreaterThanOrEqual(10)
    },
  )

  it('holds questions that end like questions and differ from each other', () => {
    expect(questions.filter(({ text }) => !/[.?]$/.test(text))).toEqual([])
    const key = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .slice(0, 40)
    expect(new Set(questions.map(({ text }) => key(text))).size).toBe(questions.length)
  })

  it.each([
    ['principle: ownership', 'principle: owning', /:\d+:\d+: .*principle/],
    ['levels: [L6, L7]', 'levels: [L9]', /levels/],
    ['id: co-change-plan', 'id: co-customer-problem', /used twice/],
    ['schemaVersion: 1', 'schemaVersion: 2', /schemaVersion/],
  ])('that says %j as %j does not load', (from, to, fault) => {
    const folders = testFolders()
    const file = path.join(folders.builtInDir, 'questions', 'leadership-principles.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
    expect(() => loadPlaybooks(folders)).toThrow(fault)
  })
})

describe('questions', () => {
  it('list the bank, with own ones before it', async () => {
    const { ask } = openEngine()
    const before = await ask('questions.list', {})
    const { question } = await ask('questions.saveOwn', { question: mine })
    expect(question).toMatchObject({ text: mine.text, own: true, levels: [], drilled: null })
    expect(await ask('questions.list', {})).toEqual([question, ...before])
  })

  it('of one’s own can be changed, deleted and put back, each as a step to undo', async () => {
    const { ask, refusal } = openEngine()
    const { question } = await ask('questions.saveOwn', { question: mine })
    const { id } = question
    await ask('questions.saveOwn', { id, question: { ...mine, level: 'L7', text: ' Shorter? ' } })
    const [changed] = await ask('questions.list', {})
    expect(changed).toMatchObject({ id, text: 'Shorter?', levels: ['L7'] })
    await ask('history.undo', {})
    expect((await ask('questions.list', {}))[0]).toEqual(question)
    await ask('questions.removeOwn', { ids: [id] })
    expect((await ask('questions.list', {}))[0]?.own).toBe(false)
    expect((await ask('trash.list', {})).questions).toMatchObject([{ question: { id } }])
    expect(await refusal('questions.mark', { id, favourite: true })).toMatchObject({
      code: 'not-found',
    })
    await ask('trash.restore', { ids: [id] })
    expect((await ask('questions.list', {}))[0]).toEqual(question)
  })

  it('of the bank cannot be changed or deleted', async () => {
    const { refusal } = openEngine()
    const id = '0199a0a0-0000-7000-8000-000000000001'
    expect((await refusal('questions.saveOwn', { id, question: mine })).code).toBe('not-found')
    expect((await refusal('questions.removeOwn', { ids: [id] })).code).toBe('not-found')
  })

  it('refuse an empty text, a principle and a level that there is not', async () => {
    const { refusal } = openEngine()
    const wrong = (part: object) => refusal('questions.saveOwn', { question: { ...mine, ...part } })
    expect(await wrong({ text: '  ' })).toMatchObject({ field: 'question.text' })
    expect(await wrong({ principle: 'speed', level: 'L9' })).toMatchObject({
      field: 'question.principle',
      others: [{ field: 'question.level' }],
    })
  })

  it('take a star and give it back', async () => {
    const { ask } = openEngine()
    const id = 'co-change-plan'
    expect((await ask('questions.mark', { id, favourite: true })).question.favourite).toBe(true)
    await ask('history.undo', {})
    const found = (await ask('questions.list', {})).find((row) => row.id === id)
    expect(found?.favourite).toBe(false)
  })

  it('keep every result of the drill, with the story that was told', async () => {
    const { ask, time } = openEngine()
    const { story } = await ask('stories.create', { content: { title: 'Checkout' } })
    const id = 'co-change-plan'
    await ask('questions.rate', { id, rating: 2, storyId: story.id })
    time.set('2026-10-02T10:00:00Z')
    const { question } = await ask('questions.rate', { id, rating: 4 })
    expect(question.drilled).toEqual({ times: 2, lastAt: '2026-10-02T10:00:00Z', lastRating: 4 })
    expect(await ask('questions.results', { id })).toMatchObject([
      { rating: 4, story: null },
      { rating: 2, story: { id: story.id, title: 'Checkout' } },
    ])
    await ask('stories.remove', { ids: [story.id] })
    expect((await ask('questions.results', { id }))[1]?.story).toBeNull()
    await ask('history.undo', {})
    await ask('history.undo', {})
    expect(await ask('questions.results', { id })).toHaveLength(1)
  })

  it('refuse a rating that is none, and a story that is gone', async () => {
    const { refusal } = openEngine()
    const rate = (rating: number, storyId: string | null = null) =>
      refusal('questions.rate', { id: 'co-change-plan', rating, storyId })
    expect(await rate(0)).toMatchObject({ field: 'rating' })
    expect(await rate(6)).toMatchObject({ field: 'rating' })
    expect(await rate(3, '0199a0a0-0000-7000-8000-000000000001')).toMatchObject({
      field: 'storyId',
    })
  })
})
