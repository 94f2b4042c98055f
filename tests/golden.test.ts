import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import pixelmatch from 'pixelmatch'
import { describe, expect, it } from 'vitest'
import { builtInPresets } from '#domain/report-contents.ts'
import { buildReport } from '#engine/report/build.ts'
import type { ReportData } from '#engine/report/model.ts'
import { openPdf } from '#engine/report/read-back.ts'
import { assetsDir, sampleData } from '#engine/report/sample-data.ts'

/**
 * Pages of the built-in presets, drawn by the pinned pdf.js and compared with the pictures in `tests/golden`. The fonts
 * are those in the file, so machines differ by the rounding of edges at most. A page that looks different leaves its
 * picture and the difference in `test-results/golden`. Where the new look is meant, draw the pictures again and look at
 * each before it is committed:
 *
 *     LOOPREADY_RENEW_GOLDEN=1 npx vitest run tests/golden.test.ts
 */
const renews = process.env['LOOPREADY_RENEW_GOLDEN'] !== undefined
const folder = path.join(import.meta.dirname, 'golden')
const results = path.join(import.meta.dirname, '..', 'test-results', 'golden')

/** In pixels: body text can just be read. */
const width = 500
/** How far a pixel may be off, of 1, before it counts as different: the softness of an edge. */
const threshold = 0.1
/** The part of a page's pixels that may be different: about eight letters of body text. */
const mostDifferent = 0.0005

type Book = Readonly<{
  preset: string
  paper: ReportData['paper']
  pages: readonly number[]
  names?: ReportData['names']
}>
const books: readonly Book[] = [
  { preset: 'full', paper: 'A4', pages: [1, 3, 4, 5, 7, 10] },
  { preset: 'one-page', paper: 'Letter', pages: [1] },
  { preset: 'stories', paper: 'Letter', pages: [1, 2, 3] },
  {
    preset: 'mentor',
    paper: 'A4',
    pages: [1, 5, 8],
    names: [
      { name: 'Ada Lovelace', alias: 'Candidate' },
      { name: 'Northwind Traders', alias: 'Employer A' },
      { name: 'Blue Heron GmbH', alias: 'Employer B' },
      { name: 'Helen Brandt', alias: 'a director' },
    ],
  },
]
const nameOf = ({ preset, paper }: Book, page: number) =>
  `${preset}-${paper.toLowerCase()}-${String(page).padStart(2, '0')}.png`

describe.each(books)('the preset $preset on $paper', (book) => {
  it('looks as it did', async () => {
    const drawn = await pictures(book)
    if (renews) {
      mkdirSync(folder, { recursive: true })
      for (const [name, png] of drawn) writeFileSync(path.join(folder, name), png)
    }
    const different = await Promise.all([...drawn].map(([name, png]) => difference(name, png)))
    expect(different.filter((each) => each !== null)).toEqual([])
  })
})

it('keeps no picture that nothing is compared with', () => {
  const compared = books.flatMap((book) => book.pages.map((page) => nameOf(book, page)))
  expect(readdirSync(folder).toSorted()).toEqual(compared.toSorted())
})

/** The pages of a book as PNG files by their names. */
async function pictures(book: Book): Promise<ReadonlyMap<string, Buffer>> {
  const contents = builtInPresets.find(({ id }) => id === book.preset)?.contents
  if (!contents) throw new Error(`no preset ${book.preset}`)
  const { paper, names = [] } = book
  const { bytes } = await buildReport(sampleData({ stories: 3, contents, paper, names }), {
    assetsDir,
  })
  const pdf = await openPdf(bytes)
  const drawn = new Map<string, Buffer>()
  for (const number of book.pages) {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
    const canvas = createCanvas(width, Math.round(viewport.height))
    // In Node pdf.js draws on this canvas, which its types, made for browsers, do not know.
    await page.render({ canvas: canvas as never, viewport }).promise
    drawn.set(nameOf(book, number), canvas.toBuffer('image/png'))
  }
  await pdf.loadingTask.destroy()
  return drawn
}

/** What is wrong with a picture, in words; null where it is as the one in `tests/golden`. */
async function difference(name: string, actual: Buffer): Promise<string | null> {
  const expected = golden(name)
  if (expected === null) return `${name}: there is no such picture yet`
  const [before, after] = [await pixelsOf(expected), await pixelsOf(actual)]
  if (before.width !== after.width || before.height !== after.height)
    return `${name}: ${after.width} × ${after.height} pixels, were ${before.width} × ${before.height}`
  const canvas = createCanvas(before.width, before.height)
  const context = canvas.getContext('2d')
  const marked = context.createImageData(before.width, before.height)
  const { width: wide, height } = before
  const count = pixelmatch(before.data, after.data, marked.data, wide, height, { threshold })
  if (count <= mostDifferent * wide * height) return null
  context.putImageData(marked, 0, 0)
  mkdirSync(results, { recursive: true })
  writeFileSync(path.join(results, name), actual)
  const shown = name.replace('.png', '-difference.png')
  writeFileSync(path.join(results, shown), canvas.toBuffer('image/png'))
  return `${name}: ${count} pixels look different, see test-results/golden/${shown}`
}

function golden(name: string): Buffer | null {
  try {
    return readFileSync(path.join(folder, name))
  } catch {
    return null
  }
}

async function pixelsOf(png: Buffer) {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height)
}
