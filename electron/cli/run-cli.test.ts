import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { status as statusSchema } from '#contract/plan.ts'
import { expectRefusal, newFolder, root, run, started } from './terminal-under-test.ts'
import { verbs } from './verbs.ts'

describe('help', () => {
  it('lists every verb, and touches no data', async () => {
    const dataDir = newFolder()
    const { code, out, err } = await run(['help', '--data-dir', dataDir])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { name, summary } of verbs)
      expect(out).toMatch(new RegExp(`^ {2}${name} .*${summary}$`, 'm'))
    expect(readdirSync(root)).not.toContain(dataDir)
  })

  it('explains one verb in either way', async () => {
    const [byOption, byVerb] = await Promise.all([run(['log', '--help']), run(['help', 'log'])])
    expect(byOption).toEqual(byVerb)
    expect(byVerb.out).toMatch(/^Usage: loopready log <duration> <category> \[options\]\n/)
    expect(byVerb.out).toContain('--count KIND=N')
  })

  it('prints the version', async () => {
    expect(await run(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
  })
})

describe('init', () => {
  it('makes a profile with what is given, and defaults for the rest', async () => {
    const dataDir = newFolder()
    const { code, out } = await run(['init', '--level', 'l7', '--name', 'Ada'], {
      LOOPREADY_DATA_DIR: dataDir,
    })
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Ada: level L7, start 2026-11-24, interview date unknown, 15.0 h a week.\n',
    })
  })

  it('changes what is given and keeps the rest', async () => {
    const { fine, status } = await started()
    await fine('init', '--weekly-hours', '7.5', '--interview', 'unknown')
    expect((await status()).profile).toEqual({
      name: '',
      startDate: '2026-09-01',
      interviewDate: null,
      weeklyHours: 7.5,
    })
  })

  it('switches the level by the suggested mapping, says so, and back without loss', async () => {
    const { fine, status } = await started()
    await fine('log', '2h', 'system-design')
    const before = await status()
    const out = await fine('init', '--level', 'L7')
    expect(out).toContain('Switched from L6 to L7.')
    expect(out).toContain('system-design (2h) counts as architecture')
    const switched = await status()
    expect(switched).toMatchObject({ level: 'L7', unmapped: [] })
    expect(
      switched.allocation.find(({ category }) => category === 'architecture')?.actualHours,
    ).toBe(2)
    await fine('init', '--level', 'L6')
    expect(await status()).toEqual(before)
  })

  it('switches in one step that one undo takes back', async () => {
    const { fine, status } = await started()
    await fine('init', '--level', 'L7')
    expect(await fine('undo')).toBe('Undone: Switch level.\n')
    expect((await status()).level).toBe('L6')
    expect(await fine('redo')).toBe('Redone: Switch level.\n')
    expect((await status()).level).toBe('L7')
  })

  it('leaves the level as it was when something else is refused', async () => {
    const { on, status } = await started()
    expectRefusal(
      await on('init', '--level', 'L7', '--weekly-hours', '0'),
      '--weekly-hours',
      'above 0',
    )
    expect((await status()).level).toBe('L6')
  })
})

describe('log', () => {
  it.each([
    ['90', 5400],
    ['1h30', 5400],
    ['1:30', 5400],
    ['90m', 5400],
    ['1.5h', 5400],
    ['24h', 86_400],
  ])('reads %s as %d seconds', async (duration, seconds) => {
    const { fine } = await started()
    const { session } = JSON.parse(
      await fine('log', duration, 'coding', '--date', '2026-11-01', '--json'),
    )
    expect(session).toMatchObject({
      durationS: seconds,
      category: 'coding',
      studyDay: '2026-11-01',
    })
  })

  it('takes date, time, note and counts by both names, and starts now by default', async () => {
    const { fine, sessions, status } = await started()
    const typed = ['log', '1h', '30m', 'Coding', '--date', '2026-11-20', '--time', '19:30']
    const counts = ['--count', 'medium=3', '--count', 'coding-hard=1', '--count', 'medium=1']
    await fine(...typed, ...counts, '--note', 'Graphs, "hard"')
    expect(await fine('log', '45m', 'stories')).toBe(
      'Logged 45m of stories on 2026-11-24 at 10:30. stories: 0.8 h of 70.0 h.\n',
    )
    const [latest, first] = await sessions()
    expect(latest).toMatchObject({
      date: '2026-11-24',
      time: '10:30',
      startedAt: '2026-11-24T09:30:00Z',
    })
    expect(first).toMatchObject({
      durationS: 5400,
      startedAt: '2026-11-20T18:30:00Z',
      timeZone: 'Europe/Berlin',
      note: 'Graphs, "hard"',
      counts: [
        { kind: 'coding-hard', n: 1 },
        { kind: 'coding-medium', n: 4 },
      ],
    })
    expect((await status()).milestones.find(({ id }) => id === 'coding-problems')?.actual).toBe(5)
  })

  it('logs an overlap with one line of warning, and refuses it with --no-overlap', async () => {
    const { on, fine, sessions } = await started()
    await fine('log', '1h', 'coding', '--time', '09:00')
    expectRefusal(
      await on('log', '1h', 'stories', '--time', '09:30', '--no-overlap'),
      'overlaps',
      '09:00',
    )
    const { code, out, err } = await on('log', '1h', 'stories', '--time', '09:30')
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Logged 1h of stories/),
    })
    expect(err).toMatch(
      /^loopready: warning: this overlaps 1h of coding on 2026-11-24 at 09:00; [^\n]+\n$/,
    )
    expect(await sessions()).toHaveLength(2)
  })
})

describe('sessions', () => {
  it('are listed newest first, by day, without what could steer the terminal', async () => {
    const { fine } = await started()
    expect(await fine('sessions')).toMatch(/^No sessions yet\./)
    expect(await fine('sessions', '--json')).toBe('[]\n')
    await fine(
      'log',
      '1h',
      'coding',
      '--date',
      '2026-11-20',
      '--time',
      '08:00',
      '--count',
      'hard=2',
    )
    await fine(
      'log',
      '2h',
      'stories',
      '--date',
      '2026-11-20',
      '--time',
      '12:00',
      '--note',
      'a\u001B[2Jb\nc',
    )
    await fine('log', '30m', 'deep-dives', '--date', '2026-11-23', '--time', '07:15')
    const all = JSON.parse(await fine('sessions', '--json')) as { id: string }[]
    const [latest, second, first] = all.map(({ id }) => id.slice(-6))
    expect(await fine('sessions')).toBe(
      [
        'Monday, 23 November 2026  30m',
        `  ${latest}  07:15  30m  deep-dives`,
        '',
        'Friday, 20 November 2026  3h',
        `  ${second}  12:00   2h  stories     a [2Jb c`,
        `  ${first}  08:00   1h  coding      2 hard`,
        '',
        '3 sessions, 3h30 in all.',
        '',
      ].join('\n'),
    )
    expect(await fine('sessions', '--limit', '1')).toContain(
      'The newest 1 are shown; --limit 3 shows all.',
    )
    expect(JSON.parse(await fine('sessions', '--limit', '2', '--json'))).toMatchObject([
      { category: 'deep-dives' },
      { category: 'stories', note: 'a\u001B[2Jb\nc' },
    ])
  })
})

describe('status', () => {
  it('says that the interview date has passed, and how to set another', async () => {
    const { fine } = await started()
    expect(await fine('status')).not.toContain('has passed')
    await fine('init', '--interview', '2026-11-20')
    const out = await fine('status')
    expect(out).toContain('The interview date has passed (20 Nov 2026).')
    expect(out).toContain('loopready init --interview')
  })

  it('prints the public object, to the letter', async () => {
    const { fine, status } = await started()
    await fine('log', '6h', 'system-design', '--date', '2026-11-01')
    await fine('log', '2h', 'coding', '--date', '2026-11-02')
    const found = await status()
    expect(statusSchema.parse(found)).toEqual(found)
    expect(found).toMatchObject({
      level: 'L6',
      today: '2026-11-24',
      totals: { sessions: 2, seconds: 28_800 },
      allocationDistance: 40,
      // 84 of 105 days of 285 h are 228 h; 277 h are left for 3 weeks.
      pace: { status: 'behind', plannedToDateHours: 228, daysLeft: 21, remainingHours: 277 },
    })
    expect(found.allocation[0]).toMatchObject({
      category: 'system-design',
      plannedShare: 0.35,
      actualShare: 0.75,
      driftPoints: 40,
      plannedHours: 100,
      actualHours: 6,
      plannedToDateHours: 80,
      remainingHours: 94,
    })
  })

  it('shows people the same figures, uncoloured in a pipe', async () => {
    const { fine } = await started()
    await fine('log', '24h', 'system-design', '--date', '2026-11-01')
    const out = await fine('status')
    expect(out).toMatch(
      /^system-design {2}███▉········│··· +24\.0 of 100 +80\.0 +100\.0 % +35 % +\+65\.0 {2}behind$/m,
    )
    expect(out).toContain("Distance from the plan's shares: 65.0 of 100.")
    expect(out).toMatch(/^Pace {2}Behind: /m)
    expect(out).toMatch(/^Design problems .* 0 {2}of 15\+$/m)
    expect(out).not.toContain('\u001B')
  })
})

describe('categories', () => {
  it('are those of the level, and before there is one, of all', async () => {
    const slugs = (out: string) =>
      (JSON.parse(out) as { level: string; slug: string }[]).map(
        ({ level, slug }) => `${level} ${slug}`,
      )
    const l6 = ['L6 system-design', 'L6 coding', 'L6 stories', 'L6 deep-dives']
    const l7 = ['L7 strategic-thinking', 'L7 architecture', 'L7 org-leadership', 'L7 credibility']
    const { fine } = await started('L7')
    expect(slugs(await fine('categories', '--json'))).toEqual(l7)
    const { out } = await run(['categories', '--json', '--data-dir', newFolder()])
    expect(slugs(out)).toEqual([...l6, ...l7])
    expect(await fine('categories')).toMatch(/^ {2}strategic-thinking {2}40 % {2}~?130 h {2}\S/m)
  })
})

describe('undo and redo', () => {
  it('take back the latest change and make it again', async () => {
    const { on, fine, sessions } = await started()
    await fine('log', '1h', 'coding')
    const logged = await sessions()
    expect(await fine('undo')).toBe('Undone: Log session.\n')
    expect(await sessions()).toEqual([])
    expect(await fine('redo')).toBe('Redone: Log session.\n')
    expect(await sessions()).toEqual(logged)
    expectRefusal(await on('redo'), 'nothing to redo')
  })
})

describe('demo', () => {
  it('fills an empty folder, and refuses one that is not empty', async () => {
    const dataDir = newFolder()
    const { code, out, err } = await run(['demo', '--data-dir', dataDir])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [, sessions] = /^Filled with (\d+) sample sessions\./.exec(out) ?? []
    expect(Number(sessions)).toBeGreaterThan(50)
    expectRefusal(await run(['demo', '--data-dir', dataDir]), 'sessions here already')
  })
})

describe('paths', () => {
  it('are meant from where the person stands, also when npm has moved elsewhere', async () => {
    const here = newFolder()
    const npm = { npm_lifecycle_event: 'loopready', INIT_CWD: here }
    await run(['init', '--level', 'L6', '--data-dir', 'data'], npm)
    expect(readdirSync(here)).toEqual(['data'])
    const other = { npm_lifecycle_event: 'test', INIT_CWD: here, LOOPREADY_DATA_DIR: 'elsewhere' }
    await run(['init', '--level', 'L6'], other)
    expect(readdirSync(here)).toEqual(['data'])
    expect(readdirSync(root)).toContain('elsewhere')
  })
})
