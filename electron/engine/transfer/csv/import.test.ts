import { describe, expect, it } from 'vitest'
import type { TransferMapping } from '#contract/transfer.ts'
import { aProfile, openEngine } from '../../../../tests/support/engine.ts'
import { transfersIn } from '../../../../tests/support/transfer.ts'

type Answers = Partial<TransferMapping>

async function opened(options: Parameters<typeof openEngine>[0] = {}) {
  const setup = openEngine(options)
  await setup.ask('profile.save', { ...aProfile, dayStartsAt: 4 })
  const transfers = transfersIn(setup.dataDir, options)
  const mappingOf = async (content: string, answers: Answers = {}): Promise<TransferMapping> => {
    const seen = await transfers.inspect(content)
    if (seen.kind !== 'csv') throw new Error('not a table')
    return { ...seen.mapping, ...answers }
  }
  return {
    ...setup,
    ...transfers,
    preview: async (content: string, answers?: Answers) =>
      transfers.preview(content, { mapping: await mappingOf(content, answers) }),
    importing: async (content: string, answers?: Answers) =>
      transfers.import(content, { mapping: await mappingOf(content, answers) }),
    inspect: async (content: string) => {
      const seen = await transfers.inspect(content)
      if (seen.kind !== 'csv') throw new Error('not a table')
      return seen
    },
    sessions: async () => setup.ask('sessions.page', { offset: 0, limit: 500 }),
  }
}

const timed = 'Date,Start,Hours,Category,Note\n'
const timeless = 'Date,Hours,Category,Note\n'

describe('an import of a table', () => {
  it('writes sessions as if they were logged, in one step that undo takes back', async () => {
    const { ask, importing, sessions, exported } = await opened()
    const before = await exported('json')
    const { value, change } = await importing(
      `${timed}2026-09-01,02:30,1.5,coding,early\n2026-09-01,10:00,1,stories,\n`,
    )
    expect(value).toMatchObject({ sessions: 2, counts: { new: 2 } })
    expect(change).toEqual(expect.any(Number))
    expect(await sessions()).toMatchObject([
      { date: '2026-09-01', time: '10:00', category: 'stories', playbook: 'L6' },
      { date: '2026-09-01', time: '02:30', studyDay: '2026-08-31', durationS: 5400, note: 'early' },
    ])
    expect(await ask('history.peek', {})).toMatchObject({ undo: { label: 'Import 2 sessions' } })
    await ask('history.undo', {})
    expect(await exported('json')).toEqual(before)
    await ask('history.redo', {})
    expect((await sessions()).length).toBe(2)
  })

  it('imports the good rows of a file and reports the others', async () => {
    const { importing, sessions } = await opened()
    const { value } = await importing(`${timeless}2026-09-01,1,coding,\nsoon,1,coding,\n`)
    expect(value).toMatchObject({
      sessions: 1,
      rejected: [{ place: 'line 3', reason: '“soon” is not a date.' }],
    })
    expect((await sessions()).length).toBe(1)
  })

  it('is refused while a question is open, and writes nothing', async () => {
    const { importing, sessions } = await opened()
    await expect(importing(`${timeless}2026-09-01,1,juggling,\n`)).rejects.toMatchObject({
      error: { code: 'invalid-input', field: 'mapping.category' },
    })
    expect(await sessions()).toEqual([])
  })

  it('reads times in the zone that is chosen, across a change of clocks', async () => {
    const { importing, sessions } = await opened()
    const columns: TransferMapping['columns'] = ['date', 'time', 'end-time', 'category']
    await importing('Date,Start,End,Category\n2026-03-08,01:30,03:30,coding\n', {
      columns,
      timeZone: 'America/New_York',
    })
    expect(await sessions()).toMatchObject([
      { startedAt: '2026-03-08T06:30:00Z', durationS: 3600, timeZone: 'America/New_York' },
    ])
  })

  it('reads moments with their distance to UTC where they fall, and shows them in the local zone', async () => {
    const { importing, sessions } = await opened()
    await importing('Started,Duration,Category\n2026-09-01T23:30:00Z,30m,coding\n')
    expect(await sessions()).toMatchObject([
      { startedAt: '2026-09-01T23:30:00Z', date: '2026-09-02', time: '01:30' },
    ])
  })

  it('places rows of today without a time no later than now', async () => {
    const { importing, sessions } = await opened({ now: '2026-10-01T05:00:00Z' })
    await importing(`${timeless}2026-10-01,1,coding,a\n2026-10-01,1,coding,b\n`)
    expect((await sessions()).map(({ time }) => time)).toEqual(['07:00', '07:00'])
  })

  it('warns of overlaps, with sessions that are here and within the file', async () => {
    const { ask, preview } = await opened()
    await ask('sessions.log', {
      category: 'coding',
      duration: '1h',
      date: '2026-09-01',
      time: '10:30',
    })
    const { overlaps } = await preview(
      `${timed}2026-09-01,10:00,2,coding,around\n2026-09-01,11:00,0.25,coding,inside\n2026-09-02,10:00,1,coding,\n2026-09-02,10:59,1,coding,\n2026-09-03,10:00,1,coding,\n2026-09-03,11:00,1,coding,touching\n`,
    )
    expect(overlaps).toEqual({
      rows: 4,
      examples: [
        { place: 'line 2', message: 'It overlaps the session of 1 Sep 2026, 10:30.' },
        { place: 'line 3', message: 'It overlaps the session of 1 Sep 2026, 10:30.' },
        { place: 'line 4', message: 'It overlaps another row of the file.' },
        { place: 'line 5', message: 'It overlaps another row of the file.' },
      ],
    })
  })
})

describe('what is here already', () => {
  const file = `${timed}2026-09-01,10:00,1,coding,Graphs\n2026-09-02,10:00,1,coding,\n`

  it('is found again whatever was done to it since: edited, moved, deleted', async () => {
    const { ask, importing, sessions, preview } = await opened()
    await importing(file)
    const [one, other] = await sessions()
    if (!one || !other) throw new Error('no sessions')
    await ask('sessions.edit', {
      id: one.id,
      category: 'stories',
      duration: '2h',
      date: '2026-08-01',
      note: 'rewritten',
    })
    await ask('sessions.remove', { ids: [other.id] })
    const { counts, rows } = await preview(file)
    expect(counts).toMatchObject({ new: 0, duplicate: 2 })
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(
      new Set(['It is here already.', 'It is in the trash.']),
    )
  })

  it('is found in another export of the same program: other dates, zone, columns and mapping', async () => {
    const { ask, importing, preview } = await opened()
    await importing(file)
    await ask('profile.save', { ...aProfile, dayStartsAt: 0 })
    const longer = `Category,Date,Start,Hours,User,Note\ncoding,9/1/2026,10:00 AM,1.0,ada, graphs \ncoding,9/2/2026,10:00 AM,1,ada,\ncoding,9/30/2026,10:00 AM,1,ada,\n`
    const { counts } = await preview(longer, {
      timeZone: 'Asia/Tokyo',
      categories: [{ value: 'coding', category: 'stories' }],
    })
    expect(counts).toMatchObject({ new: 1, duplicate: 2 })
  })

  it('is found when it was logged by hand: same start, duration, category and note', async () => {
    const { ask, preview } = await opened()
    const log = { category: 'coding', duration: '1h', date: '2026-09-01', time: '10:00' }
    await ask('sessions.log', { ...log, note: '  GRAPHS ' })
    const { rows } = await preview(file)
    expect(rows.map(({ status }) => status)).toEqual(['duplicate', 'new'])
  })

  it('within a file: the same start, duration and note twice is one session', async () => {
    const { preview } = await opened()
    const row = '2026-09-01,10:00,1,coding,Graphs\n'
    const { rows } = await preview(timed + row + row)
    expect(rows.map(({ reason }) => reason)).toEqual([null, 'It is the same as line 2.'])
  })

  it('without times, two alike rows of a day are two sessions, and later files add only what is more', async () => {
    const { importing, sessions } = await opened()
    const row = '2026-09-01,1,coding,\n'
    await importing(timeless + row + row)
    expect((await sessions()).map(({ time }) => time)).toEqual(['10:00', '09:00'])
    const { value } = await importing(`${timeless}2026-09-01,2,stories,first\n${row}${row}${row}`)
    expect(value.counts).toMatchObject({ new: 2, duplicate: 2 })
  })

  it('is told by the bytes of the file, until the import is undone', async () => {
    const { ask, importing, inspect } = await opened()
    await importing(file)
    expect((await inspect(file)).importedBefore).toEqual({
      at: '2026-10-01T10:00:00Z',
      rows: 2,
      message: 'This file was imported on 1 Oct 2026: 2 sessions.',
    })
    await ask('history.undo', {})
    expect((await inspect(file)).importedBefore).toBeNull()
  })
})

describe('what is remembered', () => {
  const headings = 'When,How long,Theme,Remark\n'
  const columns: TransferMapping['columns'] = ['date', 'duration', 'category', 'note']
  const answers: Answers = {
    columns,
    durationUnit: 'minutes',
    dateOrder: 'dmy',
    categories: [
      { value: 'Graphs & Co', category: 'coding' },
      { value: 'Work', category: null },
    ],
  }

  it('is how a file with the same headings was read, whatever their case', async () => {
    const { importing, inspect } = await opened()
    await importing(`${headings}01/09/2026,90,Graphs & Co,\n`, answers)
    const seen = await inspect(`WHEN;how long;Theme;remark\n02/09/2026;5;x;\n`)
    expect(seen).toMatchObject({ remembered: true, mapping: { ...answers, timeZone: null } })
    expect((await inspect('When,How long\na,b\n')).remembered).toBe(false)
  })

  it('is where the names of a file belong, also in other files; rows without a name are asked again', async () => {
    const { importing, preview } = await opened()
    await importing(`${headings}01/09/2026,90,Graphs & Co,\n02/09/2026,90,,\n`, {
      ...answers,
      categories: [...(answers.categories ?? []), { value: '', category: 'coding' }],
    })
    const { questions, categories } = await preview(
      `${timeless}2026-09-05,1,Graphs & Co,\n2026-09-05,1,Work,\n2026-09-05,1,,\n2026-09-05,1,New,\n`,
    )
    expect(questions.map((question) => 'value' in question && question.value)).toEqual(['', 'New'])
    expect(categories).toEqual([
      { value: 'Graphs & Co', rows: 1, category: 'coding', known: true },
      { value: 'Work', rows: 1, category: null, known: true },
      { value: '', rows: 1, category: null, known: false },
      { value: 'New', rows: 1, category: null, known: false },
    ])
  })

  it('is forgotten when the import is undone', async () => {
    const { ask, importing, inspect } = await opened()
    const content = `${headings}01/09/2026,90,Graphs & Co,\n`
    await importing(content, answers)
    await ask('history.undo', {})
    expect((await inspect(content)).remembered).toBe(false)
  })

  it('of another level stays, and does not speak for this one', async () => {
    const { ask, importing, preview, inspect } = await opened()
    const content = `${headings}01/09/2026,90,Graphs & Co,\n`
    await importing(content, answers)
    await ask('profile.switchLevel', { level: 'L7', mapping: [] })
    const more = `${headings}03/09/2026,90,Graphs & Co,\n`
    expect((await inspect(more)).mapping.categories).toEqual([])
    expect((await preview(more)).questions).toMatchObject([{ kind: 'category' }])
    await importing(more, { categories: [{ value: 'Graphs & Co', category: 'credibility' }] })
    await ask('profile.switchLevel', { level: 'L6', mapping: [] })
    expect((await inspect(more)).mapping.categories).toEqual(answers.categories)
  })
})
