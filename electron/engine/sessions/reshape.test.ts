import { describe, expect, it } from 'vitest'
import type { SessionInput } from '#contract/sessions.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

async function opened() {
  const setup = openEngine()
  await setup.ask('profile.save', aProfile)
  const log = async (input: Partial<SessionInput> = {}) =>
    (
      await setup.ask('sessions.log', {
        category: 'coding',
        duration: '1h',
        time: '08:00',
        ...input,
      })
    ).session
  const all = async () => setup.ask('sessions.page', { offset: 0, limit: 100 })
  return { ...setup, log, all }
}

describe('splitting', () => {
  it('makes two that lie end to end and last as long as before; one undo puts them together', async () => {
    const { ask, log, all } = await opened()
    const before = await log({ note: 'both', counts: [{ kind: 'coding-hard', n: 2 }] })
    const { first, second } = await ask('sessions.split', { id: before.id, first: '25m' })
    expect(first).toMatchObject({ id: before.id, durationS: 1500, note: 'both' })
    expect(first.counts).toEqual(before.counts)
    expect(second).toMatchObject({ time: '08:25', durationS: 2100, note: '', counts: [] })
    await ask('history.undo', {})
    expect(await all()).toEqual([before])
  })

  it.each(['1h', '2h', '0'])('refuses a first part of %s of one hour', async (first) => {
    const { refusal, log } = await opened()
    const { id } = await log()
    expect((await refusal('sessions.split', { id, first })).code).toBe('invalid-input')
  })

  it('puts the second part on the day that it starts on', async () => {
    const { ask, log } = await opened()
    const { id } = await log({ date: '2026-09-29', time: '23:30' })
    const { first, second } = await ask('sessions.split', { id, first: '30m' })
    expect([first.studyDay, second.studyDay]).toEqual(['2026-09-29', '2026-09-30'])
  })
})

describe('merging', () => {
  it('adds up durations and counts, joins notes in order, and keeps the earliest start', async () => {
    const { ask, log, all } = await opened()
    const late = await log({ time: '11:00', note: 'late', counts: [{ kind: 'paper', n: 1 }] })
    const early = await log({ time: '06:00', note: 'early', counts: [{ kind: 'paper', n: 2 }] })
    const { session } = await ask('sessions.merge', { ids: [late.id, early.id] })
    expect(session).toMatchObject({
      id: early.id,
      time: '06:00',
      durationS: 7200,
      note: 'early\nlate',
      counts: [{ kind: 'paper', n: 3 }],
    })
    expect(await all()).toEqual([session])
    await ask('history.undo', {})
    expect(await all()).toEqual([late, early])
  })

  it('asks for the category when they differ', async () => {
    const { ask, refusal, log } = await opened()
    const ids = [(await log()).id, (await log({ category: 'stories', time: '10:00' })).id]
    expect((await refusal('sessions.merge', { ids })).field).toBe('category')
    const { session } = await ask('sessions.merge', { ids, category: 'stories' })
    expect(session.category).toBe('stories')
  })

  it('refuses more than 24 hours, and one session named twice', async () => {
    const { refusal, log } = await opened()
    const one = await log({ duration: '20h', date: '2026-09-20' })
    const two = await log({ duration: '5h', date: '2026-09-22' })
    expect((await refusal('sessions.merge', { ids: [one.id, two.id] })).message).toContain('24 h')
    expect((await refusal('sessions.merge', { ids: [one.id, one.id] })).field).toBe('ids')
  })
})

describe('changing several', () => {
  it('sets the category and moves by days, in one step', async () => {
    const { ask, log, all } = await opened()
    const before = [await log({ time: '09:00' }), await log({ time: '07:00' })]
    const ids = before.map((session) => session.id)
    await ask('sessions.change', { ids, category: 'stories', moveByDays: -2 })
    expect(
      (await all()).map(({ category, date, studyDay, time }) => [category, date, studyDay, time]),
    ).toEqual([
      ['stories', '2026-09-29', '2026-09-29', '09:00'],
      ['stories', '2026-09-29', '2026-09-29', '07:00'],
    ])
    await ask('history.undo', {})
    expect(await all()).toEqual(before)
  })

  it('changes none when one would move into the future', async () => {
    const { refusal, log, all } = await opened()
    const before = [await log(), await log({ date: '2026-09-30' })]
    const ids = before.map((session) => session.id).toReversed()
    const error = await refusal('sessions.change', { ids, moveByDays: 1 })
    expect(error).toMatchObject({ field: 'moveByDays' })
    expect(await all()).toEqual(before)
  })

  it('duplicates to now, or to where one says', async () => {
    const { ask, log } = await opened()
    const before = await log({ note: 'again', counts: [{ kind: 'paper', n: 1 }] })
    const { session } = await ask('sessions.duplicate', { id: before.id })
    expect(session).toMatchObject({
      time: '12:00',
      durationS: 3600,
      note: 'again',
      counts: before.counts,
    })
    expect(session.id).not.toBe(before.id)
    const placed = await ask('sessions.duplicate', {
      id: before.id,
      date: '2026-09-01',
      time: '20:00',
    })
    expect(placed.session).toMatchObject({ date: '2026-09-01', time: '20:00' })
  })
})

describe('finding', () => {
  it('finds words by their beginning, whatever the case and the accents, and shows where', async () => {
    const { ask, log } = await opened()
    await log({ note: 'Cache invalidation at the café' })
    await log({ note: 'Queues', time: '10:00' })
    const find = async (text: string) =>
      ask('sessions.page', { filter: { text }, offset: 0, limit: 10 })
    const [found, ...others] = await find('CAFE inval')
    expect(others).toEqual([])
    const words = found?.highlights?.map(([start, end]) => found.note.slice(start, end))
    expect(words).toEqual(['invalidation', 'café'])
    expect((await find('café')).length).toBe(1)
    expect((await find('afé')).length).toBe(0)
  })

  it.each(['"', 'note:', 'AND', 'a*', '(', "'; DROP TABLE session; --", '-x', '^'])(
    'takes %j as words and nothing else',
    async (text) => {
      const { engine, log } = await opened()
      await log({ note: 'plain' })
      const result = await engine.call('sessions.page', { filter: { text }, offset: 0, limit: 10 })
      expect(result.ok).toBe(true)
    },
  )

  it('follows edits, deletions and undo', async () => {
    const { ask, log } = await opened()
    const { id } = await log({ note: 'before' })
    const count = async (text: string) =>
      (await ask('sessions.outline', { filter: { text } })).sessions
    await ask('sessions.edit', { id, category: 'coding', duration: '1h', note: 'after' })
    expect([await count('before'), await count('after')]).toEqual([0, 1])
    await ask('history.undo', {})
    expect([await count('before'), await count('after')]).toEqual([1, 0])
    await ask('sessions.remove', { ids: [id] })
    expect(await count('before')).toBe(0)
  })

  it('narrows by category of the plan, days and counts, all at once', async () => {
    const { ask, log } = await opened()
    await log({ date: '2026-09-10', counts: [{ kind: 'coding-hard', n: 1 }] })
    await log({ date: '2026-09-11', counts: [{ kind: 'coding-easy', n: 1 }] })
    await log({
      date: '2026-09-12',
      category: 'stories',
      counts: [{ kind: 'mock-interview', n: 1 }],
    })
    const days = async (filter: object) =>
      (await ask('sessions.outline', { filter })).days.map((row) => row.day.slice(-2))
    expect(await days({ categories: ['coding'] })).toEqual(['11', '10'])
    expect(await days({ from: '2026-09-11', to: '2026-09-12' })).toEqual(['12', '11'])
    expect(await days({ kinds: ['coding-hard', 'mock-interview'] })).toEqual(['12', '10'])
    expect(
      await days({ categories: ['coding'], kinds: ['coding-hard'], from: '2026-09-01' }),
    ).toEqual(['10'])
    expect(await days({ categories: [null] })).toEqual([])
    await ask('profile.switchLevel', {
      level: 'L7',
      mapping: [{ fromPlaybook: 'L6', from: 'coding', to: 'credibility' }],
    })
    expect(await days({ categories: ['credibility'] })).toEqual(['11', '10'])
    expect(await days({ categories: [null] })).toEqual(['12'])
  })
})
