import Pdf from 'pdfkit'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { buildReport } from './build.ts'
import type { BuiltReport } from './build.ts'
import { composeReport } from './compose.ts'
import { openDocument } from './draw/document.ts'
import type { PdfFont } from './draw/pdf-font.ts'
import { mirrored } from './layout/direction.ts'
import { margins } from './layout/pages.ts'
import { proven } from './proof.ts'
import { openPdf, readPages } from './read-back.ts'
import type { ReadPage } from './read-back.ts'
import { readOwnPdf } from './read-own.ts'
import { renamedData } from './renamed-data.ts'
import { assetsDir, sampleData } from './sample-data.ts'
import { scriptNames, scriptsData, scriptTexts } from './sample-scripts.ts'

const build = (data: Parameters<typeof buildReport>[0]) => buildReport(data, { assetsDir })
const contents = { sections: ['cover', 'stories', 'rehearsals', 'practice-log'] as const }
const name = 'Zoë 王小明 محمد דוד'
const sample = () =>
  scriptsData({ name, contents: { sections: [...contents.sections], storyFormat: 'whole' } })
/** As two programs agree on text: without space, forms of width, variation selectors and flags that are spelt out. */
const bare = (text: string) =>
  text.normalize('NFKC').replaceAll(/[\s\ufe0f]+|\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu, '')

/** A report of one story with this as its situation. */
function oneStory(situation: string) {
  const data = sampleData({
    stories: 1,
    sessions: 0,
    contents: { sections: ['stories'], storyFormat: 'whole' },
  })
  const stories = data.stories.map((each) => ({
    ...each,
    story: { ...each.story, parts: { ...each.story.parts, situation } },
  }))
  return { ...data, stories }
}

/** Builds it, and looks at whether a box for a missing glyph is drawn. The fonts hold which glyphs they were asked for. */
async function buildWatched(data: Parameters<typeof buildReport>[0]) {
  const fonts = vi.spyOn(Pdf.prototype, 'font')
  const built = await build(data)
  const [{ _fontFamilies: held }] = fonts.mock.contexts as unknown as [
    { _fontFamilies: Record<string, PdfFont> },
  ]
  fonts.mockRestore()
  // The box is every font's first glyph; drawn for a text it is there once more.
  const asked = Object.values(held).flatMap(({ subset }) => subset.glyphs.slice(1))
  return { built, asked, codes: await codesOf(built) }
}

type Watched = Awaited<ReturnType<typeof buildWatched>>

/** The codes of what is drawn: 0 is the box where one font alone draws text from left to right. */
async function codesOf({ bytes }: BuiltReport): Promise<ReadonlySet<number>> {
  const pdf = await openPdf(bytes)
  const codes = new Set<number>()
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList()
    fnArray.forEach((operator, index) => {
      if (operator !== OPS.showText) return
      const [glyphs] = argsArray[index] as [(number | { originalCharCode: number })[]]
      for (const glyph of glyphs) if (typeof glyph === 'object') codes.add(glyph.originalCharCode)
    })
  }
  return codes
}

describe('a report with a story in each script', () => {
  let watched: Watched
  let built: BuiltReport
  let pages: readonly ReadPage[]
  beforeAll(async () => {
    watched = await buildWatched(sample())
    ;({ built } = watched)
    pages = await readPages(await openPdf(built.bytes))
  })

  // Devanagari is drawn in another order than it is read in; its tags have it.
  it.each(scriptNames.filter((each) => each !== 'devanagari'))(
    'gives its %s back in the order in which it was typed',
    (script) => {
      const text = bare(pages.map((page) => page.text).join(' '))
      const { title, text: story, employer } = scriptTexts[script]
      for (const typed of [title, story, employer]) expect(text).toContain(bare(typed))
    },
  )

  it('draws no glyph for what is missing', () => {
    expect(watched.codes.size).toBeGreaterThan(100)
    expect(watched.codes).not.toContain(0)
    expect(watched.asked.length).toBeGreaterThan(500)
    expect(watched.asked).not.toContain(0)
  })

  it('says nothing of what it cannot show, since there is nothing', () => {
    expect(built.notices).toEqual([])
    expect(pages[0]?.text).not.toContain('cannot show')
  })

  it('stays between the margins', () => {
    for (const { items, width } of pages)
      for (const { text, x, width: wide } of items) {
        expect([text, x >= margins.left - 0.5]).toEqual([text, true])
        expect([text, x + wide <= width - margins.right + 0.5]).toEqual([text, true])
      }
  })

  it('sets a paragraph that runs from right to left at the right of its column', () => {
    const start = bare(scriptTexts.arabic.text).slice(0, 20)
    const line = pages
      .flatMap(({ items }) => items)
      .find(({ text }) => bare(text).startsWith(start))
    expect(line && line.x + line.width).toBeCloseTo(margins.left + 440, 0)
  })

  it('carries what runs from right to left in the tags as it is read, and bookmarks and metadata as typed', async () => {
    const { strings } = readOwnPdf(built.bytes)
    const told = strings.map(bare)
    for (const script of ['hebrew', 'arabic', 'devanagari'] as const)
      expect(told).toContain(bare(scriptTexts[script].text))
    const pdf = await openPdf(built.bytes)
    const bookmarks = (await pdf.getOutline()).flatMap(({ items }) =>
      items.map(({ title }) => title),
    )
    for (const script of scriptNames.slice(0, 8))
      expect(bookmarks).toContain(scriptTexts[script].title)
    expect((await pdf.getMetadata()).info).toMatchObject({ Author: name })
  })

  it('is read by its own proof as another program reads it', () => {
    expect(readOwnPdf(built.bytes).pages.map(bare)).toEqual(pages.map(({ text }) => bare(text)))
  })

  it('embeds each font that it needs, and gives the same bytes again', async () => {
    const file = Buffer.from(built.bytes).toString('latin1')
    for (const font of ['NotoSansHebrew', 'NotoSansArabic', 'NotoSansKR', 'DroidSans', 'NotoEmoji'])
      expect(file).toMatch(new RegExp(`/BaseFont /\\w{6}\\+${font}`))
    expect(built.bytes.length).toBeLessThan(600_000)
    expect(Buffer.from((await build(sample())).bytes).equals(built.bytes)).toBe(true)
  })
})

describe('signs that open to the other side in text from right to left', () => {
  const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (sign) => mirrored(sign) !== sign,
  )
  const { shows } = openDocument(
    { title: '', author: '', subject: '', keywords: [], createdAt: new Date(0) },
    assetsDir,
  )
  /** Each between letters, as a word that no line breaks. */
  const between = (texts: readonly string[]) => texts.map((text) => `א${text}ב`)
  let watched: Watched
  beforeAll(async () => {
    watched = await buildWatched(oneStory(between(signs).join(' ')))
  })

  it('are never drawn as a glyph that is missing', () => {
    expect(signs.length).toBeGreaterThan(400)
    expect(watched.asked).not.toContain(0)
    expect(watched.codes).not.toContain(0)
  })

  it('are read as they were typed, or as a question mark where one of the two has no glyph', async () => {
    const expected = signs
      .map((sign) => sign.normalize('NFC'))
      .map((sign) => (shows(sign) && shows(mirrored(sign)) ? sign : '?'))
    expect(expected.filter((each) => each !== '?').length).toBeGreaterThan(50)
    const { bytes } = watched.built
    const read = bare(readOwnPdf(bytes).pages.join(' '))
    const pages = await readPages(await openPdf(bytes))
    expect(bare(pages.map(({ text }) => text).join(' '))).toBe(read)
    for (const word of between(expected)) expect(read).toContain(bare(word))
  })
})

describe('characters of which no one font has all that stands as one', () => {
  it.each([
    ['a sign around a Hebrew letter', 'א\u20e3ב'],
    ['a mark that comes to a letter once what stood between has gone', 'א\u00ad\u0301ב'],
    ['two letters of no flag', '\u{1f1fd}\u{1f1fd}'],
    ['a mark for which the font has no place on its letter', 'a\u0367b'],
  ])('are drawn one by one: %s', async (_, text) => {
    const { built, asked, codes } = await buildWatched(sampleData({ name: text, sessions: 0 }))
    expect(asked).not.toContain(0)
    expect(codes).not.toContain(0)
    const [cover] = readOwnPdf(built.bytes).pages
    for (const character of text.replaceAll('\u00ad', '')) expect(cover).toContain(character)
  })
})

describe('a character that a person may type', () => {
  // Of Chinese, Korean and Yi there are too many, and they are all alike.
  const rest = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Yi}\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (each) => !rest.test(each),
  )

  it.each([
    ['a', 'b'],
    ['א', 'ב'],
    ['א', '\u0301ב'],
  ])('stops no report and is no box between %s and %s', async (before, after) => {
    expect(characters.length).toBeGreaterThan(14_000)
    const data = oneStory(characters.map((each) => `${before}${each}${after}`).join(' '))
    const { asked, codes } = await buildWatched(data)
    expect(asked).not.toContain(0)
    expect(codes).not.toContain(0)
  })
})

describe('what no font shows', () => {
  it('is named on the cover and in the answer', async () => {
    const { bytes, notices } = await build(sampleData({ name: 'Ada ግዕዝ 𠮷', sessions: 0 }))
    const [cover] = await readPages(await openPdf(bytes))
    expect(cover?.text).toContain('Ada ??? ?')
    expect(notices).toHaveLength(1)
    expect(notices[0]).toContain('cannot show Chinese characters and Ethiopic')
    expect(bare(cover?.text ?? '')).toContain(bare(notices[0] ?? ''))
  })
})

describe('aliases for names in other scripts', () => {
  const names = [
    { name: scriptTexts.arabic.employer, alias: 'Employer A' },
    { name: scriptTexts.chinese.employer, alias: 'Employer B' },
    { name: scriptTexts.hebrew.employer, alias: 'Employer C' },
    { name: 'محمد', alias: 'Candidate' },
    { name: '王小明', alias: 'Candidate' },
  ]
  const mentored = () => ({ ...sample(), names })

  it('replace them everywhere', async () => {
    const { bytes } = await build(mentored())
    const { pages, mixed, strings } = readOwnPdf(bytes)
    const all = [...pages, ...mixed, ...strings].join('\n')
    for (const each of names) {
      expect(all).not.toContain(each.name)
      expect(all).toContain(each.alias)
    }
  })

  it.each([scriptTexts.arabic.employer, scriptTexts.chinese.employer, 'محمد', '王小明'])(
    'are refused while “%s” is left on a page',
    async (left) => {
      const data = renamedData(mentored())
      // As a fault of ours would leave it there.
      const [session, ...others] = data.sessions
      if (!session) throw new Error('no session')
      const note = `前${left}后 ${left}`
      const leaking = { ...data, names: [], sessions: [{ ...session, note }, ...others] }
      const built = await build(leaking)
      expect(() => proven(composeReport(data), data, built, 'pdf')).toThrow(
        expect.objectContaining({
          error: expect.objectContaining({
            code: 'conflict',
            message: expect.stringMatching(`“${left}” still stands in the report, on page`),
          }),
        }),
      )
    },
  )
})
