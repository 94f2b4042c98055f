import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PreviewRow, TransferMapping } from '#contract/transfer.ts'
import { aProfile, assetsDir, openEngine } from '../../../../tests/support/engine.ts'
import { transfersIn } from '../../../../tests/support/transfer.ts'

const folder = path.join(assetsDir, 'tests/fixtures/exports')
const now = '2026-11-24T10:00:00Z'

async function inspected(name: string, answers: Partial<TransferMapping> = {}) {
  const { ask, dataDir } = openEngine({ now })
  await ask('profile.save', aProfile)
  const transfers = transfersIn(dataDir, { now })
  const content = new Uint8Array(readFileSync(path.join(folder, name)))
  const seen = await transfers.inspect(content)
  if (seen.kind !== 'csv') throw new Error('not taken for a table')
  const mapping = { ...seen.mapping, ...answers }
  const preview = await transfers.preview(content, { mapping })
  return { seen, mapping, content, preview, transfers }
}

const short = ({ status, place, reason, session }: PreviewRow) =>
  session
    ? `${status} ${session.date} ${session.time} ${session.durationS} ${session.category} | ${session.note.replaceAll('\n', ' / ')}`
    : `${status} ${place}: ${reason}`

describe('exports of other programs', () => {
  it('Toggl Track: projects are asked for where no category is called so; nothing else', async () => {
    const { seen, preview } = await inspected('toggl-detailed.csv', {
      categories: [
        { value: 'Website', category: null },
        { value: '', category: 'coding' },
      ],
    })
    expect(seen).toMatchObject({
      preset: { id: 'toggl', name: 'Toggl Track' },
      encoding: 'UTF-8',
      separator: ',',
      rows: 7,
    })
    expect(preview.questions).toEqual([
      {
        kind: 'category',
        value: 'Leadership stories',
        rows: 1,
        suggestion: 'stories',
        message: 'To which category does “Leadership stories” belong?',
      },
    ])
    expect(preview.rows.map(short)).toEqual([
      'new 2026-09-14 19:02 5369 system-design | URL shortener: capacity, storage, cache / design, evening',
      'new 2026-09-15 07:00 2730 system-design | Reading / Read "The Log" again / paper',
      'new 2026-09-15 21:30 4500 coding | Graphs – BFS/DFS',
      'new 2026-09-16 23:10 4200 coding | Two pointers / second try / night',
      'open line 7: Its category has no place yet.',
      'new 2026-09-18 12:00 3600 coding | Mock with Grace / mock',
      'skipped line 9: Its category is left out.',
    ])
  })

  it('Toggl Track, newer headings: dashes are empty cells, and what still runs is rejected', async () => {
    const { preview } = await inspected('toggl-detailed-2026.csv')
    expect(preview.rows.map(short)).toEqual([
      'new 2026-10-05 19:00 5400 system-design | Rate limiter',
      'new 2026-10-06 07:05 1500 coding | warm-up',
      'rejected line 4: It has no duration and no end.',
    ])
  })

  it('Clockify with American dates: the 13th proves their order; midnight and noon are right', async () => {
    const { seen, preview } = await inspected('clockify-detailed-us.csv')
    expect(seen.preset?.name).toBe('Clockify')
    expect(preview.questions).toEqual([])
    expect(preview.rows.map(short)).toEqual([
      'new 2026-08-13 19:15 5400 system-design | Sharding and rebalancing / design',
      'new 2026-08-09 00:05 2700 coding | Heaps, "top k" / Medium',
      'new 2026-08-10 12:00 4830 coding | Intervals / Hard',
      'new 2026-08-11 06:00 3600 deep-dives | Postgres WAL / reading, db',
    ])
  })

  it('Clockify with dates that could be either: the order is asked for, with what each would mean', async () => {
    const { preview } = await inspected('clockify-detailed-eu.csv')
    expect(preview.ready).toBe(false)
    expect(preview.counts).toMatchObject({ new: 0, open: 2 })
    expect(preview.questions).toMatchObject([
      {
        kind: 'date-order',
        orders: [
          { order: 'mdy', line: 2, text: '03/09/2026', reads: 'Monday, 9 March 2026' },
          { order: 'dmy', line: 2, text: '03/09/2026', reads: 'Thursday, 3 September 2026' },
        ],
      },
    ])
    const answered = await inspected('clockify-detailed-eu.csv', { dateOrder: 'dmy' })
    expect(answered.preview.rows.map(short)).toEqual([
      'new 2026-09-03 15:00 10800 stories | Frugality',
      'new 2026-09-04 09:00 5400 coding | Übungen',
    ])
  })

  it('Super Productivity: rows without a time follow each other; a range of days is no date', async () => {
    const { seen, preview } = await inspected('super-productivity-worklog.csv', {
      categories: [{ value: '', category: 'coding' }],
    })
    expect(seen).toMatchObject({ preset: { id: 'super-productivity' }, separator: ';' })
    expect(preview.rows.map(short)).toEqual([
      'new 2026-09-21 08:30 6300 system-design | Design a chat service / deep work',
      'new 2026-09-21 10:15 1800 deep-dives | Read Dynamo paper',
      'new 2026-09-21 10:45 7500 coding | =SUM puzzle',
      'new 2026-09-22 07:00 3600 coding | Trees | Tries / morning | easy',
      'rejected line 6: “2026-09-22 - 2026-09-24” is not a date.',
    ])
  })

  it('Super Productivity with milliseconds and no project: one question for all rows', async () => {
    const { preview } = await inspected('super-productivity-by-date.csv')
    expect(preview.questions).toMatchObject([{ kind: 'category', value: '', rows: 2 }])
    const answered = await inspected('super-productivity-by-date.csv', {
      categories: [{ value: '', category: 'coding' }],
    })
    expect(answered.preview.rows.map((row) => row.session?.durationS)).toEqual([15_600, 3600])
  })

  it('a German spreadsheet: Windows-1252, semicolons, decimal commas, and an end after midnight', async () => {
    const { seen, preview } = await inspected('spreadsheet-german.csv', {
      categories: [{ value: 'Geschichten', category: 'stories' }],
    })
    expect(seen).toMatchObject({
      preset: { id: 'spreadsheet' },
      encoding: 'Windows-1252',
      separator: ';',
    })
    expect(preview.questions).toEqual([])
    expect(preview.rows.map(short)).toEqual([
      'new 2026-09-13 19:00 5400 coding | Größte gemeinsame Teiler – ü',
      'new 2026-10-03 07:15 2700 system-design | Lastverteiler; Zwischenspeicher',
      'new 2026-10-04 22:30 6300 stories | Konflikt im Team',
    ])
  })

  it("Excel's Unicode text: UTF-16 and tabs; two alike rows of a day without times are two sessions", async () => {
    const { seen, preview } = await inspected('spreadsheet-unicode-text.txt', { dateOrder: 'mdy' })
    expect(seen).toMatchObject({ encoding: 'UTF-16LE', separator: '\t' })
    expect(preview.rows.map(short)).toEqual([
      'new 2026-09-03 09:00 5400 coding | Graphs – “easy” ones',
      'new 2026-09-03 10:30 1800 coding | ',
      'new 2026-09-04 09:00 7200 stories | Draft №2',
    ])
  })

  it('a spreadsheet that states its separator: the line is no heading, and lines are counted with it', async () => {
    const { preview } = await inspected('spreadsheet-minutes.csv')
    expect(preview.rows.map(({ place }) => place)).toEqual(['line 3', 'line 4'])
    expect(preview.rows.map((row) => row.session?.durationS)).toEqual([5400, 2700])
  })

  it('our own CSV file: nothing is asked, and it comes back byte for byte', async () => {
    const { preview, mapping, content, transfers } = await inspected('loopready-sessions.csv')
    expect(preview).toMatchObject({ ready: true, counts: { new: 8, rejected: 0 } })
    await transfers.import(content, { mapping })
    expect(Buffer.from(await transfers.exported('csv')).toString()).toBe(
      Buffer.from(content).toString(),
    )
  })

  it.each(readdirSync(folder).filter((name) => /\.(csv|txt)$/.test(name)))(
    '%s: once imported, a second import adds nothing',
    async (name) => {
      const { preview, mapping, content, transfers } = await inspected(name)
      const answered: TransferMapping = {
        ...mapping,
        dateOrder: preview.questions.some(({ kind }) => kind === 'date-order') ? 'dmy' : null,
        categories: preview.questions.flatMap((question) =>
          question.kind === 'category' ? [{ value: question.value, category: 'coding' }] : [],
        ),
      }
      const first = await transfers.import(content, { mapping: answered })
      expect(first.value.counts.new).toBeGreaterThan(0)
      const again = await transfers.preview(content, { mapping: answered })
      expect(again.counts).toMatchObject({ new: 0, duplicate: first.value.counts.new })
      expect(again.importedBefore?.message).toBe(
        `This file was imported on 24 Nov 2026: ${first.value.sessions} sessions.`,
      )
      const second = await transfers.import(content, { mapping: answered })
      expect(second).toMatchObject({ change: null, value: { sessions: 0 } })
    },
  )
})
