import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../../tests/support/engine.ts'
import { transfersIn } from '../../../../tests/support/transfer.ts'

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

async function opened() {
  const setup = openEngine()
  await setup.ask('profile.save', { ...aProfile, dayStartsAt: 4 })
  const transfers = transfersIn(setup.dataDir)
  const importOwn = async (content: string) => {
    const seen = await transfers.inspect(content)
    if (seen.kind !== 'csv') throw new Error('not a table')
    return transfers.import(content, { mapping: seen.mapping, existing: 'replace' })
  }
  return {
    ...setup,
    ...transfers,
    importOwn,
    exportedText: async () => text(await transfers.exported('csv')),
  }
}

describe('the CSV export', () => {
  it('has a line for each session, oldest first, for people and for programs', async () => {
    const { ask, exportedText } = await opened()
    await ask('sessions.log', {
      category: 'coding',
      duration: '1h30m15s',
      date: '2026-09-30',
      time: '23:59',
      counts: [{ kind: 'coding-hard', n: 2 }],
      note: '=1+1',
    })
    const { session } = await ask('sessions.log', { category: 'stories', duration: '20m' })
    await ask('sessions.remove', { ids: [session.id] })
    const lines = (await exportedText()).split('\r\n')
    expect(lines[0]).toBe(
      'Date,Start,Duration,Hours,Category,Category name,Playbook,design-problem,coding-easy,coding-medium,coding-hard,mock-interview,paper,Note,Time zone,Study day,Started at (UTC),ID',
    )
    expect(lines[1]).toMatch(
      /^2026-09-30,23:59:00,1:30:15,1\.50,coding,Coding practice,L6,,,,2,,,'=1\+1,Europe\/Berlin,2026-09-30,2026-09-30T21:59:00Z,[\da-f-]{36}$/,
    )
    expect(lines.slice(2)).toEqual([''])
  })

  it('begins with a byte order mark where that is wanted', async () => {
    const { exported } = await opened()
    expect(text(await exported('csv', true)).codePointAt(0)).toBe(0xfeff)
    expect(text(await exported('csv')).codePointAt(0)).toBe('D'.codePointAt(0))
  })

  it('whatever is in the notes: no cell is a formula, and imported and exported again it is the same', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '"',
        '""',
        ',',
        ';',
        '\t',
        '\r',
        '\n',
        '\r\n',
        '=cmd|',
        "'",
        "'=",
        '-1',
        ' ',
        '\uFEFF',
        '–',
        '👩‍💻',
        '＝',
      ),
    )
    const entry = fc.record({
      category: fc.constantFrom('coding', 'stories'),
      duration: fc.integer({ min: 1, max: 86_400 }).map((seconds) => `${seconds}s`),
      // Around both changes of clocks, and before dawn.
      date: fc.constantFrom('2026-03-29', '2025-10-26', '2026-09-30'),
      time: fc.constantFrom('00:00', '02:30', '03:59', '23:59'),
      counts: fc.array(fc.constant({ kind: 'paper' as const, n: 3 }), { maxLength: 1 }),
      note: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
      acceptOverlap: fc.constant(true),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (entries) => {
        const one = await opened()
        for (const input of entries) await one.ask('sessions.log', input)
        const file = await one.exportedText()
        const cells = parse(file, { bom: true }).flat()
        expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
        const other = await opened()
        if (entries.length > 0) {
          const { value } = await other.importOwn(file)
          expect(value.counts.new).toBe(entries.length)
        }
        expect(await other.exportedText()).toBe(file)
        await one.engine.close()
        await other.engine.close()
      }),
      { numRuns: 15 },
    )
  })
})

describe('our own CSV file, edited in a spreadsheet', () => {
  async function edited(change: (lines: string[]) => string[]) {
    const setup = await opened()
    await setup.ask('sessions.log', {
      category: 'coding',
      duration: '1h',
      date: '2026-09-20',
      time: '08:15',
      note: 'before',
    })
    const lines = (await setup.exportedText()).split('\r\n')
    const { value } = await setup.importOwn(change(lines).join('\r\n'))
    return { ...setup, value, sessions: await setup.ask('sessions.page', { offset: 0, limit: 9 }) }
  }

  it('is the same when a spreadsheet only wrote dates and times differently', async () => {
    const { value } = await edited(([head = '', row = '']) => [
      head,
      row.replace('2026-09-20,08:15:00', '9/20/2026,8:15').replace(',2026-09-20,', ',9/20/2026,'),
    ])
    expect(value.counts).toMatchObject({ duplicate: 1, changed: 0 })
  })

  it('changes what was changed: duration, note, category, start', async () => {
    const { value, sessions } = await edited(([head = '', row = '']) => [
      head,
      row
        .replace('1:00:00', '2:00:00')
        .replace('before', 'after')
        .replace(',coding,', ',stories,')
        .replace('2026-09-20,08:15:00', '2026-09-21,03:00:00'),
    ])
    expect(value.counts).toMatchObject({ changed: 1 })
    expect(sessions).toMatchObject([
      {
        category: 'stories',
        durationS: 7200,
        note: 'after',
        date: '2026-09-21',
        time: '03:00',
        studyDay: '2026-09-20',
      },
    ])
  })

  it('adds a row that was written without an ID', async () => {
    const { value, sessions } = await edited(([head = '', row = '']) => [
      head,
      row,
      '2026-09-22,10:00:00,0:30:00,,stories,,,,,,,,,new,,,,',
    ])
    expect(value.counts).toMatchObject({ duplicate: 1, new: 1 })
    expect(sessions[0]).toMatchObject({ date: '2026-09-22', time: '10:00', note: 'new' })
  })

  it('rejects an ID that is none, and a category that the playbook does not have', async () => {
    const { value } = await edited(([head = '', row = '']) => [
      head,
      row.replace(/[\da-f-]{36}$/, 'my-id'),
      row.replace(',coding,', ',juggling,'),
    ])
    expect(value.rejected).toEqual([
      { place: 'line 2', reason: 'Its ID is not one that Loopready wrote.' },
      { place: 'line 3', reason: 'L6 has no category “juggling”.' },
    ])
  })
})
