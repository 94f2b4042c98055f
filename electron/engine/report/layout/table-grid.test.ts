import { describe, expect, it } from 'vitest'
import type { Table } from '../model.ts'
import { gridOf } from './table-grid.ts'

const measure = (text: string) => text.length * 5
const table = (weights: readonly number[]): Table => ({
  kind: 'table',
  summary: '',
  columns: weights.map((weight, index) => ({ head: `Head ${index}`, align: 'left', weight })),
  rows: [{ kind: 'row', cells: weights.map(() => ({ text: '1,234.5 h' })) }],
})

describe('where the columns of a table stand', () => {
  it.each([
    ['with a column of words for each of many levels', [2, 1, 1.4, 1.4, 1.4, 1.4, 1.4, 1.2]],
    ['with many figures beside the words', [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['with figures alone', [0, 0, 0]],
  ])('%s is beside each other, each with a width of its own', (_, weights) => {
    const grid = gridOf(table(weights), 480, measure)
    for (const [index, { x, width }] of grid.entries()) {
      expect(width).toBeGreaterThan(0)
      const next = grid[index + 1]
      if (next) expect(next.x).toBeGreaterThan(x + width)
    }
  })
})
