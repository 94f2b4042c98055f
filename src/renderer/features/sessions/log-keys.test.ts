import { describe, expect, it } from 'vitest'
import { sessionAfterKey } from './log-keys.ts'

describe('sessionAfterKey', () => {
  it('moves by one, by a page, and to either end', () => {
    expect(sessionAfterKey('ArrowDown', 3, 100)).toBe(4)
    expect(sessionAfterKey('ArrowUp', 3, 100)).toBe(2)
    expect(sessionAfterKey('PageDown', 3, 100)).toBe(13)
    expect(sessionAfterKey('Home', 3, 100)).toBe(0)
    expect(sessionAfterKey('End', 3, 100)).toBe(99)
  })

  it('stops at the ends', () => {
    expect(sessionAfterKey('ArrowUp', 0, 100)).toBe(0)
    expect(sessionAfterKey('PageDown', 95, 100)).toBe(99)
  })

  it('leaves every other key alone', () => {
    expect(sessionAfterKey('Enter', 3, 100)).toBeNull()
    expect(sessionAfterKey('toString', 3, 100)).toBeNull()
  })
})
