import { describe, expect, it } from 'vitest'
import { openEngine } from '../../../tests/support/engine.ts'
import { aStory, withStory } from './story-under-test.ts'
import { keptVersions } from './versions.ts'

describe('the list of stories', () => {
  async function bank() {
    const setup = openEngine()
    const titles: Record<string, string> = {}
    for (const [index, content] of [
      { ...aStory, title: 'Checkout', tags: ['a'] },
      { title: 'Café migration', level: 'L7', primaryPrinciple: 'think-big', tags: ['a', 'b'] },
      { title: 'Hiring', secondaryPrinciples: ['ownership'], obstacles: 'Budget freeze' },
      { title: '移行', followUps: [{ question: 'Why?', answer: '私たちは移行を主導した。' }] },
    ].entries()) {
      setup.time.set(`2026-10-01T10:0${index}:00Z`)
      const { story } = await setup.ask('stories.create', { content })
      titles[story.id] = content.title
    }
    const [first] = (await setup.ask('stories.list', {})).toReversed()
    await setup.ask('stories.setStatus', { id: first?.id ?? '', status: 'ready' })
    const listed = async (filter: object) =>
      (await setup.ask('stories.list', { filter })).map(({ title }) => title)
    return { ...setup, listed }
  }

  it('shows the last changed first, with what a person needs to tell them apart', async () => {
    const { ask, listed } = await bank()
    expect(await listed({})).toEqual(['移行', 'Hiring', 'Café migration', 'Checkout'])
    expect((await ask('stories.list', {})).at(-1)).toMatchObject({
      status: 'ready',
      level: 'L6',
      primaryPrinciple: 'ownership',
      secondaryPrinciples: ['dive-deep', 'deliver-results'],
      tags: ['a'],
      results: 0,
      written: ['situation', 'task', 'action', 'result', 'reflection', 'growth'],
    })
  })

  it.each([
    [{ statuses: ['ready'] }, ['Checkout']],
    [{ principles: ['ownership'] }, ['Hiring', 'Checkout']],
    [{ tags: ['b', 'c'] }, ['Café migration']],
    [{ levels: ['L7', 'L9'] }, ['Café migration']],
    [{ levels: [null] }, ['移行', 'Hiring']],
    [{ text: 'cafe' }, ['Café migration']],
    [{ text: 'FREEZE' }, ['Hiring', 'Checkout']],
    [{ text: 'freeze bud' }, ['Hiring']],
    [{ text: 'hiring freeze' }, ['Hiring']],
    [{ text: '主導' }, ['移行']],
    [{ text: 'ice' }, []],
    [{ text: '"*()^' }, ['移行', 'Hiring', 'Café migration', 'Checkout']],
    [{ text: 'freeze', statuses: ['draft'] }, ['Hiring']],
    [{ statuses: [] }, []],
  ])('of %j holds %j', async (filter, titles) => {
    const { listed } = await bank()
    expect(await listed(filter)).toEqual(titles)
  })

  it('says where the words stand', async () => {
    const { ask } = await bank()
    const [found] = await ask('stories.list', { filter: { text: 'budget fre' } })
    const [excerpt] = found?.excerpts ?? []
    expect(excerpt?.field).toBe('obstacles')
    expect(excerpt?.ranges.map(([from, to]) => excerpt.text.slice(from, to))).toEqual([
      'Budget',
      'freeze',
    ])
    const [cjk] = await ask('stories.list', { filter: { text: '主導' } })
    const [there] = cjk?.excerpts ?? []
    expect(there?.ranges.map(([from, to]) => there.text.slice(from, to))).toEqual(['主導'])
  })

  it('finds what was typed last, and no longer what was there before', async () => {
    const { ask, story } = await withStory()
    await ask('stories.save', {
      id: story.id,
      basedOn: 1,
      patch: { obstacles: 'An outage.', tags: [] },
    })
    const found = async (text: string) => (await ask('stories.list', { filter: { text } })).length
    expect([await found('outage'), await found('freeze'), await found('q4')]).toEqual([1, 0, 0])
  })
})

describe('versions of a story', () => {
  it('tell what changed in words, field by field, and are restored as a change of their own', async () => {
    const { ask } = openEngine()
    const { evidence } = await ask('evidence.save', { figure: { metric: 'Latency' } })
    const { story } = await ask('stories.create', { content: aStory })
    await ask('stories.save', {
      id: story.id,
      basedOn: 1,
      patch: {
        parts: { task: 'I had to bring it under 250 ms.' },
        results: [evidence.id],
        peopleLed: null,
      },
    })
    expect(await ask('stories.diff', { id: story.id, from: 1, to: 2 })).toEqual([
      {
        field: 'parts.task',
        label: 'Task',
        segments: [
          { kind: 'same', text: 'I had to bring it under ' },
          { kind: 'removed', text: '300' },
          { kind: 'added', text: '250' },
          { kind: 'same', text: ' ms.' },
        ],
      },
      { field: 'results', label: 'Results', segments: [{ kind: 'added', text: 'Latency' }] },
      { field: 'peopleLed', label: 'People led', segments: [{ kind: 'removed', text: '12' }] },
    ])
    const restored = await ask('stories.restoreVersion', { id: story.id, version: 1 })
    expect(restored).toMatchObject({ lostResults: 0, story: { ...aStory, version: 3 } })
    expect(await ask('stories.diff', { id: story.id, from: 1, to: 3 })).toEqual([])
    expect((await ask('stories.versions', { id: story.id })).map(({ origin }) => origin)).toEqual([
      'restored',
      'edited',
      'created',
    ])
    await ask('history.undo', {})
    expect((await ask('stories.get', { id: story.id })).peopleLed).toBeNull()
  })

  it('restored without the figures that are gone, and says how many', async () => {
    const { ask } = openEngine()
    const { evidence } = await ask('evidence.save', { figure: { metric: 'Latency' } })
    const { story } = await ask('stories.create', { content: { results: [evidence.id] } })
    await ask('stories.save', { id: story.id, basedOn: 1, patch: { results: [] } })
    await ask('evidence.remove', { ids: [evidence.id] })
    expect(await ask('stories.restoreVersion', { id: story.id, version: 1 })).toMatchObject({
      lostResults: 1,
      story: { results: [] },
    })
  })

  it('says so when a version is not there', async () => {
    const { refusal, story } = await withStory()
    for (const call of ['stories.version', 'stories.restoreVersion'] as const)
      expect((await refusal(call, { id: story.id, version: 9 })).code).toBe('not-found')
    expect((await refusal('stories.diff', { id: story.id, from: 1, to: 9 })).code).toBe('not-found')
  })

  it(`keep the latest ${keptVersions}`, async () => {
    const { ask, story } = await withStory()
    for (let version = 1; version <= keptVersions + 2; version += 1)
      await ask('stories.save', {
        id: story.id,
        basedOn: version,
        patch: { title: String(version) },
      })
    const versions = await ask('stories.versions', { id: story.id })
    expect([versions.length, versions.at(0)?.version, versions.at(-1)?.version]).toEqual([
      keptVersions,
      keptVersions + 3,
      4,
    ])
  })
})

describe('the finder', () => {
  async function bank() {
    const setup = openEngine()
    for (const content of [
      {
        title: 'The launch I argued against',
        primaryPrinciple: 'have-backbone-disagree-and-commit',
        parts: { action: 'I disagreed with my director in writing.' },
      },
      {
        title: 'Checkout latency',
        primaryPrinciple: 'dive-deep',
        secondaryPrinciples: ['have-backbone-disagree-and-commit'],
        parts: { action: 'I read the traces until the query stood out.' },
      },
      {
        title: 'Hiring in Kraków',
        primaryPrinciple: 'hire-and-develop-the-best',
        tags: ['recruiting'],
        parts: { action: 'I rebuilt the interview loop.' },
      },
    ])
      await setup.ask('stories.create', { content })
    const found = async (question: string) => {
      const { found: list } = await setup.ask('stories.find', { question })
      return list.map(({ story }) => story.title)
    }
    return { ...setup, found }
  }

  it.each([
    [
      'Tell me about a time you disagreed with your manager.',
      ['The launch I argued against', 'Checkout latency'],
    ],
    ['Describe a situation where you had to find the root cause.', ['Checkout latency']],
    ['How do you hire?', ['Hiring in Kraków']],
    ['Have you worked in Krakow?', ['Hiring in Kraków']],
    ['Have Backbone; Disagree and Commit', ['The launch I argued against', 'Checkout latency']],
    ['An example for DD, please.', ['Checkout latency']],
    ['Tell me about yourself.', []],
    ['', []],
  ])('answers %j', async (question, titles) => {
    const { found } = await bank()
    expect(await found(question)).toEqual(titles)
  })

  it('says why: principles and words', async () => {
    const { ask } = await bank()
    const answer = await ask('stories.find', {
      question: 'Tell me about a time you disagreed with a director.',
      limit: 1,
    })
    expect(answer.principles[0]).toMatchObject({
      id: 'have-backbone-disagree-and-commit',
      words: ['disagreed'],
    })
    expect(answer.found).toMatchObject([
      {
        principles: [{ id: 'have-backbone-disagree-and-commit', primary: true }],
        words: ['disagre', 'director'],
      },
    ])
  })

  it('leaves out what is retired', async () => {
    const { ask, found } = await bank()
    const list = await ask('stories.list', {})
    const launch = list.find(({ title }) => title.includes('launch'))?.id ?? ''
    await ask('stories.setStatus', { id: launch, status: 'retired' })
    expect(await found('disagree')).toEqual(['Checkout latency'])
  })

  it('of two that fit alike puts the one first that can be told', async () => {
    const { ask } = openEngine()
    const { story: ready } = await ask('stories.create', { content: aStory })
    await ask('stories.create', { content: aStory })
    await ask('stories.setStatus', { id: ready.id, status: 'ready' })
    const { found } = await ask('stories.find', { question: 'ownership' })
    expect(found.map(({ story }) => story.status)).toEqual(['ready', 'draft'])
  })
})
