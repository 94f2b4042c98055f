import { describe, expect, it } from 'vitest'
import { admitted, excluded, fitting, locked, moved, noWishes } from './loop-wishes.ts'

const place = { round: 1, principle: 'ownership' }

describe('wishes for a loop', () => {
  it('lock a story in one place, and move it from another', () => {
    const first = locked(noWishes, place, 'a')
    const there = { round: 0, principle: 'frugality' }
    expect(locked(first, there, 'a').locks).toEqual([{ ...there, story: 'a' }])
    expect(locked(first, place, 'b').locks).toEqual([{ ...place, story: 'b' }])
    expect(locked(first, place, null).locks).toEqual([])
  })

  it('do not want and unwant the same', () => {
    const wish = { ...place, story: 'a' }
    const out = excluded(locked(noWishes, place, 'a'), wish)
    expect(out).toMatchObject({ locks: [], exclude: [wish] })
    expect(excluded(out, wish).exclude).toHaveLength(1)
    expect(locked(out, place, 'a').exclude).toEqual([])
    expect(admitted(out, wish).exclude).toEqual([])
  })

  it('follow their round when rounds change places, and go with it', () => {
    const wishes = locked(locked(noWishes, place, 'a'), { round: 0, principle: 'x' }, 'b')
    expect(moved(wishes, [1, 0]).locks.map(({ round, story }) => [round, story])).toEqual([
      [0, 'a'],
      [1, 'b'],
    ])
    expect(moved(wishes, [0]).locks.map(({ story }) => story)).toEqual(['b'])
  })

  it('about what is not asked any more are left out', () => {
    const rounds = [{ name: 'One', principles: ['x'] }]
    const wishes = locked(locked(noWishes, place, 'a'), { round: 0, principle: 'x' }, 'b')
    expect(fitting(wishes, rounds).locks.map(({ story }) => story)).toEqual(['b'])
    expect(fitting(wishes, [{ name: 'One', principles: ['y'] }]).locks).toEqual([])
  })
})
