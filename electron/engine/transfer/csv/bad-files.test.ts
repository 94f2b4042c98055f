import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { TransferMapping } from '#contract/transfer.ts'
import { aProfile, openEngine } from '../../../../tests/support/engine.ts'
import { transfersIn } from '../../../../tests/support/transfer.ts'

async function opened() {
  const setup = openEngine()
  await setup.ask('profile.save', aProfile)
  await setup.ask('sessions.log', { category: 'coding', duration: '1h' })
  return { ...setup, ...transfersIn(setup.dataDir) }
}

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  )
const png = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], '\0\0\0\rIHDR')
const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const head = 'Date,Hours,Category,Note\n'

describe('a file that is no table', () => {
  it.each<[string, Uint8Array, string]>([
    ['a picture', png, 'This is a picture, not a table as text.'],
    [
      'an Excel workbook',
      bytes('PK\u0003\u0004', [1, 2, 3]),
      'an Excel workbook or another zipped',
    ],
    ['a PDF', bytes('%PDF-1.7\n'), 'a PDF document'],
    ['compressed bytes', deflateSync(Buffer.from(head.repeat(2000))).subarray(2), 'not '],
    ['only white space', bytes('\n  \r\n\t\n'), 'There is no text in the file.'],
    ['only a byte order mark', bytes([0xef, 0xbb, 0xbf]), 'There is no text in the file.'],
    ['one column', bytes('Dear diary\ntoday I did nothing\n'), 'No columns were found'],
    ['headings alone', bytes(head), 'The file has headings and no rows.'],
    ['NUL characters', bytes(head, '2026-09-01,1,coding,a\n2026-09-02,1,coding,\0\n'), 'in line 3'],
    ['half of a file', bytes(head, '2026-09-01,1,coding,"cut off in the mid'), 'begins in line 2'],
    [
      'a million columns',
      bytes(`${'a,'.repeat(1_000_000)}\n${'1,'.repeat(1_000_000)}\n`),
      '1,000,001 columns; 500 at most',
    ],
    [
      'a row of 10 MB',
      bytes(head, '2026-09-01,1,coding,x\n', `2026-09-02,1,coding,${'y'.repeat(10_000_000)}\n`),
      'The row that begins in line 3 has more than 4 million letters.',
    ],
    [
      'UTF-16 that breaks off within a letter',
      utf16(`${head}2026-09-01,1,coding,x\n`).subarray(0, -1),
      'begins as UTF-16LE and is damaged',
    ],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x44, 0, 0, 0]), 'This is UTF-32'],
  ])('such as %s is refused with what is wrong', async (_, content, message) => {
    const { inspect, import: imported, exported } = await opened()
    const before = await exported('json')
    await expect(inspect(content)).rejects.toMatchObject({
      error: { code: 'invalid-input', field: 'file', message: expect.stringContaining(message) },
    })
    const mapping: TransferMapping = {
      columns: ['date', 'duration', 'category', 'note'],
      dateOrder: null,
      durationUnit: 'hours',
      timeZone: null,
      categories: [],
    }
    await expect(imported(content, { mapping })).rejects.toMatchObject({
      error: { code: 'invalid-input' },
    })
    expect(await exported('json')).toEqual(before)
  })
})

describe('a table with odd rows', () => {
  const preview = async (content: string | Uint8Array, columns?: TransferMapping['columns']) => {
    const setup = await opened()
    const seen = await setup.inspect(content)
    if (seen.kind !== 'csv') throw new Error('not a table')
    const mapping = { ...seen.mapping, ...(columns ? { columns } : {}) }
    return { seen, ...(await setup.preview(content, { mapping })) }
  }
  const reasons = async (rows: string) =>
    (await preview(head + rows)).rows.map(({ place, reason }) => `${place}: ${reason}`)

  it('rejects ragged rows and takes the others; empty cells at the end are no matter', async () => {
    expect(
      await reasons(
        '2026-09-01,1,coding\n2026-09-01,1,coding,a,b\n2026-09-01,1,coding,fine,,\n\n2026-09-02,2\n',
      ),
    ).toEqual([
      'line 2: It has 3 cells, and there are 4 headings.',
      'line 3: It has 5 cells, and there are 4 headings.',
      'line 4: null',
      'line 6: It has 2 cells, and there are 4 headings.',
    ])
  })

  it('says of every cell that cannot be read what is wrong with it, and where', async () => {
    expect(
      await reasons(
        [
          'yesterday,1,coding,',
          ',1,coding,',
          '2026-09-01,,coding,',
          '2026-09-01,0,coding,',
          '2026-09-01,25,coding,',
          '2026-09-01,long,coding,',
          '2026-12-24,1,coding,',
          '1969-12-31,1,coding,',
          '',
        ].join('\n'),
      ),
    ).toEqual([
      'line 2: “yesterday” is not a date.',
      'line 3: It has no date.',
      'line 4: It has no duration and no end.',
      'line 5: Its duration is 0.',
      'line 6: It lasts over 24 h.',
      'line 7: “long” is not a duration. Write 90, 1h30, 1:30, 90m or 1.5h.',
      'line 8: It begins in the future.',
      'line 9: It lies before 1970.',
    ])
  })

  it('takes headings that come twice by their place', async () => {
    const { seen, counts } = await preview('Date,Hours,Hours,Category\n2026-09-01,1,5,coding\n')
    expect(seen.mapping.columns).toEqual(['date', 'duration', 'ignore', 'category'])
    expect(counts.new).toBe(1)
  })

  it('takes quotation marks inside cells as they are', async () => {
    const { rows } = await preview(`${head}2026-09-01,1,coding,5" nails\n`)
    expect(rows[0]?.session?.note).toBe('5" nails')
  })

  it('counts lines right after cells with line breaks of both kinds', async () => {
    const { rows } = await preview(
      Buffer.from(
        'Date,Hours,Category,Note\r\n2026-09-01,1,coding,"a\r\nb\nc"\r\n\r\nx,1,coding,\r\n',
      ),
    )
    expect(rows.map(({ place }) => place)).toEqual(['line 2', 'line 6'])
  })

  it.each([
    ['UTF-8', Buffer.from(`${head}2026-09-01,1,coding,Größe №1\n`)],
    ['UTF-8', bytes([0xef, 0xbb, 0xbf], `${head}2026-09-01,1,coding,Größe №1\n`)],
    ['UTF-16LE', utf16(`${head}2026-09-01,1,coding,Größe №1\n`)],
    ['UTF-16LE', Buffer.from(`${head}2026-09-01,1,coding,Größe №1\n`, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\uFEFF${head}2026-09-01,1,coding,Größe №1\n`, 'utf16le').swap16()],
    ['UTF-16BE', Buffer.from(`${head}2026-09-01,1,coding,Größe №1\n`, 'utf16le').swap16()],
  ])('reads %s with and without a byte order mark', async (encoding, content) => {
    const { seen, rows } = await preview(content)
    expect([seen.encoding, rows[0]?.session?.note]).toEqual([encoding, 'Größe №1'])
  })

  it('reads a letter that lies across two pieces of the file', async () => {
    for (const shift of [0, 1]) {
      const filler = 'x'.repeat(262_144 - head.length - 25 + shift)
      const { rows } = await preview(
        `${head}2026-09-01,1,coding,\n2026-09-02,1,coding,${filler}üü\n`,
      )
      expect(rows[1]?.reason).toBe('Its note has more than 20,000 letters.')
    }
  })

  it('asks for the columns that are needed, before anything else', async () => {
    const { ready, questions, counts } = await preview('What,Where\na,b\n')
    expect(ready).toBe(false)
    expect(questions.map((question) => 'field' in question && question.field)).toEqual([
      'date',
      'duration',
    ])
    expect(counts).toMatchObject({ rows: 1, open: 1 })
  })

  it('refuses a mapping of another file, an unknown zone and an unknown category', async () => {
    const setup = await opened()
    const content = `${head}2026-09-01,1,x,\n`
    const mapping = { columns: ['date', 'duration', 'category', 'note'] } as const
    const refused = async (changed: object, field: string) => {
      const changedMapping = { ...mapping, columns: [...mapping.columns], ...changed }
      await expect(setup.preview(content, { mapping: changedMapping })).rejects.toMatchObject({
        error: { code: 'invalid-input', field },
      })
    }
    await refused({ columns: ['date'] }, 'mapping.columns')
    await refused({ timeZone: 'Mars/Olympus' }, 'mapping.timeZone')
    await refused(
      { categories: [{ value: 'x', category: 'juggling' }] },
      'mapping.categories.0.category',
    )
  })

  it('refuses a category column with a thousand different names', async () => {
    const rows = Array.from({ length: 1001 }, (_, n) => `2026-09-01,1,name ${n},\n`)
    await expect(preview(head + rows.join(''))).rejects.toThrow('more than 1,000 different names')
  })
})
