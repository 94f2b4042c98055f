import { expect, it } from 'vitest'
import { itemShares } from './item-shares.ts'

it('an item has the share of its area, divided by the items of that area', () => {
  const shares = itemShares(
    ['a', 'b', 'c'],
    [
      { share: 60, support: { checklist: ['a', 'b'] } },
      { share: 40, support: { checklist: ['c'] } },
    ],
  )
  expect(Object.fromEntries(shares)).toEqual({ a: 0.3, b: 0.3, c: 0.4 })
})

it('items are equal where the playbook says nothing, and an unclaimed one is as much as an equal part', () => {
  expect([...itemShares(['a', 'b'], [{ share: 100 }]).values()]).toEqual([0.5, 0.5])
  const mixed = itemShares(['a', 'b'], [{ share: 100, support: { checklist: ['a', 'gone'] } }])
  expect(mixed.get('b')).toBeCloseTo(1 / 3)
  expect(itemShares([], []).size).toBe(0)
})
