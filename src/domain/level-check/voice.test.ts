import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checked, findingOf, rulesIn } from './story-under-check.ts'

const action = (text: string) => checked({ parts: { action: text, task: '', result: '' } })
const we = 'We met and we argued, then we built our own and us two tested it. '
const isWe = (text: string) => rulesIn(action(text)).includes('we-more-than-i')

describe('“we” far more often than “I”', () => {
  it('is found with both counts and every place', () => {
    const found = findingOf(action(`${we}Then I left.`), 'we-more-than-i')
    expect(found?.message).toContain('stands 5 times')
    expect(found?.message).toContain('“I”, “me” or “my” once.')
    expect(found?.ranges.map(([a, b]) => `${we}Then I left.`.slice(a, b))).toEqual([
      'We',
      'we',
      'we',
      'our',
      'us',
    ])
  })

  it.each([
    ['as often as twice', `${we}I called. I wrote. My plan held.`],
    ['fewer than five times', 'We met and we argued, then we built it.'],
    [
      'the country',
      'The US team met the US team; US law and US rules and US taxes apply to the US.',
    ],
  ])('is not found where it stands %s', (_, text) => {
    expect(isWe(text)).toBe(false)
  })

  it('is found exactly from 5, and above twice the “I”', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(15), (ours, mine) => {
        const text = `The plan and the team. ${'We did it. '.repeat(ours)}${'I did it. '.repeat(mine)}`
        expect(isWe(text)).toBe(ours >= 5 && ours > 2 * mine)
      }),
    )
  })

  it('does not judge another language', () => {
    const dutch = 'We hebben het samen gedaan en onze klanten waren daarna erg blij. '.repeat(6)
    const parts = {
      situation: dutch,
      task: dutch,
      action: dutch,
      result: dutch,
      reflection: '',
      growth: '',
    }
    expect(rulesIn(checked({ parts }))).not.toContain('we-more-than-i')
  })
})

describe('blame', () => {
  it.each([
    ['It was their fault, and I fixed it.', 'their fault'],
    ['The careless handover by the team cost us a week.', 'careless'],
    ['They blamed me for it.', 'blamed'],
  ])('is heard in %j', (text, said) => {
    expect(findingOf(action(text), 'blame')?.figures).toEqual([`“${said}”`])
  })

  it.each([
    'I held a blameless review of the incident.',
    'I asked for the cause without blame.',
    'It was the default of the service.',
    'I made it blame-free for the team.',
  ])('is not heard in %j', (text) => {
    expect(rulesIn(action(text))).not.toContain('blame')
  })
})
