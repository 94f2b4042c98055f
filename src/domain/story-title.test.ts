import { expect, it } from 'vitest'
import { shownTitle } from './story-title.ts'

it.each([
  ['The outage', 'The outage'],
  [' The outage ', 'The outage'],
  ['', 'Untitled story'],
  ['  ', 'Untitled story'],
  [null, 'Untitled story'],
])('the title %j is shown as “%s”', (title, shown) => {
  expect(shownTitle(title)).toBe(shown)
})
