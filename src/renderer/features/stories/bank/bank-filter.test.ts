import { describe, expect, it } from 'vitest'
import type { StorySummary } from '#contract/story.ts'
import { askedOf, conditionsOf, emptyBankFilter, inOrder } from './bank-filter.ts'

const story = (title: string, more: Partial<StorySummary> = {}) =>
  ({ title, status: 'draft', words: 0, when: null, ...more }) as StorySummary

describe('the filter of the bank', () => {
  it('asks for nothing where nothing narrows it', () => {
    expect(askedOf({ ...emptyBankFilter, text: '  ' })).toEqual({})
    expect(conditionsOf(emptyBankFilter)).toBe(0)
  })

  it('asks for each of its conditions', () => {
    const filter = {
      text: ' latency ',
      statuses: ['ready'] as const,
      principles: ['ownership'],
      tags: ['x'],
      levels: [null, 'L6'],
    }
    expect(askedOf(filter)).toEqual({ ...filter, text: 'latency' })
    expect(conditionsOf(filter)).toBe(5)
  })
})

describe('the order of the bank', () => {
  const stories = [
    story('Story 10', { words: 5, when: { from: '2023-01', to: null } }),
    story('Story 2', { status: 'ready', words: 900 }),
    story('anger', { status: 'retired', words: 30, when: { from: '2024-05', to: null } }),
  ]
  const titles = (order: Parameters<typeof inOrder>[1]) =>
    inOrder(stories, order).map(({ title }) => title)

  it('is by any of five', () => {
    expect(titles('changed')).toEqual(['Story 10', 'Story 2', 'anger'])
    expect(titles('title')).toEqual(['anger', 'Story 2', 'Story 10'])
    expect(titles('status')).toEqual(['Story 10', 'Story 2', 'anger'])
    expect(titles('when')).toEqual(['anger', 'Story 10', 'Story 2'])
    expect(titles('time')).toEqual(['Story 2', 'anger', 'Story 10'])
  })
})
