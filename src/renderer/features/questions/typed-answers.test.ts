import { describe, expect, it } from 'vitest'
import { changedAnswers, withAnswers } from './typed-answers.ts'

const stored = [
  { question: 'How was it measured?', answer: 'By the gateway.' },
  { question: 'My own?', answer: '' },
]

describe('answers laid over the follow-up questions of a story', () => {
  it('change what was answered, in its place, and add what was not', () => {
    expect(
      withAnswers(stored, { 'How was it measured?': 'By hand.', 'What got worse?': 'Cost.' }),
    ).toEqual([
      { question: 'How was it measured?', answer: 'By hand.' },
      { question: 'My own?', answer: '' },
      { question: 'What got worse?', answer: 'Cost.' },
    ])
  })

  it('leave what nobody touched, also without an answer', () => {
    expect(withAnswers(stored, {})).toEqual(stored)
  })

  it('keep an own question that is emptied, and take away what is taken away', () => {
    expect(withAnswers(stored, { 'My own?': '', 'How was it measured?': null })).toEqual([
      { question: 'My own?', answer: '' },
    ])
    expect(withAnswers([], { gone: null })).toEqual([])
  })

  it('are not mistaken about a question that is called like a part of the language', () => {
    const odd = [{ question: 'constructor', answer: 'a' }]
    expect(withAnswers(odd, {})).toEqual(odd)
  })

  it('keep answers to the letter', () => {
    const text = '  <b>x</b>\n\n数字 🙂 '
    expect(withAnswers([], { q: text })).toEqual([{ question: 'q', answer: text }])
  })
})

describe('what changed between two states of the follow-up questions', () => {
  it('is each new answer, and null for a question that is gone', () => {
    const [first, second] = stored
    const after = [
      { question: 'My own?', answer: 'Yes.' },
      { question: 'New?', answer: '' },
    ]
    expect(changedAnswers(stored, after)).toEqual([
      ['My own?', 'Yes.'],
      ['New?', ''],
      ['How was it measured?', null],
    ])
    expect(
      changedAnswers(
        stored,
        [first, second].flatMap((row) => row ?? []),
      ),
    ).toEqual([])
  })

  it('laid over the first gives the second, whatever order it is in', () => {
    const after = withAnswers(stored, { 'New?': 'a', 'My own?': null })
    const changes = Object.fromEntries(changedAnswers(stored, after))
    expect(withAnswers(stored, changes)).toEqual(after)
  })
})
