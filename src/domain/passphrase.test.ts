import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strengthOf } from './passphrase.ts'

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'weak'],
    ['password', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['abababababababababababababababab', 'weak'],
    ['Tr0ub4dor&3', 'fair'],
    ['correct horse battery', 'strong'],
    ['k7#Qz!p0vR2m$w', 'strong'],
  ])('of %j is %s', (passphrase, strength) => expect(strengthOf(passphrase)).toBe(strength))

  it('never falls when something new is added', () => {
    const steps = ['weak', 'fair', 'strong']
    fc.assert(
      fc.property(fc.string(), (text) => {
        const longer = `${text}ζ`
        fc.pre(!text.includes('ζ'))
        expect(steps.indexOf(strengthOf(longer))).toBeGreaterThanOrEqual(
          steps.indexOf(strengthOf(text)),
        )
      }),
    )
  })
})
