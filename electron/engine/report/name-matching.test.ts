import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameFinder, partedIn, standsIn } from './name-matching.ts'

describe('a finder', () => {
  const { replace } = nameFinder([
    { name: 'Acme', alias: 'Employer A' },
    { name: 'Acme Pay', alias: 'Employer B' },
    { name: 'C++ Guild (EU)', alias: 'the guild' },
    { name: '北斗', alias: 'Employer C' },
    { name: "O'Brien", alias: 'Interviewer A' },
    { name: 'Coca-Cola', alias: 'Employer D' },
    { name: 'Straße AG', alias: 'Employer E' },
    { name: 'Northwind Traders', alias: 'Employer F' },
    { name: 'GE', alias: 'Employer G' },
    { name: 'Σίσυφος', alias: 'Employer H' },
    { name: 'Zoë Søren', alias: 'Candidate' },
    { name: 'محمد', alias: 'Interviewer B' },
  ])

  it.each([
    ['Acme’s plan at ACME and acme_corp', 'Employer A’s plan at Employer A and Employer A_corp'],
    ['Acme  Pay, then Acme\nPay', 'Employer B, then Employer B'],
    ['acmeism is a word of its own', 'acmeism is a word of its own'],
    [
      'Acmé, acme2, 3Acme and acme@x.org',
      'Employer A, Employer A2, 3Employer A and Employer A@x.org',
    ],
    ['two Acmes', 'two Employer A'],
    ['the c++ guild (eu) met', 'the the guild met'],
    ['在北斗工作', '在Employer C工作'],
    ['Ａｃｍｅ, Ac\u00adme and Ac\u200bme', 'Employer A, Employer A and Employer A'],
    ['O’Brien, O\u02bcBrien, O´BRIEN', 'Interviewer A, Interviewer A, Interviewer A'],
    ['Coca\u2011Cola, Coca Cola, CocaCola', 'Employer D, Employer D, Employer D'],
    ['STRASSE AG', 'Employer E'],
    ['NorthwindTraders, northwind-traders.com', 'Employer F, Employer F.com'],
    ['GE and the age of the ge', 'Employer G and the age of the ge'],
    ['ΣΊΣΥΦΟΣ', 'Employer H'],
    ['Zoe Soren, zoësøren@x.org', 'Candidate, Candidate@x.org'],
    ['مُحَمَّد', 'Interviewer B'],
    ['👩🏽‍💻 at Acme 👩🏽‍💻', '👩🏽‍💻 at Employer A 👩🏽‍💻'],
  ])('makes of “%s” “%s”', (text, expected) => expect(replace(text)).toBe(expected))

  it('leaves no name in any text, whatever is around it, and changes nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (before, after) => {
          const renamed = replace(`${before} Acme ${after}`)
          expect(standsIn('Acme', renamed)).toBe(false)
          const around = [before, after].map((text) => replace(text))
          expect(renamed).toBe(`${around[0]} Employer A ${around[1]}`.normalize('NFC'))
        },
      ),
    )
  })

  it('finds a name in whatever way its letters are written', () => {
    const ways = fc.array(
      fc.constantFrom('', '\u00ad', '\u200b', '\u2060', '\u200d', '\u202b', '\ufe0f'),
      { minLength: 8, maxLength: 8 },
    )
    fc.assert(
      fc.property(ways, fc.boolean(), fc.boolean(), (marks, isWide, isUpper) => {
        const letters = Array.from(isUpper ? 'LOVELACE' : 'Lovelace', (letter, index) => {
          const wide = String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)
          return `${isWide ? wide : letter}${marks[index] ?? ''}`
        })
        expect(standsIn('Lovelace', `by ${letters.join('')}, 1843`)).toBe(true)
      }),
    )
  })

  it('finds what a line parts only where that is asked for', () => {
    expect(partedIn('by Love\nlace, 1843')('Lovelace')).toBe(true)
    expect(partedIn('by Love-\nlace, 1843')('Lovelace')).toBe(true)
    expect(standsIn('Lovelace', 'by Love\nlace, 1843')).toBe(false)
    expect(partedIn('as h')('Ash')).toBe(false)
  })

  it('without a name, or with one of no letters, finds nothing', () => {
    expect(nameFinder([]).replace('Acme')).toBe('Acme')
    expect(nameFinder([{ name: ' - ', alias: 'x' }]).replace('a - b')).toBe('a - b')
  })
})
