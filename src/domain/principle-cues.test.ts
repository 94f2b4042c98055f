import { expect, it } from 'vitest'
import { principlesSpokenOf } from './principle-cues.ts'

const principles = [
  { id: 'ownership', name: 'Ownership', short: 'OWN' },
  { id: 'dive-deep', name: 'Dive Deep', short: 'DD' },
  { id: 'frugality', name: 'Frugality', short: 'FRUG' },
  { id: 'have-backbone-disagree-and-commit', name: 'Have Backbone', short: 'HB' },
]

it.each([
  ['Tell me about a time you dived deep into a problem.', 'dive-deep'],
  ['When did you go deep where others had stopped?', 'dive-deep'],
  ['How did you get it done when you were refused money?', 'frugality'],
  ['When did you say no to a director?', 'have-backbone-disagree-and-commit'],
  ["What did you do that was somebody else's job?", 'ownership'],
  ['DD: what did you find?', 'dive-deep'],
])('%s speaks of %s', (question, principle) => {
  expect(principlesSpokenOf(question, principles)[0]?.id).toBe(principle)
})

it('hears nothing where nothing is said', () => {
  expect(principlesSpokenOf('How are you today?', principles)).toEqual([])
})
