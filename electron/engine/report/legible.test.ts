import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeReport } from './compose.ts'
import { legibleReport, metadataText } from './legible.ts'
import type { Shows } from './legible.ts'
import { sampleData } from './sample-data.ts'

/** Stands for a font with Latin, Greek and Cyrillic. */
const hasGlyph = (codePoint: number) =>
  codePoint < 0x530 || (codePoint >= 0x2000 && codePoint < 0x2300)
const shows = (cluster: string) =>
  Array.from(cluster).every((each) => hasGlyph(each.codePointAt(0) ?? 0))

function coverOf(name: string, own: Shows = shows) {
  const { cover } = legibleReport(composeReport(sampleData({ name, sessions: 0 })), own).report
  if (cover === null) throw new Error('the cover is off')
  return cover
}

describe('legibleReport', () => {
  it('leaves text that the fonts can show as it is, and says nothing', () => {
    const cover = coverOf('Zoë Ångström, Ольга, Δημήτρης')
    expect(cover.title).toBe('Zoë Ångström, Ольга, Δημήτρης')
    expect(cover.notice).toBeUndefined()
  })

  it('puts a question mark for each character without a shape and names the scripts', () => {
    const cover = coverOf('Ada 王小明 مريم')
    expect(cover.title).toBe('Ada ??? ????')
    expect(cover.notice).toBe(
      'The fonts of this report cannot show Arabic and Chinese characters: each such character stands as “?”.',
    )
  })

  it('leaves emoji out with the space around them', () => {
    const cover = coverOf('Ada 👩‍💻🎉 Lovelace 🇩🇪')
    expect(cover.title).toBe('Ada Lovelace')
    expect(cover.notice).toBe('Emoji that its fonts lack are left out.')
  })

  it('shows something for a name of nothing but emoji', () => {
    expect(coverOf('🎉').title).toBe('?')
  })

  it('drops controls and marks that have no shape, without a word', () => {
    const cover = coverOf('A\u202Ed\u200Ba\u0000\uD800')
    expect(cover.title).toBe('Ada')
    expect(cover.notice).toBeUndefined()
  })

  it('shows only characters that the fonts have, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
        const { title } = coverOf(name)
        expect(title).not.toBe('')
        for (const character of title) expect(hasGlyph(character.codePointAt(0) ?? 0)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps the lines of a text that has several', () => {
    const data = sampleData({ sessions: 0 })
    const playbook = { ...data.playbook, name: 'one\r\ntwo\tthree' }
    const { cover } = legibleReport(composeReport({ ...data, playbook }), shows).report
    expect(cover?.facts[1]?.value).toBe('one\ntwo three')
  })

  it('answers what the cover says, and nothing where all can be shown', () => {
    const of = (name: string) =>
      legibleReport(composeReport(sampleData({ name, sessions: 0 })), shows).notice
    expect(of('Ada')).toBeNull()
    expect(of('ግዕዝ')).toContain('cannot show Ethiopic')
  })

  it('shows the parts of an emoji that it lacks as a whole, and without a tone of skin', () => {
    const parts: Shows = (cluster) => shows(cluster) || ['👩', '💻', '👍'].includes(cluster)
    expect(coverOf('A👩🏽‍💻👍🏽', parts).title).toBe('A👩💻👍')
    expect(coverOf('A👩‍💻', parts).notice).toBeUndefined()
  })

  it('keeps a letter whose marks it lacks, and says so', () => {
    const noRing: Shows = (cluster) => shows(cluster) && !cluster.includes('\u0325')
    const cover = coverOf('Ada\u0325', noRing)
    expect(cover.title).toBe('Ada')
    expect(cover.notice).toBe('Marks on letters that its fonts lack are left out.')
  })

  it('keeps the joiners that Persian needs, and drops them elsewhere', () => {
    const all: Shows = () => true
    expect(coverOf('می\u200cخواهم', all).title).toBe('می\u200cخواهم')
    expect(coverOf('Ad\u200ca', shows).title).toBe('Ada')
  })

  it('shows a sign whose mirror image it lacks, but not beside letters from right to left', () => {
    const lacking: Shows = (cluster) => cluster !== '\u27ee'
    expect(coverOf('A\u27ef', lacking).title).toBe('A\u27ef')
    expect(coverOf('ש\u27ef', lacking).title).toBe('ש?')
  })

  it('composes letters and accents, so that a font needs only the whole letter', () => {
    expect(coverOf('Zoe\u0308').title).toBe('Zoë')
  })
})

describe('metadataText', () => {
  it('keeps every character but controls and broken ones', () => {
    expect(metadataText('王\u0000 🎉\uD800')).toBe('王  🎉')
  })
})
