import { describe, expect, it } from 'vitest'
import { matching } from './matching.ts'

const commands = [
  { id: 'today', label: 'Today' },
  { id: 'report', label: 'Report' },
  { id: 'save', label: 'Save report' },
  { id: 'redo', label: 'Redo' },
  { id: 'keys', label: 'Keyboard shortcuts' },
] as const

const idsFor = (typed: string, recent: readonly string[] = []) =>
  matching(typed, commands, recent).map(({ id }) => id)

describe('matching', () => {
  it('gives everything for nothing typed, what was used last first', () => {
    expect(idsFor('')).toEqual(['today', 'report', 'save', 'redo', 'keys'])
    expect(idsFor('  ', ['redo', 'save'])).toEqual(['redo', 'save', 'today', 'report', 'keys'])
  })

  it('puts a beginning before a word, a word before the inside of one, and those before scattered letters', () => {
    expect(idsFor('rep')).toEqual(['report', 'save'])
    expect(idsFor('sh')).toEqual(['keys'])
    expect(idsFor('ed')).toEqual(['redo', 'keys'])
    expect(idsFor('kbs')).toEqual(['keys'])
  })

  it('keeps a better match before a recent one', () => {
    expect(idsFor('rep', ['save'])).toEqual(['report', 'save'])
  })

  it('does not mind case and spaces, and finds nothing where nothing fits', () => {
    expect(idsFor(' SAVE   Rep ')).toEqual(['save'])
    expect(idsFor('90m coding')).toEqual([])
  })
})
