import { expect, it } from 'vitest'
import { sliderValue, typedHours } from './typed-hours.ts'

it.each([
  ['12', 12],
  [' 7,5 ', 7.5],
  ['7.5', 7.5],
  ['0', null],
  ['101', null],
  ['', null],
  ['-3', null],
  ['1e1', null],
  ['ten', null],
])('hours typed as %j are %j', (text, hours) => {
  expect(typedHours(text)).toBe(hours)
})

it('a slider stays between its ends', () => {
  expect([sliderValue(80, 1, 60), sliderValue(0.2, 1, 60), sliderValue(null, 1, 60)]).toEqual([
    60, 1, 1,
  ])
})
