import { expect, it } from 'vitest'
import { createRestarts } from './restarts.ts'

it('starts again at once, then with a rest, and stops at a loop', () => {
  let now = 0
  const died = createRestarts(() => now)
  expect([died(), died(), died(), died()]).toEqual([0, 500, 2_000, null])
  now = 5 * 60_000
  expect(died()).toBe(0)
})

it('goes on for ever with what dies once in a while', () => {
  let now = 0
  const died = createRestarts(() => now)
  for (let day = 0; day < 50; day += 1) {
    now += 5 * 60_000
    expect(died()).toBe(0)
  }
})
