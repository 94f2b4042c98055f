import { describe, expect, it } from 'vitest'
import { demoCounts, demoJournal } from './demo-journal.ts'
import type { DemoNote } from './demo-material.ts'
import { seededRandom } from './seeded-random.ts'

const notes: readonly DemoNote[] = [
  { work: 'design', text: 'ledger' },
  { work: 'design', text: 'chat' },
  { work: 'coding', text: 'heaps' },
  { work: 'paper', text: 'Raft' },
  { work: 'mock', text: 'mock' },
]
const take = (times: number, seed = 1) => {
  const next = demoJournal(notes, seededRandom(seed))
  return Array.from({ length: times }, () => next(120, false))
}

describe('demoJournal', () => {
  it('hands out each note once, works mixed, each work in its order', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const texts = take(4, seed).map(({ text }) => text)
      expect(texts.toSorted()).toEqual(['Raft', 'chat', 'heaps', 'ledger'])
      expect(texts.indexOf('ledger')).toBeLessThan(texts.indexOf('chat'))
    }
  })

  it('comes round again as reviews that count no design problem and no paper twice', () => {
    const reviews = take(8).slice(4)
    expect(reviews.every(({ text }) => text.startsWith('Once more: '))).toBe(true)
    expect(reviews.map(({ work }) => work).toSorted()).toEqual([
      'coding',
      'study',
      'study',
      'study',
    ])
  })

  it('gives a mock interview only where one is wanted, fits and is left', () => {
    const next = demoJournal(notes, seededRandom(1))
    expect(next(120, false).work).not.toBe('mock')
    expect(next(40, true).work).not.toBe('mock')
    expect(next(45, true).work).toBe('mock')
    expect(next(120, true).work).not.toBe('mock')
  })

  it('starts nothing that does not fit the time', () => {
    const next = demoJournal(notes, seededRandom(1))
    expect(next(25, false)).toEqual({ work: 'coding', text: 'heaps' })
  })

  it('has nothing to say without notes', () => {
    expect(demoJournal([], seededRandom(1))(60, true)).toEqual({ work: 'study', text: '' })
  })
})

describe('demoCounts', () => {
  it('counts one of what was worked on, and nothing for study', () => {
    const counts = (work: DemoNote['work']) => demoCounts(work, 90, 0.5, seededRandom(1))
    expect(counts('design')).toEqual([{ kind: 'design-problem', n: 1 }])
    expect(counts('paper')).toEqual([{ kind: 'paper', n: 1 }])
    expect(counts('mock')).toEqual([{ kind: 'mock-interview', n: 1 }])
    expect(counts('study')).toEqual([])
  })

  it('solves no more problems than the time allows, and at least one', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const minutes = 20 + seed
      const counts = demoCounts('coding', minutes, seed / 200, seededRandom(seed))
      const least = { 'coding-easy': 18, 'coding-medium': 34, 'coding-hard': 55 }
      const spent = counts.reduce(
        (sum, { kind, n }) => sum + n * (kind in least ? least[kind as keyof typeof least] : 0),
        0,
      )
      expect(counts.length).toBeGreaterThan(0)
      expect(spent).toBeLessThanOrEqual(Math.max(18, minutes * 0.8))
    }
  })
})
