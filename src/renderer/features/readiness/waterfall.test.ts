import { expect, it } from 'vitest'
import { waterfallRows } from './waterfall.ts'

it('each bar begins where the one before ended, and the last is their sum', () => {
  const part = { hasData: true, career: false }
  const rows = waterfallRows([
    { ...part, name: 'Plan', points: 6, weight: 15 },
    { ...part, name: 'Even', points: 0, weight: 5 },
    { ...part, name: 'Mocks', points: 4, weight: 15 },
  ])
  expect(rows.map(({ from, to, most }) => [from, to, most])).toEqual([
    [0, 6, 15],
    [6, 6, 11],
    [6, 10, 21],
    [0, 10, 100],
  ])
})
