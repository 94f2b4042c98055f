import { inflateSync } from 'node:zlib'
import { hasRightToLeftLetters, needsOrdering } from './layout/direction.ts'

/**
 * All that a reader can get out of a PDF that `buildReport` made: the text of each page in the order in which it is
 * drawn, the lines of each page that are in several fonts, then every text string of the file (metadata, bookmarks,
 * alternative texts, titles of tags, links). It reads our own files only: whole objects, and no streams of objects.
 */
export function readOwnPdf(
  bytes: Uint8Array,
): Readonly<{ pages: string[]; mixed: string[]; strings: string[] }> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const objects = objectsOf(file)
  const fonts = new Map(
    [...objects].flatMap(([id, { head }]) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]
      const cmap = map === undefined ? undefined : objects.get(map)?.stream
      return cmap === undefined ? [] : [[id, glyphTexts(cmap)] as const]
    }),
  )
  const stretches = [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map((page) => {
      const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page.head)?.[1] ?? '')?.head ?? ''
      const named = new Map(
        Array.from(resources.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = '', id = '']) => [
          name,
          fonts.get(id),
        ]),
      )
      const content = objects.get(/\/Contents (\d+) 0 R/.exec(page.head)?.[1] ?? '')?.stream ?? ''
      return stretchesOf(content, named)
    })
  const strings = [...objects.values()].flatMap(({ head, stream }) => [
    ...stringsIn(head),
    ...(head.includes('/Subtype /XML') && stream !== undefined ? [textOfXml(stream)] : []),
    // The content of a page carries texts of its own where something is drawn in place of words.
    ...(stream !== undefined && /\bBDC\b/.test(stream)
      ? Array.from(stream.matchAll(/<<[^>]*>>\s*BDC/g)).flatMap(([dictionary]) =>
          stringsIn(dictionary),
        )
      : []),
  ])
  const trailer = file.slice(file.lastIndexOf('trailer'))
  return {
    pages: stretches.map((page) => page.map(({ said }) => said).join('\n')),
    mixed: stretches.map((page) => linesInSeveralFonts(page).join('\n')),
    strings: [...strings, ...stringsIn(trailer)],
  }
}

type PdfObject = Readonly<{ head: string; stream?: string }>

function objectsOf(file: string): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>()
  // The places of all objects stand in the table at the end, so nothing inside of a stream is taken for one.
  const start = Number(/startxref\s+(\d+)/.exec(file.slice(-64))?.[1] ?? -1)
  const table = start < 0 ? '' : file.slice(start)
  for (const [, offset = ''] of table.matchAll(/^(\d{10}) \d{5} n/gm)) {
    const at = Number(offset)
    const id = /^\s*(\d+) 0 obj/.exec(file.slice(at, at + 32))?.[1]
    if (id === undefined) continue
    const upToEnd = file.slice(at, file.indexOf('endobj', at))
    const headEnds = upToEnd.indexOf('stream\n')
    if (headEnds < 0) {
      objects.set(id, { head: upToEnd })
      continue
    }
    const streamAt = at + headEnds
    const head = file.slice(at, streamAt)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const raw = file.slice(streamAt + 7, streamAt + 7 + length)
    const stream = head.includes('/FlateDecode')
      ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
      : raw
    objects.set(id, { head, stream })
  }
  return objects
}

/** What each glyph of a font says, from its table of characters. */
function glyphTexts(cmap: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', , list = ''] of block.matchAll(
      /<([\da-f]+)>\s*<([\da-f]+)>\s*\[([^\]]*)\]/gi,
    ))
      Array.from(list.matchAll(/<([\da-f\s]*)>/gi)).forEach(([, hex = ''], index) =>
        texts.set(Number.parseInt(from, 16) + index, utf16(hex)),
      )
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', hex = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f\s]*)>/gi))
      texts.set(Number.parseInt(glyph, 16), utf16(hex))
  return texts
}

type Stretch = Readonly<{ said: string; font: string; y: string; block: number }>

/** The stretches of text of a page, each in one font and one direction, in the order in which they are drawn. */
function stretchesOf(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<number, string> | undefined>,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let block = 0
  for (const [whole, stretch = ''] of content.matchAll(/\bBT\n([\s\S]*?)\nET\b|\bBDC\b/g)) {
    if (whole === 'BDC') {
      block += 1
      continue
    }
    const font = /\/(F\d+) [\d.]+ Tf/.exec(stretch)?.[1] ?? ''
    const y = /1 0 0 1 \S+ (\S+) Tm/.exec(stretch)?.[1] ?? ''
    const texts = Array.from(stretch.matchAll(/<([\da-f]+)>(?= )/g)).flatMap(([, hex = '']) =>
      Array.from(
        hex.matchAll(/.{4}/g),
        ([glyph]) => fonts.get(font)?.get(Number.parseInt(glyph, 16)) ?? '',
      ),
    )
    const drawn = texts.join('')
    const said =
      needsOrdering(drawn) && hasRightToLeftLetters(drawn)
        ? Array.from(drawn).toReversed().join('')
        : drawn
    stretches.push({ said, font, y, block })
  }
  return stretches
}

/** What is in several fonts in one line of one tag, in one piece: a word may be. */
function linesInSeveralFonts(stretches: readonly Stretch[]): readonly string[] {
  const lines: { text: string; fonts: Set<string>; at: string }[] = []
  for (const { said, font, y, block } of stretches) {
    const at = `${block} ${y}`
    const line = lines.at(-1)
    if (line?.at === at) {
      line.text += said
      line.fonts.add(font)
    } else lines.push({ text: said, fonts: new Set([font]), at })
  }
  return lines.flatMap(({ text, fonts }) => (fonts.size > 1 ? [text] : []))
}

/** The texts in parentheses of an object, and those in hexadecimal, but for what names the table of its characters. */
function stringsIn(object: string): readonly string[] {
  const head = object.replaceAll(/\/(?:Registry|Ordering) \(\w*\)/g, '')
  const literal = Array.from(head.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g), ([, inner = '']) =>
    decoded(
      inner.replaceAll(/\\(\d{1,3}|[\s\S])/g, (_, sign: string) =>
        /^\d/.test(sign)
          ? String.fromCharCode(Number.parseInt(sign, 8))
          : ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[sign] ?? sign),
      ),
    ),
  )
  const hex = Array.from(head.matchAll(/(?<!<)<([\da-f]+)>(?!>)/gi), ([, digits = '']) =>
    decoded(Buffer.from(digits, 'hex').toString('latin1')),
  )
  return [...literal, ...hex]
}

function decoded(raw: string): string {
  if (!raw.startsWith('\u00fe\u00ff')) return raw
  return Buffer.from(raw.slice(2), 'latin1').swap16().toString('utf16le')
}

function utf16(hex: string): string {
  return Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').swap16().toString('utf16le')
}

/** The text of a packet of metadata, without the words of its own format. */
function textOfXml(raw: string): string {
  return Buffer.from(raw, 'latin1')
    .toString('utf8')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
