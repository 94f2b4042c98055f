import { describe, expect, it } from 'vitest'
import { checked, findingOf, rulesIn } from './story-under-check.ts'

const dull = {
  situation: 'The page of the team was slow in the morning and in the evening.',
  task: 'I had to make it fast for the team.',
  action: 'I looked at the page and at the service, and then I wrote it anew with the team.',
  result: 'It took 1 second and not 2.',
}

describe('what a story lacks', () => {
  it('is a business reason, alternatives, a struggle, and what shows its principles', () => {
    const check = checked({ parts: dull, alternatives: '', obstacles: '', title: '' })
    expect(rulesIn(check)).toEqual([
      'no-business-reason',
      'no-alternatives',
      'no-struggle',
      'principle-only-named',
      'principle-only-named',
    ])
  })

  it('is not asked for before it can be there', () => {
    const empty = { situation: '', task: '', action: '', result: '', reflection: '', growth: '' }
    expect(rulesIn(checked({ parts: empty, alternatives: '', obstacles: '', title: '' }))).toEqual(
      [],
    )
  })

  it('is not asked for in a language that the rules do not know', () => {
    const german =
      'Die Seite der Mannschaft brauchte morgens lange, und abends noch länger als sonst immer.'
    const parts = {
      situation: german,
      task: german,
      action: german,
      result: `${german} 3`,
      reflection: german,
      growth: '',
    }
    const check = checked({ parts, alternatives: '', obstacles: '', title: '' })
    expect([check.readsWords, rulesIn(check)]).toEqual([false, []])
  })

  it.each(['We lost $40,000 a day.', 'Customers left.', 'The outage grew.'])(
    'a business reason is %j',
    (more) => {
      expect(
        rulesIn(checked({ parts: { ...dull, situation: `${dull.situation} ${more}` } })),
      ).not.toContain('no-business-reason')
    },
  )
})

describe('no learning', () => {
  it('is clear where the story ends with its result, and mild where the reflection says nothing', () => {
    expect(findingOf(checked({ parts: { reflection: ' ' } }), 'no-learning')).toMatchObject({
      severity: 'clear',
      message: 'The story ends with its result.',
    })
    expect(
      findingOf(
        checked({ parts: { reflection: 'It was a good project.', growth: '' } }),
        'no-learning',
      ),
    ).toMatchObject({
      severity: 'mild',
      figures: ['words of reflection: 5'],
    })
  })
})

describe('a principle that is only named', () => {
  it('is told apart from one that nothing speaks of, and named', () => {
    const named = checked({
      secondaryPrinciples: ['frugality'],
      alternatives: '',
      parts: { growth: 'That was Frugality.' },
    })
    expect(findingOf(named, 'principle-only-named')).toMatchObject({
      field: 'secondaryPrinciples',
      message: 'Frugality is named in the story, and nothing else in it speaks of that.',
    })
    const shown = checked({
      secondaryPrinciples: ['frugality'],
      parts: { growth: 'It saved the whole budget.' },
    })
    expect(rulesIn(shown)).toEqual([])
  })
})
