import { describe, expect, it } from 'vitest'
import { argumentsAt, placeOf, startAtFlag } from './place.ts'

describe('the place that a start after a crash goes on at', () => {
  it('is the screen that showed', () => {
    const place = placeOf('loopready://app/#/stories/edit/0199a0a0-1111-7000-8000-000000000001')
    const args = argumentsAt(['.', '--data-dir', '/tmp/x'], place)
    expect(args.slice(0, 3)).toEqual(['.', '--data-dir', '/tmp/x'])
    expect(startAtFlag(args)).toBe(place)
    expect(startAtFlag(argumentsAt(args, '#/log'))).toBe('#/log')
    expect(argumentsAt(argumentsAt(args, '#/log'), '')).toEqual(['.', '--data-dir', '/tmp/x'])
  })

  it.each([
    '',
    '#',
    '#javascript:alert(1)',
    '#/../..%2f',
    '#/a b',
    'https://example.org',
    '#/a?b=c',
  ])('is none that the page does not have: %j', (address) => {
    expect(placeOf(`loopready://app/${address}`)).toBe('')
    expect(startAtFlag([`--start-at=${address}`])).toBe('')
  })
})
