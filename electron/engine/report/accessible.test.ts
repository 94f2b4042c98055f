import { beforeAll, describe, expect, it } from 'vitest'
import { buildReport } from './build.ts'
import type { ReportData } from './model.ts'
import { openPdf } from './read-back.ts'
import { readObjects } from './read-objects.ts'
import type { FileObject } from './read-objects.ts'
import { assetsDir, sampleData } from './sample-data.ts'
import { scriptsData } from './sample-scripts.ts'

/** Roles of PDF 1.7 itself: a reader knows them without being told. */
const standard =
  /^(?:Document|Sect|H[1-3]|P|L|LI|Lbl|LBody|Table|THead|TBody|TR|TH|TD|TOC|TOCI|Reference|Link|Figure)$/
const draws = /(?:^|\s)(?:Tj|TJ|f|f\*|F|S|s|B|b|B\*|b\*|Do|sh)$/

/** What PDF/UA-1 (ISO 14289-1) asks of a file and a program can tell, rule by rule. */
describe.each<[string, ReportData]>([
  ['a full report', sampleData({ stories: 3 })],
  ['one without data on Letter', sampleData({ sessions: 0, name: '', paper: 'Letter' })],
  ['one with every script and all its fonts', scriptsData({ name: 'Zoë 王小明 محمد דוד' })],
])('the claim to be PDF/UA-1 of %s', (_, data) => {
  let bytes: Uint8Array
  let objects: ReadonlyMap<number, FileObject>
  let all: readonly string[]
  const having = (part: RegExp) => all.filter((text) => part.test(text))
  const tagged = (role: string) => having(new RegExp(`^/S /${role}$`, 'm'))
  beforeAll(async () => {
    bytes = (await buildReport(data, { assetsDir })).bytes
    objects = readObjects(bytes)
    all = [...objects.values()].map(({ text }) => text)
  }, 60_000)

  it('is made in its metadata, with the title (5, 7.1)', async () => {
    const pdf = await openPdf(bytes)
    const { metadata } = await pdf.getMetadata()
    const xml = having(/^\/Type \/Metadata$/m)
    expect(xml).toHaveLength(1)
    expect(metadata?.getRaw()).toContain('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"')
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadata?.get('dc:title')).toMatch(/^Readiness report/)
    await pdf.loadingTask.destroy()
  })

  it('stands on a tagged file in a language that shows its title (7.1, 7.2)', () => {
    const [catalog = ''] = having(/^\/Type \/Catalog$/m)
    expect(catalog).toMatch(/^\/Lang \(en\)$/m)
    expect(catalog).toMatch(/^\/StructTreeRoot \d+ 0 R$/m)
    expect(having(/^\/Marked true$/m)).toHaveLength(1)
    expect(having(/^\/DisplayDocTitle true$/m)).toHaveLength(1)
    expect(having(/^\/Suspects true$/m)).toEqual([])
    expect(having(/^\/Encrypt /m)).toEqual([])
  })

  it('uses the roles of the format alone (7.1)', () => {
    const roles = all.flatMap((text) =>
      [...text.matchAll(/^\/S \/(\w+)$/gm)].map(([, role]) => role),
    )
    expect(roles.length).toBeGreaterThan(100)
    const unknown = roles.filter((role) => !standard.test(role ?? ''))
    expect([...new Set(unknown)]).toEqual(['GoTo'])
  })

  it('draws nothing outside a tag or an artifact (7.1)', () => {
    const contents = having(/^\/Type \/Page$/m).map((page) =>
      Number(/^\/Contents (\d+) 0 R$/m.exec(page)?.[1]),
    )
    expect(contents.length).toBeGreaterThan(2)
    for (const number of contents) {
      let depth = 0
      const lines = objects.get(number)?.stream.split('\n') ?? []
      const loose = lines.filter((line) => {
        if (/ B[DM]C$/.test(line)) depth += 1
        if (line === 'EMC') depth -= 1
        return depth === 0 && draws.test(line)
      })
      expect(lines.some((line) => draws.test(line))).toBe(true)
      expect(loose).toEqual([])
      expect(depth).toBe(0)
    }
  })

  it('has a text and a box for every figure (7.3)', () => {
    const figures = tagged('Figure')
    expect(figures.length).toBeGreaterThan(2)
    for (const figure of figures) {
      expect(figure).toMatch(/^\/Alt \S/m)
      expect(figure).toMatch(/^\/BBox \[/m)
    }
  })

  it('says of every head of a table what it is the head of (7.5)', () => {
    const heads = tagged('TH')
    expect(heads.length).toBeGreaterThan(10)
    for (const head of heads) expect(head).toMatch(/^\/Scope \/(?:Column|Row)$/m)
  })

  it('says of every list that its labels count nothing (7.6)', () => {
    const lists = tagged('L')
    expect(lists.length).toBeGreaterThan(2)
    for (const list of lists) expect(list).toMatch(/^\/O \/List\n\/ListNumbering \/None$/m)
  })

  it('has links with words, in the structure, and goes from one to the next in its order (7.18)', () => {
    const links = having(/^\/Subtype \/Link$/m)
    expect(links.length).toBeGreaterThan(5)
    expect(tagged('Link')).toHaveLength(links.length)
    for (const link of links) {
      expect(link).toMatch(/^\/Contents \S/m)
      expect(link).toMatch(/^\/StructParent \d+$/m)
      expect(link).toMatch(/^\/F 4$/m)
    }
    for (const page of having(/^\/Type \/Page$/m)) {
      expect(page).toMatch(/^\/Tabs \/S$/m)
      expect(page).toMatch(/^\/StructParents \d+$/m)
    }
  })

  it('holds its fonts, with the text of each of their signs (7.21)', () => {
    const fonts = having(/^\/Subtype \/Type0$/m)
    const parts = having(/^\/Subtype \/CIDFontType[02]$/m)
    const descriptors = having(/^\/Type \/FontDescriptor$/m)
    expect(fonts.length).toBeGreaterThan(2)
    expect(having(/^\/Type \/Font$/m)).toHaveLength(fonts.length + parts.length)
    expect(descriptors).toHaveLength(fonts.length)
    for (const each of descriptors) {
      expect(each).toMatch(/^\/FontFile[23] \d+ 0 R$/m)
      // A set of signs that is not complete is worse than none.
      expect(each).not.toContain('/CIDSet')
    }
    for (const each of parts)
      if (each.includes('/CIDFontType2')) expect(each).toMatch(/^\/CIDToGIDMap \/Identity$/m)
    for (const font of fonts) {
      const map = objects.get(Number(/^\/ToUnicode (\d+) 0 R$/m.exec(font)?.[1]))?.stream
      expect(map).toContain('beginbfrange')
      const texts = [...(map ?? '').matchAll(/\[(.*?)\]/gs)].flatMap(([, row = '']) =>
        row.trim().split(/\s+/),
      )
      expect(texts.length).toBeGreaterThan(1)
      // The first sign is the one that stands for none, and is never drawn.
      expect(texts.slice(1).filter((text) => /^<(?:0000|fffe|feff)?>$/i.test(text))).toEqual([])
    }
  })
})
