import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'
import { aStory, withStory } from './story-under-test.ts'

describe('a story', () => {
  it('begins as a draft for the profile’s level with nothing in it', async () => {
    const { ask } = openEngine()
    await ask('profile.save', aProfile)
    const { story } = await ask('stories.create', {})
    expect(story).toMatchObject({
      status: 'draft',
      level: 'L6',
      title: '',
      version: 1,
      results: [],
    })
    expect(story.missing.map(({ field }) => field)).toEqual([
      'title',
      'primaryPrinciple',
      'parts.situation',
      'parts.task',
      'parts.action',
      'parts.result',
      'parts.reflection',
      'parts.growth',
    ])
  })

  it('can be begun before there is a profile', async () => {
    const { ask } = openEngine()
    expect((await ask('stories.create', {})).story.level).toBeNull()
  })

  it('keeps every field, and saving some leaves the others as they were', async () => {
    const { ask } = openEngine()
    const { evidence } = await ask('evidence.save', { figure: { metric: 'Latency' } })
    const content = { ...aStory, results: [evidence.id] }
    const { story } = await ask('stories.create', { content })
    expect(story).toMatchObject(content)
    const saved = await ask('stories.save', {
      id: story.id,
      basedOn: story.version,
      patch: { parts: { task: 'Make it fast.' }, formats: { '30s': 'Short.' }, tags: ['b'] },
    })
    expect(saved).toMatchObject({ outcome: 'saved', version: 2 })
    expect(await ask('stories.get', { id: story.id })).toMatchObject({
      ...content,
      parts: { ...content.parts, task: 'Make it fast.' },
      formats: { ...content.formats, '30s': 'Short.' },
      tags: ['b'],
      version: 2,
    })
  })

  it.each([
    ['an emoji of several parts', '👩‍👩‍👧‍👦 and 🇩🇪'],
    ['right-to-left text', 'שלום — مرحبا بالعالم'],
    ['CJK text', '私たちは移行を主導した。我领导了迁移。'],
    ['pasted HTML', '<script>alert(1)</script><b onclick="x()">I led &amp; shipped</b>'],
    ['combining marks, not normalised', 'e\u0301 \u1e9b\u0323 \u200b\u202e'],
    ['line breaks of all kinds and blank ends', '\r\n  one\rtwo\n\n\u2028three\t \n'],
    ['a zero', 'before\u0000after'],
    ['Markdown', '# A\n\n- [ ] b\n\n```\n## Task\n```\n'],
    ['what SQL could stumble over', `'; DROP TABLE story; -- "%_*`],
    ['100 KB of text', 'The quick fix. '.repeat(7000)],
    ['100 KB of CJK text', '语'.repeat(34_000)],
  ])('keeps %s to the letter', async (_, text) => {
    const { ask, story } = await withStory()
    await ask('stories.save', {
      id: story.id,
      basedOn: story.version,
      patch: { parts: { action: text }, followUps: [{ question: text, answer: text }] },
    })
    const kept = await ask('stories.get', { id: story.id })
    expect(kept.parts.action).toBe(text)
    expect(kept.followUps).toEqual([{ question: text, answer: text }])
    const { content } = await ask('stories.version', { id: story.id, version: kept.version })
    expect(content.parts.action).toBe(text)
    await ask('history.undo', {})
    await ask('history.redo', {})
    expect((await ask('stories.get', { id: story.id })).parts.action).toBe(text)
  })

  it('refuses what there is not, each beside its field, and keeps nothing of it', async () => {
    const { ask, refusal, story } = await withStory()
    const error = await refusal('stories.save', {
      id: story.id,
      basedOn: story.version,
      patch: {
        title: 'New',
        level: 'L9',
        primaryPrinciple: 'speed',
        checklistItems: [
          { playbook: 'L6', item: 'impact-1m' },
          { playbook: 'L6', item: 'nothing' },
        ],
        results: ['0199a0a0-0000-7000-8000-000000000001'],
      },
    })
    expect([error, ...(error.others ?? [])].map(({ field }) => field)).toEqual([
      'patch.level',
      'patch.primaryPrinciple',
      'patch.checklistItems.1',
      'patch.results.0',
    ])
    expect(await ask('stories.get', { id: story.id })).toEqual(story)
  })

  it('serves a principle once: as primary it is not secondary', async () => {
    const { ask } = openEngine()
    const { story } = await ask('stories.create', {
      content: { primaryPrinciple: 'ownership', secondaryPrinciples: ['dive-deep', 'ownership'] },
    })
    expect(story.secondaryPrinciples).toEqual(['dive-deep'])
  })

  it('goes to the trash and comes back whole, with the figures that it uses', async () => {
    const { ask, refusal } = openEngine()
    const { evidence } = await ask('evidence.save', { figure: { metric: 'Latency' } })
    const { story } = await ask('stories.create', {
      content: { ...aStory, results: [evidence.id] },
    })
    await ask('stories.remove', { ids: [story.id] })
    expect((await refusal('stories.get', { id: story.id })).code).toBe('not-found')
    expect((await refusal('stories.remove', { ids: [story.id] })).code).toBe('not-found')
    expect(await ask('stories.list', {})).toEqual([])
    expect(await ask('stories.list', { filter: { text: 'checkout' } })).toEqual([])
    await ask('evidence.remove', { ids: [evidence.id] })
    const trash = await ask('trash.list', {})
    expect(trash.stories).toMatchObject([{ story: { id: story.id, title: aStory.title } }])
    expect(trash.evidence).toMatchObject([{ evidence: { id: evidence.id } }])
    expect(await ask('trash.restore', { ids: [story.id] })).toEqual({ restored: 1 })
    expect(await ask('stories.get', { id: story.id })).toEqual(story)
    expect(await ask('evidence.list', {})).toHaveLength(1)
  })

  it('is gone for good 30 days after, with its versions once no undo reaches them', async () => {
    const { ask, story, dataDir, engine } = await withStory()
    await ask('stories.remove', { ids: [story.id] })
    await engine.close()
    await openEngine({ dataDir, now: '2026-11-01T10:00:00Z' }).engine.close()
    const later = openEngine({ dataDir, now: '2026-11-02T10:00:00Z' })
    expect((await later.ask('trash.list', {})).stories).toEqual([])
    expect((await later.refusal('stories.get', { id: story.id })).code).toBe('not-found')
  })
})

describe('the status of a story', () => {
  it('becomes ready only when nothing is missing, and says everything that is', async () => {
    const { ask, refusal, story } = await withStory({
      primaryPrinciple: null,
      parts: { ...aStory.parts, reflection: ' \n', growth: '' },
    })
    const error = await refusal('stories.setStatus', { id: story.id, status: 'ready' })
    expect([error, ...(error.others ?? [])].map(({ field, message }) => [field, message])).toEqual([
      ['primaryPrinciple', 'The primary principle is not chosen.'],
      ['parts.reflection', 'Reflection is empty.'],
      ['parts.growth', 'Growth is empty.'],
    ])
    await ask('stories.save', {
      id: story.id,
      basedOn: story.version,
      patch: {
        primaryPrinciple: 'ownership',
        parts: { reflection: 'I learned.', growth: 'Others use it.' },
      },
    })
    expect((await ask('stories.setStatus', { id: story.id, status: 'ready' })).story.status).toBe(
      'ready',
    )
  })

  it('goes back to draft and to retired whatever is missing', async () => {
    const { ask, story } = await withStory({ title: '' })
    for (const status of ['retired', 'draft'] as const)
      expect((await ask('stories.setStatus', { id: story.id, status })).story.status).toBe(status)
  })

  it('does not disturb an editor that is open: no new version', async () => {
    const { ask, story } = await withStory()
    await ask('stories.setStatus', { id: story.id, status: 'ready' })
    await ask('stories.dismiss', { id: story.id, rule: 'no-number', reason: 'Intended.' })
    expect(
      await ask('stories.save', { id: story.id, basedOn: story.version, patch: { title: 'x' } }),
    ).toMatchObject({ outcome: 'saved' })
  })
})

describe('a dismissed finding', () => {
  it('keeps its reason, takes a new one, and shows again', async () => {
    const { ask, engine, story } = await withStory()
    const dismissals = async () => (await ask('stories.get', { id: story.id })).dismissals
    await ask('stories.dismiss', { id: story.id, rule: 'scope-below', reason: 'It fits.' })
    expect(await dismissals()).toEqual([
      { rule: 'scope-below', reason: 'It fits.', dismissedAt: '2026-10-01T10:00:00Z' },
    ])
    await ask('stories.dismiss', { id: story.id, rule: 'scope-below', reason: 'Really.' })
    expect(await dismissals()).toMatchObject([{ reason: 'Really.' }])
    const again = await engine.call('stories.dismiss', {
      id: story.id,
      rule: 'scope-below',
      reason: 'Really.',
    })
    expect(again).toEqual({ ok: true, value: {} })
    await ask('stories.undismiss', { id: story.id, rule: 'scope-below' })
    expect(await dismissals()).toEqual([])
  })
})

describe('milestones of stories and principles', () => {
  const milestones = async ({ ask }: ReturnType<typeof openEngine>) => {
    const rows = (await ask('plan.status', {})).milestones
    const of = (measure: string) => rows.find((row) => row.measure === measure)?.actual
    return [of('stories'), of('principles')]
  }

  it('are what was stated until there is a story, then what can be told', async () => {
    const setup = openEngine()
    const { ask, refusal } = setup
    await ask('profile.save', aProfile)
    await ask('plan.setMilestone', { milestone: 'stories', stated: 5 })
    expect(await milestones(setup)).toEqual([5, 0])
    const { story } = await ask('stories.create', {
      content: { ...aStory, secondaryPrinciples: ['dive-deep', 'earn-trust'] },
    })
    expect(await milestones(setup)).toEqual([0, 0])
    await ask('stories.setStatus', { id: story.id, status: 'ready' })
    await ask('stories.create', { content: { ...aStory, primaryPrinciple: 'frugality' } })
    expect(await milestones(setup)).toEqual([1, 3])
    const error = await refusal('plan.setMilestone', { milestone: 'stories', stated: 9 })
    expect(error.field).toBe('stated')
    await ask('stories.setStatus', { id: story.id, status: 'rehearsed' })
    expect(await milestones(setup)).toEqual([1, 3])
    await ask('stories.setStatus', { id: story.id, status: 'retired' })
    expect(await milestones(setup)).toEqual([0, 0])
    await ask('stories.remove', {
      ids: (await ask('stories.list', {})).map(({ id }) => id),
    })
    expect(await milestones(setup)).toEqual([5, 0])
  })
})
