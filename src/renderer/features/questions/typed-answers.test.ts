import { describe, expect, it } from 'vitest'
import { withAnswers } from './typed-answers.ts'

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

  it('keep answers to the letter', () => {
    const text = '  <b>x</b>\n\n数字 🙂 '
    expect(withAnswers([], { q: text })).toEqual([{ question: 'q', answer: text }])
  })
})
