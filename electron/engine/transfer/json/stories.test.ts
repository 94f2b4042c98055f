import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryPatch } from '#contract/story.ts'
import { storyFields } from '#domain/story-fields.ts'
import { openEngine } from '../../../../tests/support/engine.ts'
import { transfersIn } from '../../../../tests/support/transfer.ts'
import { aStory } from '../../stories/story-under-test.ts'

function opened() {
  const setup = openEngine()
  const transfers = transfersIn(setup.dataDir)
  const exported = async () => new TextDecoder().decode(await transfers.exported('json'))
  return { ...setup, ...transfers, exported }
}

/** Two stories, one of them in the trash, with a figure, versions and a dismissal. */
async function filled() {
  const setup = opened()
  const { ask } = setup
  const { evidence } = await ask('evidence.save', {
    figure: {
      metric: 'Latency',
      baseline: 850,
      achieved: 285.5,
      unit: 'ms',
      links: [{ kind: 'checklist-item', playbook: 'L6', item: 'impact-1m' }],
    },
  })
  const content = { ...aStory, results: [evidence.id], tags: ['b', 'a'] }
  const { story } = await ask('stories.create', { content })
  const patch = { parts: { action: 'I did <b>it</b>\r\n\u0000\t以 😀 ‮' } }
  await ask('stories.save', { id: story.id, patch, basedOn: story.version })
  await ask('stories.dismiss', { id: story.id, rule: 'scope-people', reason: 'Intended.' })
  await ask('coverage.setMinimums', { minimums: [{ principle: 'frugality', minimum: 0 }] })
  await ask('loop.save', { rounds: [{ name: 'Only one', principles: ['ownership'] }] })
  const other = await ask('stories.create', {})
  await ask('stories.remove', { ids: [other.story.id] })
  return { ...setup, id: story.id, evidence }
}

describe('stories in the JSON export', () => {
  it('come back whole: content, versions, dismissals, figures and what is in the trash', async () => {
    const setup = await filled()
    const file = await setup.exported()
    const other = opened()
    const empty = await other.exported()
    await other.import(file)
    expect(await other.exported()).toBe(file)
    for (const name of ['stories.get', 'stories.versions'] as const)
      expect(await other.ask(name, { id: setup.id })).toEqual(
        await setup.ask(name, { id: setup.id }),
      )
    expect(await other.ask('evidence.list', {})).toEqual(await setup.ask('evidence.list', {}))
    expect((await other.ask('stories.list', { filter: { text: 'checkout' } })).length).toBe(1)
    await other.ask('history.undo', {})
    expect(await other.exported()).toBe(empty)
    await other.ask('history.redo', {})
    expect(await other.exported()).toBe(file)
  })

  it('come back whole whatever is written in them', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 })
    const patch: fc.Arbitrary<StoryPatch> = fc.record(
      {
        title: text,
        parts: fc.record({ action: text, growth: text }, { requiredKeys: [] }),
        formats: fc.record({ '60s': text }),
        followUps: fc.array(fc.record({ question: text, answer: text }), { maxLength: 3 }),
        budgetUsd: fc.option(fc.double({ min: 0, max: 1e13, noNaN: true }).map((n) => n + 0)),
        primaryPrinciple: fc.constantFrom(null, 'ownership'),
        secondaryPrinciples: fc.constantFrom([], ['frugality', 'think-big']),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(patch, patch, async (first, then) => {
        const setup = opened()
        const { story } = await setup.ask('stories.create', { content: first })
        await setup.ask('stories.save', { id: story.id, patch: then, basedOn: story.version })
        const file = await setup.exported()
        const other = opened()
        await other.import(file)
        expect(await other.exported()).toBe(file)
        await setup.engine.close()
        await other.engine.close()
      }),
      { numRuns: 12 },
    )
  })

  it('are found here already the second time', async () => {
    const setup = await filled()
    const file = await setup.exported()
    expect((await setup.preview(file)).counts).toMatchObject({ new: 0, changed: 0 })
  })

  it('replace what is here as a new version, and keep what it was', async () => {
    const setup = await filled()
    const { ask, id } = setup
    const file = await setup.exported()
    const before = await ask('stories.get', { id })
    await ask('stories.save', { id, patch: { title: 'Mine' }, basedOn: before.version })
    const mine = await ask('stories.get', { id })

    await setup.import(file)
    expect((await ask('stories.get', { id })).title).toBe('Mine')

    await setup.import(file, { existing: 'replace' })
    const replaced = await ask('stories.get', { id })
    expect(replaced.title).toBe(before.title)
    expect(replaced.version).toBeGreaterThan(mine.version)
    const versions = await ask('stories.versions', { id })
    expect(versions[0]).toMatchObject({ current: true, origin: 'imported' })
    expect(versions.map(({ title }) => title)).toContain('Mine')
    expect((await setup.preview(file)).counts.changed).toBe(0)
  })

  it.each([
    ['a field that no story has', { texts: [{ field: 'parts.end', position: 0, text: '' }] }],
    [
      'a title past all length',
      { texts: [{ field: 'title', position: 0, text: 'x'.repeat(301) }] },
    ],
    ['a month that is none', { whenFrom: '2026-13' }],
    ['six secondary principles', { secondaryPrinciples: many() }],
  ])('are refused with %s', async (_, wrong) => {
    const setup = await filled()
    const file = JSON.parse(await setup.exported()) as { stories: object[] }
    const stories = file.stories.map((story) => ({ ...story, ...wrong }))
    await expect(opened().import(JSON.stringify({ ...file, stories }))).rejects.toThrow(
      'stories[0]',
    )
  })

  it('carry every field of the editor', async () => {
    const setup = await filled()
    const other = opened()
    await other.import(await setup.exported())
    const story = await other.ask('stories.get', { id: setup.id })
    const lost = storyFields.filter(({ field, textOf }) => {
      const isFilled = !['formats.30s', 'formats.60s', 'formats.3min', 'formats.5min'].includes(
        field,
      )
      return isFilled && textOf(story) === ''
    })
    expect(lost).toEqual([])
  })
})

function many() {
  return Array.from({ length: 6 }, (_, position) => ({ position, principle: `p-${position}` }))
}
