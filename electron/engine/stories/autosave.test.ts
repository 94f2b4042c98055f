import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { StoryPatch } from '#contract/story.ts'
import { openEngine } from '../../../tests/support/engine.ts'
import { databaseFile } from '../store/file.ts'
import { aStory, withStory } from './story-under-test.ts'

/** An editor of a story: saves what is typed on top of what it saved before. */
function editorOf(
  { engine }: Pick<ReturnType<typeof openEngine>, 'engine'>,
  story: { id: string; version: number },
  editor: string | undefined,
) {
  let basedOn = story.version
  return async (patch: StoryPatch) => {
    const result = await engine.call('stories.save', {
      id: story.id,
      patch,
      basedOn,
      ...(editor === undefined ? {} : { editor }),
    })
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    if (result.value.outcome === 'saved') basedOn = result.value.version
    return result
  }
}

const action = (text: string) => ({ parts: { action: text } })

describe('autosaves', () => {
  it('of one editor within five minutes are one undo step and one version', async () => {
    const setup = await withStory()
    const { ask, time, story } = setup
    const save = editorOf(setup, story, 'a')
    const changes = new Set<number | undefined>()
    for (const [now, text] of [
      ['10:00:00', 'I'],
      ['10:00:02', 'I led'],
      ['10:04:59', 'I led it.'],
    ]) {
      time.set(`2026-10-01T${now}Z`)
      const result = await save(action(text ?? ''))
      changes.add(result.ok ? result.change : -1)
    }
    expect(changes.size).toBe(1)
    expect(changes).not.toContain(undefined)
    const versions = await ask('stories.versions', { id: story.id })
    expect(versions.map(({ version, beganAt, savedAt }) => [version, beganAt, savedAt])).toEqual([
      [4, '2026-10-01T10:00:00Z', '2026-10-01T10:04:59Z'],
      [1, '2026-10-01T10:00:00Z', '2026-10-01T10:00:00Z'],
    ])
    await ask('history.undo', {})
    expect(await ask('stories.get', { id: story.id })).toEqual(story)
    await ask('history.redo', {})
    expect((await ask('stories.get', { id: story.id })).parts.action).toBe('I led it.')
  })

  it.each([
    ['after five minutes', 'a', '2026-10-01T10:05:00Z'],
    ['by another editor', 'b', '2026-10-01T10:00:01Z'],
    ['without an editor', undefined, '2026-10-01T10:00:01Z'],
    ['after the clock was set back', 'a', '2026-10-01T09:00:00Z'],
  ])('%s begin a step and a version of their own', async (_, editor, now) => {
    const setup = await withStory()
    const { ask, time, story } = setup
    await editorOf(setup, story, 'a')(action('one'))
    time.set(now)
    const current = await ask('stories.get', { id: story.id })
    await editorOf(setup, current, editor)(action('two'))
    expect(await ask('stories.versions', { id: story.id })).toHaveLength(3)
    await ask('history.undo', {})
    expect((await ask('stories.get', { id: story.id })).parts.action).toBe('one')
  })

  it('of two stories in turn are steps of their own', async () => {
    const setup = await withStory()
    const { ask, story } = setup
    const { story: other } = await ask('stories.create', {})
    const save = editorOf(setup, story, 'a')
    await save(action('one'))
    await editorOf(setup, other, 'a')(action('other'))
    await save(action('two'))
    await ask('history.undo', {})
    expect((await ask('stories.get', { id: story.id })).parts.action).toBe('one')
    expect((await ask('stories.get', { id: other.id })).parts.action).toBe('other')
  })

  it('after an undo begin a new step, and what was undone stays among the versions', async () => {
    const setup = await withStory()
    const { ask, story } = setup
    await editorOf(setup, story, 'a')(action('one'))
    await ask('history.undo', {})
    const back = await ask('stories.get', { id: story.id })
    expect(back.version).toBe(1)
    await editorOf(setup, back, 'a')(action('two'))
    const versions = await ask('stories.versions', { id: story.id })
    expect(versions.map(({ version, current }) => [version, current])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
    expect((await ask('stories.version', { id: story.id, version: 2 })).content.parts.action).toBe(
      'one',
    )
  })

  it('that change nothing are no step and no version', async () => {
    const setup = await withStory()
    const save = editorOf(setup, setup.story, 'a')
    expect(await save(action(aStory.parts.action))).toMatchObject({
      ok: true,
      value: { outcome: 'saved', version: 1 },
    })
    expect(await setup.ask('history.peek', {})).toMatchObject({ undo: { label: 'New story' } })
  })

  it('on top of what another window saved are refused, with both texts kept', async () => {
    const setup = await withStory()
    const { ask, story } = setup
    const other = editorOf(openEngine({ dataDir: setup.dataDir }), story, 'b')
    await other(action('theirs'))
    const before = await ask('history.list', {})
    const stale = await ask('stories.save', {
      id: story.id,
      basedOn: story.version,
      patch: action('mine'),
    })
    expect(stale).toMatchObject({
      outcome: 'stale',
      current: { version: 2, parts: { action: 'theirs' } },
    })
    expect(await ask('history.list', {})).toEqual(before)
  })

  it('of a version that was undone are refused, although its number is no longer the highest', async () => {
    const setup = await withStory()
    const { ask, story } = setup
    await editorOf(setup, story, 'a')(action('one'))
    await ask('history.undo', {})
    await editorOf(setup, story, 'a')(action('two'))
    // A window that never heard of the undo still shows version 2.
    expect(
      await ask('stories.save', { id: story.id, basedOn: 2, patch: { title: 'Mine' } }),
    ).toMatchObject({ outcome: 'stale', current: { version: 3 } })
  })

  it('to a story in the trash say that it is gone', async () => {
    const { ask, refusal, story } = await withStory()
    await ask('stories.remove', { ids: [story.id] })
    const error = await refusal('stories.save', { id: story.id, basedOn: 1, patch: action('x') })
    expect(error.code).toBe('not-found')
  })

  it('that take something out and put it in again are undone as one', async () => {
    const setup = await withStory({ secondaryPrinciples: [] })
    const { ask, story } = setup
    const save = editorOf(setup, story, 'a')
    for (const secondaryPrinciples of [['dive-deep'], [], ['dive-deep'], ['think-big']])
      await save({ secondaryPrinciples })
    await ask('history.undo', {})
    expect(await ask('stories.get', { id: story.id })).toEqual(story)
    await ask('history.redo', {})
    expect((await ask('stories.get', { id: story.id })).secondaryPrinciples).toEqual(['think-big'])
  })

  it('sixty of them in a row are kept for undo as one text before and one after', async () => {
    const setup = await withStory()
    const save = editorOf(setup, setup.story, 'a')
    for (let length = 1; length <= 60; length += 1) await save(action('word '.repeat(length)))
    await setup.engine.close()
    const file = new Sqlite(databaseFile(setup.dataDir), { readonly: true })
    const rows = file
      .prepare(
        `SELECT table_name AS name, count(*) AS n, sum(length(before) + length(after)) AS size FROM change_row
         WHERE change_id = (SELECT max(id) FROM change) GROUP BY table_name ORDER BY 1`,
      )
      .all() as { name: string; n: number; size: number }[]
    file.close()
    expect(rows.map(({ name, n }) => [name, n])).toEqual([
      ['story', 1],
      ['story_text', 1],
    ])
    expect(rows.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(2500)
  })
})
