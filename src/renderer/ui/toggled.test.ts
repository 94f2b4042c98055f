import { expect, it } from 'vitest'
import { withToggled } from './toggled.ts'

it('takes a value in at the end, and out again from anywhere', () => {
  expect(withToggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(withToggled(['a', 'b'], 'a')).toEqual(['b'])
})
