import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallError } from '#contract/errors.ts'
import type { InputOf, OutputOf } from '#contract/index.ts'
import type { Story } from '#contract/story.ts'
import { patched } from '#domain/story-content.ts'
import { emptyContent } from '#domain/story-fields.ts'
import { createEditing, shownIn, type KeptDraft } from './editing.ts'

type SaveInput = InputOf<'stories.save'>

const then = '2026-10-01T10:00:00Z' as Story['createdAt']
const blank: Story = {
  ...emptyContent,
  id: 's',
  status: 'draft',
  version: 1,
  dismissals: [],
  missing: [],
  createdAt: then,
  changedAt: then,
}

/** An engine that holds one story, which another window can change, and an editor of it. */
function editor(kept: KeptDraft | null = null) {
  let stored: Story | null = blank
  let newest = 1
  let trouble: CallError | null = null
  const sent: SaveInput[] = []
  const drafts: (KeptDraft | null)[] = []
  let hold: Promise<void> | null = null
  const gone = { code: 'not-found', message: 'This story is no longer there.' } as const
  const write = (patch: SaveInput['patch']) => {
    if (stored !== null) stored = { ...stored, ...patched(stored, patch), version: ++newest }
  }
  const editing = createEditing(blank, kept, 'e', {
    read: async () => (stored ? { ok: true, value: stored } : { ok: false, error: gone }),
    save: async (input) => {
      sent.push(input)
      if (trouble !== null) return { ok: false, error: trouble }
      if (stored === null) return { ok: false, error: gone }
      if (input.basedOn !== stored.version)
        return { ok: true, value: { outcome: 'stale', current: stored } }
      write(input.patch)
      const { version, changedAt, missing } = stored
      const value = { outcome: 'saved', version, changedAt, missing } as OutputOf<'stories.save'>
      if (hold !== null) await hold
      return { ok: true, value }
    },
    keep: (draft) => drafts.push(draft),
  })
  return {
    editing,
    sent,
    drafts,
    stored: () => stored,
    shown: (key: 'parts.action' | 'parts.task' | 'title' | 'tags') =>
      shownIn(editing.state.get(), key),
    state: () => editing.state.get(),
    elsewhere: write,
    /** Back to a version that was, under its number, as an undo does. */
    undoTo: (story: Story) => (stored = story),
    remove: () => (stored = null),
    fail: (error: CallError | null) => (trouble = error),
    holdSaves: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      hold = promise
      return () => {
        hold = null
        resolve()
      }
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const rest = () => vi.advanceTimersByTimeAsync(700)

describe('typing', () => {
  it('is kept at every key, saved once it rests, and then kept no longer', async () => {
    const { editing, sent, drafts, state } = editor()
    for (const text of ['I', 'I l', 'I led']) editing.edit({ 'parts.action': text })
    expect(sent).toEqual([])
    expect(drafts.at(-1)).toMatchObject({
      typed: { 'parts.action': 'I led' },
      before: { 'parts.action': '' },
    })
    expect(state().saving).toBe('waiting')
    await rest()
    expect(sent).toEqual([
      { id: 's', patch: { parts: { action: 'I led' } }, basedOn: 1, editor: 'e' },
    ])
    expect(state()).toMatchObject({ saving: 'saved', typed: {}, story: { version: 2 } })
    expect(drafts.at(-1)).toBe(null)
  })

  it('that never rests is saved every few seconds', async () => {
    const { editing, sent } = editor()
    for (let at = 0; at < 60; at += 1) {
      editing.edit({ 'parts.action': 'x'.repeat(at + 1) })
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(sent.length).toBeGreaterThanOrEqual(2)
    expect(sent.length).toBeLessThan(6)
  })

  it('goes on while a save is under way, and the next save is based on that one', async () => {
    const { editing, sent, shown, state, holdSaves } = editor()
    const release = holdSaves()
    editing.edit({ 'parts.action': 'one' })
    await rest()
    editing.edit({ 'parts.action': 'one two' })
    // The notice of the own save comes before its answer.
    void editing.refresh()
    release()
    await rest()
    expect(sent.map(({ basedOn }) => basedOn)).toEqual([1, 2])
    expect(shown('parts.action')).toBe('one two')
    expect(state()).toMatchObject({ saving: 'saved', conflicts: [] })
  })

  it('may take back what is under way to being saved', async () => {
    const { editing, stored, holdSaves } = editor()
    const release = holdSaves()
    editing.edit({ title: 'x' })
    await rest()
    editing.edit({ title: '' })
    release()
    await rest()
    expect(stored()?.title).toBe('')
  })

  it('that comes back to what is saved needs no save', async () => {
    const { editing, sent, drafts } = editor()
    editing.edit({ title: 'x' })
    editing.edit({ title: '' })
    await rest()
    expect(sent).toEqual([])
    expect(drafts.at(-1)).toBe(null)
  })
})

describe('a save that fails', () => {
  const trouble = { code: 'storage', message: 'The disk is full.' } as const

  it('keeps the text, says so, and tries again by itself', async () => {
    const { editing, drafts, state, fail, stored } = editor()
    fail(trouble)
    editing.edit({ title: 'Mine' })
    await rest()
    expect(state()).toMatchObject({ saving: 'failed', error: trouble, typed: { title: 'Mine' } })
    expect(drafts.at(-1)).toMatchObject({ typed: { title: 'Mine' } })
    fail(null)
    await vi.advanceTimersByTimeAsync(6000)
    expect(state()).toMatchObject({ saving: 'saved', error: null })
    expect(stored()?.title).toBe('Mine')
  })

  it('because of one field keeps that one back and saves the others', async () => {
    const { editing, state, fail, stored, shown } = editor()
    fail({ code: 'invalid-input', field: 'patch.title', message: 'Shorten it.' })
    editing.edit({ title: 'too long', tags: ['a'] })
    await vi.advanceTimersByTimeAsync(600)
    expect(state().refused).toEqual({ title: 'Shorten it.' })
    fail(null)
    editing.edit({ 'parts.task': 'more' })
    await rest()
    expect(stored()).toMatchObject({ title: '', tags: ['a'], parts: { task: 'more' } })
    expect(shown('title')).toBe('too long')
    editing.edit({ title: 'short' })
    await rest()
    expect(stored()?.title).toBe('short')
    expect(state()).toMatchObject({ refused: {}, saving: 'saved' })
  })

  it('because the story was deleted keeps the text until the story is back', async () => {
    const { editing, state, remove, undoTo, stored, shown } = editor()
    remove()
    editing.edit({ title: 'Mine' })
    await rest()
    expect(state().saving).toBe('gone')
    expect(shown('title')).toBe('Mine')
    undoTo(blank)
    await editing.refresh()
    await rest()
    expect(stored()?.title).toBe('Mine')
    expect(state()).toMatchObject({ saving: 'saved', error: null })
  })
})

describe('a story that was changed elsewhere', () => {
  it('takes over what was changed there alone, and saves what was typed here', async () => {
    const { editing, elsewhere, stored, state } = editor()
    elsewhere({ title: 'Theirs', parts: { task: 'theirs' } })
    editing.edit({ 'parts.action': 'mine' })
    await rest()
    expect(state()).toMatchObject({ saving: 'saved', conflicts: [] })
    expect(stored()).toMatchObject({ title: 'Theirs', parts: { task: 'theirs', action: 'mine' } })
  })

  it.each([
    ['mine', 'mine'],
    ['theirs', 'theirs'],
    ['both', 'theirs\n\nmine'],
  ] as const)('asks about a text of both, and %s gives %j', async (which, text) => {
    const { editing, elsewhere, stored, state, shown } = editor()
    elsewhere({ parts: { action: 'theirs' } })
    editing.edit({ 'parts.action': 'mine', title: 'Mine' })
    await rest()
    await rest()
    // Nothing is overwritten until the person has chosen; the rest is saved.
    expect(state().conflicts).toEqual(['parts.action'])
    expect(shown('parts.action')).toBe('mine')
    expect(stored()).toMatchObject({ title: 'Mine', parts: { action: 'theirs' } })
    editing.choose('parts.action', which)
    await rest()
    expect(stored()?.parts.action).toBe(text)
    expect(state()).toMatchObject({ saving: 'saved', conflicts: [] })
  })

  it('by an undo shows what it was, without what is typed since being lost', async () => {
    const { editing, undoTo, shown, state } = editor()
    editing.edit({ 'parts.action': 'one' })
    await rest()
    editing.edit({ 'parts.task': 'newer' })
    undoTo(blank)
    await editing.refresh()
    expect(shown('parts.action')).toBe('')
    expect(shown('parts.task')).toBe('newer')
    await rest()
    expect(state()).toMatchObject({ saving: 'saved', conflicts: [] })
  })
})

describe('what a crash left behind', () => {
  const kept: KeptDraft = {
    typed: { title: 'Typed' },
    before: { title: '' },
    unreadable: { budgetUsd: 'two mil' },
    conflicts: [],
  }

  it('shows again and is saved', async () => {
    const { editing, shown, state, stored } = editor(kept)
    expect(shown('title')).toBe('Typed')
    expect(state().unreadable).toEqual({ budgetUsd: 'two mil' })
    await editing.flush()
    expect(stored()?.title).toBe('Typed')
  })

  it('is asked about where the story says something else since', () => {
    const { state } = editor({ ...kept, before: { title: 'Before' } })
    expect(state().conflicts).toEqual(['title'])
  })

  it('stays an open question where it was one', () => {
    const { state } = editor({ ...kept, conflicts: ['title'] })
    expect(state().conflicts).toEqual(['title'])
  })
})
