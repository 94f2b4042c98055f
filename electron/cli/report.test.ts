import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPdf, readPages } from '#engine/report/read-back.ts'
import { expectRefusal, newFolder, started } from './terminal-under-test.ts'

// Windows makes links for administrators only, and its errors are less exact.
const isWindows = process.platform === 'win32'

async function pdfAt(path: string) {
  const pages = await readPages(await openPdf(new Uint8Array(readFileSync(path))))
  return { pages: pages.length, text: pages.map(({ text }) => text).join(' ') }
}

function folder(): string {
  const path = newFolder()
  mkdirSync(path)
  return path
}

describe('report', () => {
  it('saves a PDF that holds the figures of the status, and says where and how long it is', async () => {
    const { fine, status } = await started()
    await fine('log', '7.5h', 'system-design', '--date', '2026-11-01')
    await fine('log', '90m', 'coding', '--date', '2026-11-02')
    const path = join(folder(), 'r.pdf')
    const out = await fine('report', '--out', path)
    const { pages, text } = await pdfAt(path)
    expect(out).toMatch(new RegExp(`^Saved .*r\\.pdf \\(${pages} pages, [\\d,]+ kB\\)\\.\n$`))
    const { allocation, pace } = await status()
    for (const row of allocation) expect(text).toContain(row.name)
    for (const hours of [7.5, 1.5, pace.plannedHours, pace.plannedToDateHours])
      expect(text).toContain(hours.toFixed(1))
  })

  it.skipIf(isWindows)(
    'replaces a file that is there only with --force, follows a link to it, and leaves nothing beside it',
    async () => {
      const { fine, on } = await started()
      const here = folder()
      const [file, link] = [join(here, 'r.pdf'), join(here, 'latest.pdf')]
      writeFileSync(file, 'old')
      symlinkSync(file, link)
      for (const path of [file, link])
        expectRefusal(await on('report', '--out', path), 'is there already', '--force')
      expect(readFileSync(file, 'utf8')).toBe('old')
      await fine('report', '--force', '--out', link)
      expect(lstatSync(link).isSymbolicLink()).toBe(true)
      expect((await pdfAt(file)).pages).toBeGreaterThan(1)
      expect(readdirSync(here)).toEqual(['latest.pdf', 'r.pdf'])
    },
  )

  it('says on standard error what no font of it can show', async () => {
    const { on, fine } = await started()
    await fine('init', '--name', 'Ada 王 ግዕዝ')
    const { code, err } = await on(
      'report',
      '--preset',
      'one-page',
      '--out',
      join(folder(), 'r.pdf'),
    )
    expect(code).toBe(0)
    expect(err).toMatch(/^loopready: note: [^\n]*cannot show Ethiopic[^\n]*\n$/)
  })

  it('is refused where it cannot be written, in one line, with the old file untouched', async () => {
    const { on } = await started()
    const here = folder()
    const file = join(here, 'r.pdf')
    writeFileSync(file, 'old')
    expectRefusal(await on('report', '--out', here), 'is a folder')
    expectRefusal(await on('report', '--out', join(here, 'none', 'r.pdf')), 'folder does not exist')
    const [inFile, longName] = [join(file, 'r.pdf'), join(here, `${'a'.repeat(300)}.pdf`)]
    expectRefusal(
      await on('report', '--out', inFile),
      isWindows ? '' : 'part of its path is a file',
    )
    expectRefusal(await on('report', '--out', longName), isWindows ? '' : 'too long')
    expect(readdirSync(here)).toEqual(['r.pdf'])
    expect(readFileSync(file, 'utf8')).toBe('old')
  })
})
