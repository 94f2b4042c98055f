import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Mock, MockInput } from '#contract/mocks.ts'
import { contentOf, emptyScorecard, isSameContent, withPrinciple } from './scorecard-content.ts'
import { scorecardEditor } from './scorecard-editor.ts'

const call = vi.hoisted(() => vi.fn<(name: string, input: unknown) => Promise<unknown>>())
vi.mock('../../bridge/bridge.ts', () => ({ bridge: { call } }))

const empty = emptyScorecard('coding', '2026-10-01')
const typed = (strengths: string): MockInput => ({ ...empty, strengths })
const storedAs = (content: MockInput, revision: string): Mock =>
  // Ids and instants are only compared here.
  ({
    ...content,
    id: 'm',
    level: 'L6',
    session: null,
    revision,
    createdAt: '',
    changedAt: '',
  }) as unknown as Mock
const accepts = (revision: string) =>
  call.mockImplementationOnce((_, input) =>
    Promise.resolve({
      ok: true,
      value: { outcome: 'saved', mock: storedAs((input as { mock: MockInput }).mock, revision) },
    }),
  )
const rest = () => vi.advanceTimersByTimeAsync(1000)

beforeEach(() => {
  vi.useFakeTimers()
  call.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a scorecard that is typed', () => {
  it('is saved once typing rests, whole, and then by its id over its revision', async () => {
    const editor = scorecardEditor(empty, null)
    accepts('r1')
    editor.change(typed('a'))
    editor.change(typed('ab'))
    await rest()
    expect(call).toHaveBeenCalledTimes(1)
    expect(call.mock.calls[0]?.[1]).toMatchObject({ mock: { strengths: 'ab' } })
    accepts('r2')
    editor.change(typed('abc'))
    await rest()
    expect(call.mock.calls[1]?.[1]).toMatchObject({ basedOn: 'r1' })
    expect(editor.state.get()).toMatchObject({
      saving: { kind: 'saved' },
      stored: { revision: 'r2' },
    })
  })

  it('is not saved while nothing is different', async () => {
    const editor = scorecardEditor(empty, storedAs(empty, 'r1'))
    editor.change(typed('a'))
    editor.change(empty)
    await rest()
    await editor.flush()
    expect(call).not.toHaveBeenCalled()
  })

  it('keeps what is typed while a save is on its way, and saves it after', async () => {
    const editor = scorecardEditor(empty, null)
    let answer = (_: unknown) => {}
    call.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    editor.change(typed('a'))
    await rest()
    editor.change(typed('ab'))
    accepts('r2')
    answer({ ok: true, value: { outcome: 'saved', mock: storedAs(typed('a'), 'r1') } })
    await rest()
    expect(call).toHaveBeenCalledTimes(2)
    expect(call.mock.calls[1]?.[1]).toMatchObject({ basedOn: 'r1', mock: { strengths: 'ab' } })
    expect(editor.state.get().content.strengths).toBe('ab')
  })

  it('stays when it is refused, and is tried again', async () => {
    const editor = scorecardEditor(empty, null)
    call.mockResolvedValueOnce({ ok: false, error: { code: 'storage', message: 'Full.' } })
    editor.change(typed('a'))
    await rest()
    expect(editor.state.get()).toMatchObject({
      content: { strengths: 'a' },
      saving: { kind: 'failed', error: { message: 'Full.' } },
    })
    accepts('r1')
    await editor.flush()
    expect(editor.state.get().saving.kind).toBe('saved')
  })

  it.each(['theirs', 'mine'] as const)('after another window saved, takes %s', async (choice) => {
    const editor = scorecardEditor(empty, storedAs(empty, 'r1'))
    call.mockResolvedValueOnce({
      ok: true,
      value: { outcome: 'stale', current: storedAs(typed('theirs'), 'r2') },
    })
    editor.change(typed('mine'))
    await rest()
    expect(editor.state.get()).toMatchObject({
      content: { strengths: 'mine' },
      saving: { kind: 'stale' },
    })
    editor.change(typed('mine'))
    await rest()
    expect(call).toHaveBeenCalledTimes(1)
    accepts('r3')
    editor.settle(choice)
    await rest()
    expect(editor.state.get().content.strengths).toBe(choice)
    if (choice === 'mine')
      expect(call.mock.calls[1]?.[1]).toMatchObject({ basedOn: 'r2', mock: { strengths: 'mine' } })
    else expect(call).toHaveBeenCalledTimes(1)
  })

  it('takes what another window saved, but not over what is typed', async () => {
    const editor = scorecardEditor(empty, storedAs(empty, 'r1'))
    editor.take(storedAs(typed('other'), 'r2'))
    expect(editor.state.get()).toMatchObject({ content: { strengths: 'other' } })
    editor.change(typed('mine'))
    editor.take(storedAs(typed('third'), 'r3'))
    expect(editor.state.get().content.strengths).toBe('mine')
  })

  it('becomes a new one after its interview was taken away', async () => {
    const editor = scorecardEditor(empty, storedAs(empty, 'r1'))
    accepts('n1')
    editor.saveAsNew()
    await rest()
    const [, input] = call.mock.calls[0] ?? []
    expect(input).not.toHaveProperty('basedOn')
    expect(input).not.toMatchObject({ id: 'm' })
    expect(editor.state.get().stored?.revision).toBe('n1')
  })

  it('is saved in between where typing never rests', async () => {
    const editor = scorecardEditor(empty, null)
    accepts('r1')
    accepts('r2')
    for (let letter = 1; letter <= 10; letter += 1) {
      editor.change(typed('a'.repeat(letter)))
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(call).toHaveBeenCalled()
  })

  it('whose first save arrived without an answer is not made twice', async () => {
    const editor = scorecardEditor(empty, null)
    call.mockResolvedValueOnce({ ok: false, error: { code: 'internal', message: 'Lost.' } })
    editor.change(typed('a'))
    await rest()
    call.mockResolvedValueOnce({
      ok: true,
      value: { outcome: 'stale', current: storedAs(typed('a'), 'r1') },
    })
    await editor.flush()
    const ids = call.mock.calls.map(([, input]) => (input as { id: string }).id)
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(ids[1]).toBe(ids[0])
    expect(editor.state.get()).toMatchObject({
      saving: { kind: 'saved' },
      stored: { revision: 'r1' },
    })
  })
})

describe('the content of a scorecard', () => {
  it('is the same whatever the order, and without principles about which nothing is said', () => {
    const one = withPrinciple(withPrinciple(empty, 'a', { rating: 1 }), 'b', { selfRating: 2 })
    const two = withPrinciple(withPrinciple(empty, 'b', { selfRating: 2 }), 'a', { rating: 1 })
    expect(isSameContent(one, withPrinciple(two, 'c', {}))).toBe(true)
    expect(isSameContent(one, withPrinciple(two, 'a', { rating: 2 }))).toBe(false)
    expect(contentOf(storedAs(one, 'r'))).toEqual(one)
  })
})
