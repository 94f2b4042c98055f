import { describe, expect, it } from 'vitest'
import type { InputOf } from '#contract/index.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

async function withProfile() {
  const setup = openEngine()
  await setup.ask('profile.save', aProfile)
  const rows = async (level?: string) =>
    (await setup.ask('checklist.get', level === undefined ? {} : { level })).groups.flatMap(
      ({ items }) => items,
    )
  const row = async (item: string) => {
    const found = (await rows()).find((each) => each.item === item)
    if (!found) throw new Error(`no item ${item}`)
    return found
  }
  const update = (input: Omit<InputOf<'checklist.update'>, 'item'>, item = 'monitoring') =>
    setup.ask('checklist.update', { item, ...input })
  return { ...setup, rows, row, update }
}

describe('the checklist', () => {
  it('has 32 items at L6 and 28 at L7, all open, each level with its own states', async () => {
    const { ask, rows, update } = await withProfile()
    expect((await rows()).length).toBe(32)
    expect(new Set((await rows('L7')).map(({ state }) => state))).toEqual(new Set(['open']))
    await update({ state: 'partial' })
    await ask('profile.switchLevel', { level: 'L7', mapping: [] })
    const l7 = await ask('checklist.get', {})
    expect(l7.progress).toMatchObject({ items: 28, open: 28, progress: 0 })
    await ask('checklist.update', { item: 'politics', state: 'shown' })
    await ask('profile.switchLevel', { level: 'L6', mapping: [] })
    expect((await ask('checklist.get', {})).progress).toMatchObject({
      items: 32,
      open: 31,
      partial: 1,
    })
    expect((await ask('checklist.get', { level: 'L7' })).progress).toMatchObject({ shown: 1 })
  })

  it('counts a bare tick for less than one with evidence, and that for less than one with a story', async () => {
    const { ask, update } = await withProfile()
    const { story } = await ask('stories.create', { content: { title: 'Pager' } })
    const worth = [
      (await update({ state: 'shown' })).row.worth,
      (await update({ proofs: [{ kind: 'text', text: 'Seen by my director' }] })).row.worth,
      (await update({ proofs: [{ kind: 'story', story: story.id }] })).row.worth,
    ]
    expect(worth).toEqual([0.4, 0.8, 1])
    expect((await ask('plan.status', {})).checklist).toMatchObject({
      shownWithStory: 1,
      withEvidence: 1,
      progress: 1 / 32,
    })
  })

  it('keeps every kind of evidence, each once, and takes it away', async () => {
    const { ask, row, update } = await withProfile()
    const { session } = await ask('sessions.log', {
      category: 'coding',
      duration: '90m',
      note: 'Alerts',
      date: '2026-09-30',
      time: '10:00',
    })
    const proofs: InputOf<'checklist.update'>['proofs'] = [
      { kind: 'session', session: session.id },
      { kind: 'link', text: 'https://example.org/review' },
      { kind: 'file', text: 'review-2026.pdf' },
      { kind: 'text', text: 'Said in the review' },
    ]
    await update({ proofs })
    await update({ proofs })
    const { proofs: kept } = await row('monitoring')
    expect(new Set(kept.map(({ kind, text }) => `${kind}: ${text}`))).toEqual(
      new Set([
        'file: review-2026.pdf',
        'link: https://example.org/review',
        'session: 30 Sep 2026, 1h30 of Coding practice: Alerts',
        'text: Said in the review',
      ]),
    )
    const link = kept.find(({ kind }) => kind === 'link')
    await ask('checklist.removeProof', { item: 'monitoring', proof: link?.id })
    expect((await row('monitoring')).proofs).toHaveLength(3)
    await ask('sessions.remove', { ids: [session.id] })
    expect((await row('monitoring')).proofs).toHaveLength(2)
    await ask('trash.restore', { ids: [session.id] })
    expect((await row('monitoring')).proofs).toHaveLength(3)
  })

  it('shows figures of the ledger that say they prove an item', async () => {
    const { ask, row } = await withProfile()
    await ask('evidence.save', {
      figure: {
        metric: 'Alerts',
        achieved: 3,
        unit: 'a week',
        links: [{ kind: 'checklist-item', playbook: 'L6', item: 'monitoring' }],
      },
    })
    expect((await row('monitoring')).figures).toMatchObject([
      { metric: 'Alerts', text: '3 a week' },
    ])
  })

  it('links a story in the story itself, from either side', async () => {
    const { ask, row, update } = await withProfile()
    const { story } = await ask('stories.create', {
      content: { title: 'Pager', checklistItems: [{ playbook: 'L6', item: 'monitoring' }] },
    })
    await update({ state: 'shown' })
    expect(await row('monitoring')).toMatchObject({
      state: 'shown-with-story',
      stories: [{ id: story.id, title: 'Pager', status: 'draft' }],
    })
    await update({ proofs: [{ kind: 'story', story: story.id }] }, 'hiring')
    expect((await ask('stories.get', { id: story.id })).checklistItems).toEqual([
      { playbook: 'L6', item: 'monitoring' },
      { playbook: 'L6', item: 'hiring' },
    ])
    await ask('checklist.removeProof', { item: 'monitoring', story: story.id })
    expect((await ask('stories.get', { id: story.id })).checklistItems).toHaveLength(1)
    expect(await row('monitoring')).toMatchObject({ state: 'shown', stories: [] })
  })

  it('refuses "shown with a story" while there is none, unless the same step links one', async () => {
    const { ask, refusal, update } = await withProfile()
    expect(
      await refusal('checklist.update', { item: 'hiring', state: 'shown-with-story' }),
    ).toMatchObject({
      code: 'invalid-input',
      field: 'state',
    })
    const { story } = await ask('stories.create', { content: { title: 'Hiring' } })
    const { row } = await update(
      { state: 'shown-with-story', proofs: [{ kind: 'story', story: story.id }] },
      'hiring',
    )
    expect(row.state).toBe('shown-with-story')
    await ask('history.undo', {})
    expect((await ask('stories.get', { id: story.id })).checklistItems).toEqual([])
    expect((await ask('checklist.get', {})).progress.open).toBe(32)
  })

  it('writes down every change of a state, also by a story that goes and comes back; undo takes its step back', async () => {
    const { ask, row, time, update } = await withProfile()
    const { story } = await ask('stories.create', { content: { title: 'Pager' } })
    await update({ state: 'partial' })
    time.set('2026-10-02T10:00:00Z')
    await update({ state: 'shown', proofs: [{ kind: 'story', story: story.id }] })
    await update({ confidence: 4 })
    time.set('2026-10-03T10:00:00Z')
    await ask('stories.remove', { ids: [story.id] })
    time.set('2026-10-04T10:00:00Z')
    await ask('trash.restore', { ids: [story.id] })
    const history = async () =>
      (await row('monitoring')).history.map(({ at, state }) => [at.slice(0, 10), state])
    const all = [
      ['2026-10-01', 'partial'],
      ['2026-10-02', 'shown-with-story'],
      ['2026-10-03', 'shown'],
      ['2026-10-04', 'shown-with-story'],
    ]
    expect(await history()).toEqual(all)
    await ask('history.undo', {})
    expect(await history()).toEqual(all.slice(0, 3))
  })

  it('that is told the same again is no change', async () => {
    const { engine, update } = await withProfile()
    await update({ state: 'shown', confidence: 3 })
    const again = await engine.call('checklist.update', {
      item: 'monitoring',
      state: 'shown',
      confidence: 3,
    })
    expect(again).not.toHaveProperty('change')
  })

  it('keeps dated notes, the newest first, and refuses one from the future', async () => {
    const { ask, refusal, row, update } = await withProfile()
    await update({ note: { text: 'Asked for feedback' } })
    await update({ note: { date: '2026-09-12', text: 'Dashboard done' } })
    const notes = async () => (await row('monitoring')).notes.map(({ date, text }) => [date, text])
    expect(await notes()).toEqual([
      ['2026-10-01', 'Asked for feedback'],
      ['2026-09-12', 'Dashboard done'],
    ])
    const [, older] = (await row('monitoring')).notes
    await ask('checklist.editNote', { id: older?.id ?? '', text: 'Dashboards done' })
    await ask('checklist.editNote', {
      id: older?.id ?? '',
      date: '2026-09-13',
      text: 'Dashboards done',
    })
    expect((await notes())[1]).toEqual(['2026-09-13', 'Dashboards done'])
    const future = { item: 'monitoring', note: { date: '2026-10-02', text: 'x' } }
    expect(await refusal('checklist.update', future)).toMatchObject({ field: 'note.date' })
    await ask('checklist.removeNote', { id: older?.id ?? '' })
    expect(await notes()).toHaveLength(1)
    expect((await refusal('checklist.removeNote', { id: older?.id ?? '' })).code).toBe('not-found')
    await ask('history.undo', {})
    expect(await notes()).toHaveLength(2)
  })
})

describe('items of one’s own', () => {
  it('can be added, reworded, linked, removed and put back, and never lower the progress', async () => {
    const { ask, rows, update } = await withProfile()
    await update({ state: 'shown' })
    const before = (await ask('checklist.get', {})).progress
    const { row } = await ask('checklist.addItem', { group: 'influence', text: 'I lead a guild.' })
    expect((await ask('checklist.get', {})).progress).toEqual({ ...before, own: 1 })
    await ask('checklist.editItem', { item: row.item, text: 'I lead two guilds.' })
    await update({ state: 'partial', note: { text: 'Since May' } }, row.item)
    await ask('stories.create', {
      content: { title: 'Guild', checklistItems: [{ playbook: 'L6', item: row.item }] },
    })
    const mine = async () => (await rows()).filter(({ own }) => own)
    expect(await mine()).toMatchObject([
      {
        text: 'I lead two guilds.',
        group: 'influence',
        state: 'partial',
        stories: [{ title: 'Guild' }],
      },
    ])
    await ask('checklist.removeItem', { item: row.item })
    expect(await mine()).toEqual([])
    expect((await ask('checklist.get', {})).removed).toMatchObject([{ item: row.item }])
    expect((await ask('trash.list', {})).checklistItems).toMatchObject([
      { item: row.item, level: 'L6', text: 'I lead two guilds.' },
    ])
    await ask('trash.restore', { ids: [row.item] })
    expect(await mine()).toMatchObject([{ state: 'partial', notes: [{ text: 'Since May' }] }])
  })

  it('that are deleted for good leave nothing behind, and undo brings all of it back', async () => {
    const { ask, rows, update } = await withProfile()
    const { row } = await ask('checklist.addItem', { group: 'influence', text: 'I lead a guild.' })
    await update(
      { state: 'shown', proofs: [{ kind: 'text', text: 'x' }], note: { text: 'y' } },
      row.item,
    )
    const before = (await rows()).find(({ own }) => own)
    await ask('checklist.removeItem', { item: row.item })
    expect(await ask('trash.empty', {})).toEqual({ deleted: 1 })
    await ask('history.undo', {})
    await ask('trash.restore', { ids: [row.item] })
    expect((await rows()).find(({ own }) => own)).toEqual(before)
  })
})

describe('what is refused', () => {
  it('says what is wrong beside its field', async () => {
    const { refusal, ask } = await withProfile()
    const no = '0199a0a0-0000-7000-8000-000000000001'
    expect(await refusal('checklist.update', { item: 'politics' })).toMatchObject({
      code: 'not-found',
      message: 'L6 has no checklist item “politics”.',
    })
    // The target level's own playbook is whole: nothing has to be put back.
    for (const refused of [
      refusal('checklist.get', { level: 'L9' }),
      refusal('metrics.get', { level: 'L9' }),
    ])
      expect(await refused).toMatchObject({
        code: 'not-found',
        field: 'level',
        message: 'There is no playbook “L9”.',
      })
    expect(await refusal('checklist.update', { item: 'hiring', confidence: 6 })).toMatchObject({
      field: 'confidence',
    })
    for (const text of ['review', 'javascript:alert(1)', 'file:///etc/passwd'])
      expect(
        await refusal('checklist.update', { item: 'hiring', proofs: [{ kind: 'link', text }] }),
      ).toMatchObject({ field: 'proofs.0.text', message: expect.stringContaining('web address') })
    expect(
      await refusal('checklist.update', {
        item: 'hiring',
        proofs: [{ kind: 'session', session: no }],
      }),
    ).toMatchObject({ field: 'proofs.0' })
    expect(await refusal('checklist.editItem', { item: 'hiring', text: 'x' })).toMatchObject({
      message: 'This item belongs to the playbook and cannot be changed.',
    })
    expect(await refusal('checklist.addItem', { group: 'nothing', text: 'x' })).toMatchObject({
      field: 'group',
    })
    const { story } = await ask('stories.create', { content: { title: 'Old' } })
    await ask('stories.setStatus', { id: story.id, status: 'retired' })
    const retired = { item: 'hiring', proofs: [{ kind: 'story' as const, story: story.id }] }
    expect((await refusal('checklist.update', retired)).message).toContain('“Old” is retired')
  })

  it('asks for a profile, or a level', async () => {
    const { ask, refusal } = openEngine()
    expect((await refusal('checklist.get', {})).code).toBe('no-profile')
    expect((await ask('checklist.get', { level: 'L7' })).progress.items).toBe(28)
  })
})
