import { expect, it } from 'vitest'
import { failureText } from './failure-text.ts'
import { hostileTexts } from '../../../tests/support/hostile-texts.ts'

function failing(stack: string, message = 'cannot read "my secret story"') {
  const error = new TypeError(message)
  error.stack = stack
  return error
}

it('tells the kind, the screen and the place, as each browser writes it', () => {
  const error = failing(
    [
      'TypeError: cannot read "my secret story"',
      '    at showStory (http://127.0.0.1:26996/assets/story-Cx1.js:1:204)',
      '    at http://127.0.0.1:26996/assets/index-Ab_2.js:4:1',
      'draw@app://loopready/assets/list-9.js?v=1:3:7',
    ].join('\n'),
  )
  expect(failureText(error, '#/stories/edit/0190c7a2-77aa-7abc-8def-0123456789ab')).toBe(
    [
      'A part of the page failed: TypeError on /stories',
      '  showStory (story-Cx1.js:1:204)',
      '  index-Ab_2.js:4:1',
      '  draw (list-9.js:3:7)',
      '',
    ].join('\n'),
  )
})

it('quotes no line of the message that looks like a call', () => {
  const message = 'in my notes:\n    at MyEmployer (secret-plan.ts:1:2)\nsecret.js:3:4'
  const told = failureText(
    failing(`TypeError: ${message}\n    at showStory (http://127.0.0.1/story.js:1:204)`, message),
    '#/stories',
  )
  expect(told).toBe(
    'A part of the page failed: TypeError on /stories\n  showStory (story.js:1:204)\n',
  )
})

it('quotes no text, wherever in the error it stands', () => {
  for (const text of hostileTexts) {
    const error = failing(`TypeError: ${text}\n    at ${text} (${text}:1:1)\n${text}`, text)
    error.name = text
    const told = failureText(error, `#/stories?search=${text}`)
    expect(told).toMatch(
      /^A part of the page failed: \w+ on \/stories\n(?: {2}(?:[\w.$<>]+ \()?[\w.-]+:\d+:\d+\)?\n)*$/,
    )
    expect(told).not.toContain('hacked')
  }
})
