import { describe, expect, it } from 'vitest'
import type { QuickAdd } from '#contract/quick-add.ts'
import type { Session } from '#contract/sessions.ts'
import { openEngine } from '../../tests/support/engine.ts'
import { expectRefusal, settings, started } from './terminal-under-test.ts'

const read = <T>(text: string): T => JSON.parse(text) as T
const handleOf = (session: Session | undefined) => session?.id.slice(-6) ?? ''

describe('add', () => {
  it('logs a line, and says how it was understood', async () => {
    const { fine, sessions } = await started()
    const line = '90m system design yesterday 7pm 1 design problem: URL shortener'
    expect(await fine('add', line)).toBe(
      [
        'Logged 1h30 of system-design on 2026-11-23 at 19:00. system-design: 1.5 h of 100.0 h.',
        'Read as: 90m = 1 h 30 min; system design = System design; yesterday = Yesterday, Mon 23 Nov; 7pm = 19:00; count “1 design problem”; note “URL shortener”.',
        '',
      ].join('\n'),
    )
    expect(await sessions()).toMatchObject([
      {
        category: 'system-design',
        durationS: 5400,
        startedAt: '2026-11-23T18:00:00Z',
        counts: [{ kind: 'design-problem', n: 1 }],
        note: 'URL shortener',
      },
    ])
  })

  it('takes the line in words too, and "log" takes it in one', async () => {
    const { fine, sessions } = await started()
    await fine('add', 'coding', '1h', '3', 'medium', '1', 'hard')
    await fine('log', 'mock interview 45m stories yesterday')
    expect((await sessions()).map(({ category, counts }) => [category, counts])).toEqual([
      [
        'coding',
        [
          { kind: 'coding-hard', n: 1 },
          { kind: 'coding-medium', n: 3 },
        ],
      ],
      ['stories', [{ kind: 'mock-interview', n: 1 }]],
    ])
  })

  it.each([
    ['coding 1h at 7 yesterday', 'In place of “at 7” write at 07:00 or at 19:00.'],
    ['coding 1h foo', '“foo” is not understood. Put notes after a colon.'],
    ['coding 1h tomorrow', 'in the future'],
    ['coding', 'Say how long it lasted, as in 90m or 1h30.'],
    ['1h', 'Name a category: system-design, coding, stories or deep-dives.'],
    ['1h \u001B[2J', '“2J” is not understood'],
  ])('refuses %j and says what to change', async (line, said) => {
    const { on, sessions } = await started()
    expectRefusal(await on('add', line), said)
    expect(await sessions()).toEqual([])
  })

  it('tells without logging on --dry-run, all of it as JSON', async () => {
    const { fine, sessions } = await started()
    expect(await fine('add', '--dry-run', 'sd 1h')).toBe(
      'Read as: sd = System design; 1h = 1 h.\nNothing was logged.\n',
    )
    const unclear = read<QuickAdd>(await fine('add', '--dry-run', '--json', 'sd 7'))
    expect(unclear).toMatchObject({ missing: ['duration'], session: null })
    expect(unclear.ambiguous[0]?.choices.map(({ replacement }) => replacement)).toEqual([
      '7m',
      '7h',
      'at 07:00',
    ])
    expect(await sessions()).toEqual([])
  })

  it('prints JSON, and warns of an overlap or refuses it', async () => {
    const { on, fine } = await started()
    const logged = read<{ session: Session; understood: unknown[] }>(
      await fine('add', '--json', '1h coding 9:00 am'),
    )
    expect(logged).toMatchObject({ session: { time: '09:00' }, overlaps: [] })
    expect(logged.understood).toHaveLength(3)
    expectRefusal(await on('add', '--no-overlap', '1h sd 09:30'), 'overlaps')
    expect((await on('add', '1h sd 09:30')).err).toContain('warning: this overlaps')
  })

  it('does not take options beside a whole line of "log"', async () => {
    expect.hasAssertions()
    const { on } = await started()
    expectRefusal(await on('log', '1h coding', '--note', 'x'), '--note')
  })
})

describe('edit', () => {
  it('changes what is given and keeps the rest', async () => {
    const { fine, sessions } = await started()
    await fine('add', '1h30m15s coding yesterday 7pm 3 medium 1 hard: graphs')
    const [before] = await sessions()
    await fine('edit', handleOf(before), '--category', 'Stories', '--count', 'medium=0')
    await fine('edit', 'last', '--count', 'paper=2', '--time', '18:00')
    const [after] = await sessions()
    expect(after).toEqual({
      ...before,
      category: 'stories',
      planCategory: 'stories',
      startedAt: '2026-11-23T17:00:00Z',
      time: '18:00',
      counts: [
        { kind: 'coding-hard', n: 1 },
        { kind: 'paper', n: 2 },
      ],
    })
    expect(await fine('edit', 'last', '--note=', '--duration', '2h')).toBe(
      'Changed: it is 2h of stories on 2026-11-23 at 18:00 now.\n',
    )
    expect(await sessions()).toMatchObject([{ note: '', durationS: 7200 }])
    await fine('undo')
    expect(await sessions()).toEqual([after])
  })

  it('prints JSON, and says of what it overlaps', async () => {
    const { on, fine } = await started()
    await fine('add', '1h coding 8:00 am')
    await fine('add', '30m sd 9:15 am')
    const edited = await on('edit', 'last', '--time', '08:30', '--json')
    expect(edited.err).toContain('it was changed all the same')
    expect(read(edited.out)).toMatchObject({
      session: { time: '08:30' },
      overlaps: [{ time: '08:00' }],
    })
    expectRefusal(await on('edit', 'last', '--time', '08:15', '--no-overlap'), 'overlaps')
  })

  it('says what is wrong', async () => {
    expect.hasAssertions()
    const { on, fine } = await started()
    expectRefusal(await on('edit', 'last', '--note', 'x'), 'no sessions yet')
    await fine('log', '1h', 'coding')
    expectRefusal(await on('edit', 'last'), 'Say what to change', '--duration')
    expectRefusal(await on('edit', 'ffff', '--note', 'x'), 'No session ends in "ffff"')
    expectRefusal(await on('edit', 'abc', '--note', 'x'), '"abc" names no session')
    expectRefusal(await on('edit', 'last', '--category', 'codng'), 'Did you mean "coding"?')
    expectRefusal(await on('edit', 'last', '--date', '2026-11-25'), '--date', 'in the future')
    expectRefusal(await on('edit', 'last', '--duration', '0'), 'above 0')
  })
})

describe('delete and trash', () => {
  it('take sessions away and put them back', async () => {
    const { fine, sessions } = await started()
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) await fine('add', `1h sd ${day}`)
    const all = await sessions()
    expect(await fine('delete', 'last')).toBe(
      'Deleted 1h of system-design on 2026-11-22 at 10:30. "loopready undo" takes it back.\n',
    )
    const removed = read<{ removed: number }>(
      await fine('delete', ...all.slice(1).map(handleOf), '--json'),
    )
    expect(removed).toMatchObject({ removed: 2, sessions: all.slice(1) })
    expect(await sessions()).toEqual([])
    const list = await fine('trash')
    for (const session of all) expect(list).toContain(`${handleOf(session)}  deleted 2026-11-24`)
    expect(list).toContain('3 sessions in the trash.')
    expect(read(await fine('trash', '--json'))).toMatchObject({ total: 3, days: 30 })
    expect(await fine('trash', 'restore', handleOf(all[1]))).toBe(
      'Put back 1h of system-design on 2026-11-21 at 10:30.\n',
    )
    expect(await sessions()).toEqual([all[1]])
    await fine('undo')
    await fine('undo')
    expect(await sessions()).toEqual(all.slice(1))
  })

  it('hold stories and questions too, each put back by its letters', async () => {
    const { fine, dataDir } = await started()
    const { ask } = openEngine({ dataDir, now: settings.LOOPREADY_NOW })
    const { story } = await ask('stories.create', { content: { title: 'The \u001B[2J outage' } })
    const { id } = story
    await ask('stories.remove', { ids: [id] })
    expect(await fine('trash')).toContain(
      `${id.slice(-6)}  deleted 2026-11-24  story “The [2J outage”`,
    )
    await fine('log', '1h', 'coding')
    await fine('delete', 'last')
    expect(await fine('trash')).toContain('2 entries in the trash.')
    expect(await fine('trash', 'restore', id.slice(-6))).toBe('Put back story “The [2J outage”.\n')
    expect(await fine('stories')).toContain('outage')
    expect(await fine('trash', 'restore', 'last')).toContain('Put back 1h of coding')
  })

  it('say what is wrong', async () => {
    const { on, fine, sessions } = await started()
    expect(await fine('trash')).toBe('The trash is empty.\n')
    expectRefusal(await on('trash', 'restore', 'last'), 'The trash is empty')
    await fine('log', '1h', 'coding')
    expectRefusal(await on('delete', 'last', 'ffff'), 'No session ends in "ffff"')
    expect(await sessions()).toHaveLength(1)
    expectRefusal(await on('trash', 'restore', handleOf((await sessions())[0])), 'in the trash')
    expectRefusal(await on('trash', 'restore'), 'Say what to put back')
    expectRefusal(await on('trash', 'empty'), 'cannot use "empty"')
    expectRefusal(await on('delete'), '<session>')
  })
})

describe('search', () => {
  it('finds notes by the beginnings of words, without regard to accents', async () => {
    const { fine } = await started()
    const long = `${'before '.repeat(20)}Café\u001B[2J caching ${'behind '.repeat(20)}`
    await fine('add', `1h sd 2026-11-20: ${long}`)
    await fine('add', '1h coding 2026-11-21: graphs')
    const out = await fine('search', 'cafe')
    expect(out).toContain('before before Café [2J caching behind behind')
    expect(out).toMatch(/…\n\n1 session, 1h in all\.\n$/)
    expect(out).not.toContain('graphs')
    expect(await fine('search', 'nowhere')).toBe('No note has "nowhere".\n')
    const [found] = read<Session[]>(await fine('search', 'caf', 'cach', '--json'))
    expect(found?.highlights?.map(([start, end]) => found.note.slice(start, end))).toEqual([
      'Café',
      'caching',
    ])
  })

  it('says when there is more', async () => {
    const { on, fine } = await started()
    for (const day of ['2026-11-20', '2026-11-21']) await fine('add', `1h sd ${day}: graphs`)
    expect(await fine('search', 'graphs', '--limit', '1')).toContain(
      '2 sessions, 2h in all. The newest 1 are shown.',
    )
    expectRefusal(await on('search', '--limit', '0', 'graphs'), '--limit')
    expectRefusal(await on('search', '!?'), 'Write a word')
    expect(read(await fine('search', 'nowhere', '--json'))).toEqual([])
  })
})

describe('undo and redo', () => {
  it('print what was done as JSON', async () => {
    const { fine } = await started()
    await fine('log', '1h', 'coding')
    expect(read(await fine('undo', '--json'))).toEqual({ label: 'Log session' })
    expect(read(await fine('redo', '--json'))).toEqual({ label: 'Log session' })
  })
})
