import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallName } from '#contract/index.ts'
import type { Session } from '#contract/sessions.ts'
import {
  aProfile,
  assetsDir,
  openEngine,
  temporaryFolder,
} from '../../../../tests/support/engine.ts'
import { transfersIn } from '../../../../tests/support/transfer.ts'
import { journaledTables } from '../../history/journal.ts'
import { databaseFile } from '../../store/file.ts'
import { readJson } from './read.ts'
import { notExported, sections } from './sections.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const bytesOf = (content: unknown) =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))

function opened(options: Parameters<typeof openEngine>[0] = {}) {
  const setup = openEngine(options)
  const transfers = transfersIn(setup.dataDir)
  const exported = async () => text(await transfers.exported('json'))
  return { ...setup, ...transfers, exported }
}

async function filled() {
  const setup = opened()
  const { ask, time } = setup
  await ask('profile.save', { ...aProfile, dayStartsAt: 4, weekStartsOn: 7, streaks: false })
  await ask('sessions.log', {
    category: 'coding',
    duration: '1h',
    time: '08:00',
    note: 'line one\nline “two” \u0000 =1+1',
    counts: [
      { kind: 'paper', n: 2 },
      { kind: 'coding-hard', n: 1 },
    ],
  })
  const { session } = await ask('sessions.log', { category: 'stories', duration: '2h' })
  await ask('sessions.remove', { ids: [session.id] })
  await ask('plan.setBudget', { hours: [{ category: 'coding', hours: 1 / 3 }] })
  await ask('plan.setMilestone', { milestone: 'stories', target: 12, stated: 2 })
  await ask('timer.start', { category: 'coding', note: 'old' })
  time.set('2026-10-01T11:00:00Z')
  await ask('timer.stop', { acceptOverlap: true })
  await ask('timer.start', {
    category: 'stories',
    focus: { workMinutes: 25, breakMinutes: 5 },
  })
  await ask('timer.pause', {})
  await ask('profile.switchLevel', {
    level: 'L7',
    mapping: [{ fromPlaybook: 'L6', from: 'coding', to: 'credibility' }],
  })
  return setup
}

describe('the JSON export', () => {
  it('carries every journaled table, and every other that is not bookkeeping', () => {
    const carried = sections.flatMap(({ tables }) => tables)
    // What stories once were is no part of the undo history, and yet of the data.
    expect([...carried, ...notExported].toSorted()).toEqual(
      [...journaledTables, 'story_version'].toSorted(),
    )
    const { dataDir } = openEngine()
    const file = new Sqlite(databaseFile(dataDir), { readonly: true })
    const tables = file
      .prepare(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all() as { name: string }[]
    file.close()
    // The undo history, counters for change notices, signs of life of a timer and drafts belong to this computer.
    const bookkeeping = ['change', 'change_row', 'noun_version', 'timer_seen', 'playbook_draft']
    expect(tables.map(({ name }) => name).toSorted()).toEqual(
      [...carried, ...notExported, ...bookkeeping].toSorted(),
    )
  })

  it('is explained in DATA.md, section by section', () => {
    const page = readFileSync(path.join(assetsDir, 'docs/DATA.md'), 'utf8')
    expect(sections.filter(({ name }) => !page.includes(`| \`${name}\``))).toEqual([])
  })

  it('carries every column: a change of any of them changes the file', async () => {
    const setup = await filled()
    await setup.engine.close()
    const file = new Sqlite(databaseFile(setup.dataDir))
    const before = await setup.exported()
    const missing: string[] = []
    for (const table of [
      'profile',
      'session',
      'session_count',
      'hour_budget',
      'milestone_choice',
    ]) {
      const columns = file.pragma(`table_info(${table})`) as { name: string; type: string }[]
      for (const { name, type } of columns) {
        if (['id', 'seq', 'session_id'].includes(name)) continue
        file.exec('PRAGMA ignore_check_constraints = ON; SAVEPOINT one')
        const value = type === 'TEXT' ? `"${name}" || 'x'` : `"${name}" + 1`
        file.exec(`UPDATE ${table} SET "${name}" = coalesce(${value}, 'x') WHERE 1`)
        const rows = sections
          .find(({ tables }) => tables.includes(table))
          ?.read({
            all: (sql, params) => file.prepare(sql).all(params ?? {}) as never[],
            get: (sql, params) => file.prepare(sql).get(params ?? {}) as undefined,
          })
        if (rows?.every((row) => before.includes(JSON.stringify(row))))
          missing.push(`${table}.${name}`)
        file.exec('ROLLBACK TO one; RELEASE one')
      }
    }
    file.close()
    expect(missing).toEqual([])
  })

  it('gives the same bytes for the same data, and says what it is', async () => {
    const { exported } = await filled()
    const one = await exported()
    expect(await exported()).toBe(one)
    expect(JSON.parse(one)).toMatchObject({ format: 'loopready', version: 1 })
  })

  it('imported into an empty folder gives the identical export', async () => {
    const file = await (await filled()).exported()
    const other = opened({ now: '2026-10-02T10:00:00Z', zone: 'America/New_York' })
    const empty = await other.exported()
    const result = await other.import(file)
    expect(result).toMatchObject({ change: expect.any(Number), value: { sessions: 2 } })
    expect(await other.exported()).toBe(file)
    expect(await other.ask('history.peek', {})).toMatchObject({
      undo: { label: 'Import 2 sessions' },
    })
    await other.ask('history.undo', {})
    expect(await other.exported()).toBe(empty)
    await other.ask('history.redo', {})
    expect(await other.exported()).toBe(file)
  })

  it('whatever was done before: exported, imported and exported again it is the same', async () => {
    const note = fc.string({ unit: 'binary', maxLength: 40 })
    const step: fc.Arbitrary<Readonly<{ name: CallName; input: unknown }>> = fc.oneof(
      fc.record({
        name: fc.constant('sessions.log' as const),
        input: fc.record({
          category: fc.constantFrom('coding', 'stories', 'credibility'),
          duration: fc.integer({ min: 1, max: 1440 }).map(String),
          date: fc.constantFrom('2026-03-29', '2026-09-30', '2025-10-26'),
          time: fc.constantFrom('00:00', '02:30', '03:59', '23:59'),
          counts: fc.array(
            fc.record({
              kind: fc.constantFrom('paper', 'coding-hard'),
              n: fc.integer({ min: 1, max: 3 }),
            }),
            { maxLength: 3 },
          ),
          note,
          acceptOverlap: fc.constant(true),
        }),
      }),
      fc.constantFrom(
        { name: 'timer.start' as const, input: { category: 'coding' } },
        { name: 'timer.pause' as const, input: {} },
        { name: 'timer.stop' as const, input: { acceptOverlap: true } },
        { name: 'timer.discard' as const, input: {} },
        { name: 'trash.empty' as const, input: {} },
        { name: 'history.undo' as const, input: {} },
        { name: 'plan.setBudget' as const, input: { hours: [{ category: 'coding', hours: 0.1 }] } },
        { name: 'plan.setMilestone' as const, input: { milestone: 'stories', target: 3 } },
        {
          name: 'profile.switchLevel' as const,
          input: {
            level: 'L7',
            mapping: [{ fromPlaybook: 'L6', from: 'coding', to: 'credibility' }],
          },
        },
      ),
      fc.record({ name: fc.constant('remove' as never), input: fc.nat(5) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const setup = opened()
        await setup.ask('profile.save', aProfile)
        for (const { name, input } of steps) {
          if ((name as string) !== 'remove') {
            await setup.engine.callUntrusted(name, input)
            continue
          }
          const [found] = await setup.ask('sessions.page', { offset: Number(input), limit: 1 })
          if (found) await setup.ask('sessions.remove', { ids: [found.id] })
        }
        const file = await setup.exported()
        const other = opened()
        await other.import(file)
        expect(await other.exported()).toBe(file)
        await setup.engine.close()
        await other.engine.close()
      }),
      { numRuns: 20 },
    )
  })
})

describe('the import of a JSON export', () => {
  it('finds everything here already the second time, and adds nothing', async () => {
    const setup = await filled()
    const file = await setup.exported()
    const preview = await setup.preview(file)
    expect(preview.ready).toBe(true)
    expect(preview.counts).toMatchObject({ new: 0, changed: 0, rejected: 0 })
    expect(preview.counts.duplicate).toBe(preview.counts.rows)
    const before = await setup.ask('history.peek', {})
    expect((await setup.import(file)).change).toBeNull()
    expect(await setup.exported()).toBe(file)
    expect(await setup.ask('history.peek', {})).toEqual(before)
  })

  it('adds to what is here, keeps what differs, or replaces it where that is wanted', async () => {
    const setup = await filled()
    const file = await setup.exported()
    const [session] = await setup.ask('sessions.page', { offset: 0, limit: 1 })
    if (!session) throw new Error('no session')
    await setup.ask('sessions.edit', { ...editOf(session), note: 'edited here' })
    await setup.ask('profile.save', { ...aProfile, level: 'L7', name: 'Grace' })
    const preview = await setup.preview(file, { show: 'changed' })
    expect(preview.rows.map(({ place, reason }) => [place, reason])).toEqual([
      ['profile', 'It is here with other content, which is kept.'],
      ['sessions[2]', 'It is here with other content, which is kept.'],
    ])
    const noteOf = async () => (await setup.ask('sessions.get', { id: session.id })).note
    await setup.import(file)
    expect(await noteOf()).toBe('edited here')
    await setup.import(file, { existing: 'replace' })
    expect(await noteOf()).toBe(session.note)
  })

  it('does not begin a timer again that ended here since', async () => {
    const setup = await filled()
    const file = await setup.exported()
    await setup.ask('timer.discard', {})
    await setup.import(file, { existing: 'replace' })
    expect((await setup.ask('timer.get', {})).timer).toBeNull()
  })

  it('brings a file of the first version back byte for byte, in every section', async () => {
    const setup = opened()
    const fixture = path.join(assetsDir, 'tests/fixtures/exports/loopready-v1.export')
    const file = readFileSync(fixture, 'utf8')
    // A new section needs a row in the file, or the file would not show that the section is still read.
    const rows = JSON.parse(file) as Record<string, unknown>
    const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && !value.length)
    expect(sections.filter(({ name }) => isEmpty(rows[name] ?? null))).toEqual([])
    await setup.import(file)
    expect(await setup.exported()).toBe(file)
  })

  const session = {
    id: '0199a0a0-0000-7000-8000-000000000001',
    playbook: 'L6',
    category: 'coding',
    studyDay: '2026-10-01',
    startedAt: '2026-10-01T06:00:00Z',
    timeZone: 'Europe/Berlin',
    durationS: 3600,
    note: '',
    createdAt: '2026-10-01T06:00:00Z',
    changedAt: '2026-10-01T06:00:00Z',
    deletedAt: null,
    counts: [],
  }
  const ours = (parts: object) => ({ format: 'loopready', version: 1, ...parts })

  it.each([
    ['is another JSON file', { tasks: [] }, 'not an export of Loopready'],
    ['is a list', [1, 2], 'not an export of Loopready'],
    ['has no version', { format: 'loopready' }, 'version: expected'],
    ['has an unknown section', ours({ recipes: [] }), 'recipes: there is no such section.'],
    ['has an object for a list', ours({ sessions: {} }), 'sessions: expected a list.'],
    [
      'has a wrong value',
      ours({ sessions: [session, { ...session, id: session.id.replace('1', '2'), durationS: 0 }] }),
      'sessions[1].durationS: ',
    ],
    ['has an unknown key', ours({ sessions: [{ ...session, mood: 1 }] }), 'sessions[0]'],
    [
      'has a missing key',
      ours({ sessions: [Object.fromEntries(Object.entries(session).slice(1))] }),
      'sessions[0].id: ',
    ],
    [
      'has an unknown time zone',
      ours({ sessions: [{ ...session, timeZone: 'Mars/Olympus' }] }),
      'sessions[0].timeZone: there is no time zone “Mars/Olympus”',
    ],
    [
      'has one id twice',
      ours({ sessions: [session, session] }),
      'sessions[1]: it has the same key as sessions[0].',
    ],
    [
      'has a kind of count twice',
      ours({
        sessions: [
          {
            ...session,
            counts: [
              { kind: 'paper', n: 1 },
              { kind: 'paper', n: 2 },
            ],
          },
        ],
      }),
      'sessions[0].counts: a kind of count stands twice',
    ],
    [
      'has a timer without its events',
      ours({ timer: { timerId: session.id, lastSeq: 1 } }),
      'timer: it must be one of',
    ],
    [
      'has a level that nobody knows',
      ours({ profile: { ...profileOf(), level: 'L9' } }),
      'profile.level: there is no playbook “L9” here',
    ],
    [
      'breaks off',
      '{"format":"loopready","version":1,\n"sessions":[{"id":"01',
      'breaks off in line 2',
    ],
    ['is no JSON', '{"format":"loopready",\n\nversion:1, "sessions": []}', 'from line 3 on'],
    ['is nested without end', `{"format":"loopready","x":${'['.repeat(1_000_000)}`, 'breaks off'],
  ])('refuses a file that %s, and says where', (_, content, message) => {
    const file = path.join(temporaryFolder(), 'file.json')
    writeFileSync(file, bytesOf(content))
    const read = () => readJson(file, around, { checkCancel() {}, progress() {} })
    expect(read).toThrow(message)
  })

  it('takes nothing of a file with one wrong row', async () => {
    const setup = await filled()
    const before = await setup.exported()
    const good = { ...session, id: session.id.replace('1', '2') }
    const file = JSON.stringify(ours({ sessions: [good, { ...session, durationS: 0 }] }))
    await expect(setup.import(file)).rejects.toThrow('sessions[1].durationS: ')
    expect(await setup.exported()).toBe(before)
  })

  it('refuses a file of a newer version clearly', async () => {
    const newer = JSON.stringify({ format: 'loopready', version: 2, dreams: [] })
    await expect(opened().import(newer)).rejects.toMatchObject({
      error: {
        code: 'newer-file',
        message: expect.stringContaining('format 2; this one reads up to 1'),
      },
    })
  })
})

const around = {
  hasPlaybook: (id: string) => id === 'L6',
  hasZone: (zone: string) => zone !== 'Mars/Olympus',
}

function profileOf() {
  return {
    ...aProfile,
    theme: 'system',
    paper: 'A4',
    dayStartsAt: 0,
    weekStartsOn: 1,
    idleAfterMinutes: 5,
    focusWorkMinutes: 0,
    focusBreakMinutes: 0,
    streaks: true,
  }
}

function editOf({ id, category, counts, durationS }: Session) {
  return { id, category, counts, duration: `${durationS}s` }
}
