import { describe, expect, it } from 'vitest'
import { quickAdd } from '#contract/quick-add.ts'
import { openEngine } from '../../../tests/support/engine.ts'
import { opened, readerOf, told } from './lines-under-test.ts'

describe('the lines of the manual', () => {
  it('reads duration, category, day, time, count and note', () => {
    const parse = readerOf()
    const line = parse('90m system design yesterday 7pm 1 design problem: URL shortener')
    expect(told(line)).toEqual([
      'duration 90m = 1 h 30 min',
      'category system design = System design',
      'date yesterday = Yesterday, Mon 23 Nov',
      'time 7pm = 19:00',
      'count 1 design problem = 1 design problem',
      'note URL shortener = Note',
    ])
    expect(line.chips.map(({ value }) => value)).toEqual([
      '1h30',
      'system-design',
      '2026-11-23',
      'at 19:00',
      '1 design problem',
      'URL shortener',
    ])
    expect(line.session).toEqual({
      category: 'system-design',
      duration: '1h30',
      date: '2026-11-23',
      time: '19:00',
      counts: [{ kind: 'design-problem', n: 1 }],
      note: 'URL shortener',
    })
  })

  it('reads several counts, and leaves day and time to the moment of logging', () => {
    const parse = readerOf()
    expect(parse('coding 1h 3 medium 1 hard').session).toEqual({
      category: 'coding',
      duration: '1h',
      counts: [
        { kind: 'coding-medium', n: 3 },
        { kind: 'coding-hard', n: 1 },
      ],
      note: '',
    })
  })

  it('takes "mock interview" for one of them, and "stories" for the category', () => {
    const parse = readerOf()
    expect(parse('mock interview 45m stories').session).toEqual({
      category: 'stories',
      duration: '45m',
      counts: [{ kind: 'mock-interview', n: 1 }],
      note: '',
    })
  })

  it('gives what can be logged as it is', async () => {
    const { ask, parse } = await opened()
    const { session } = await parse('2h sd last friday at 18:30, 2 papers: a: b')
    if (!session) throw new Error('not understood')
    const logged = await ask('sessions.log', session)
    expect(logged.session).toMatchObject({
      category: 'system-design',
      durationS: 7200,
      date: '2026-11-20',
      time: '18:30',
      note: 'a: b',
    })
  })

  it('asks for a profile first', async () => {
    const { refusal } = openEngine()
    expect((await refusal('sessions.parse', { text: '1h coding' })).code).toBe('no-profile')
  })
})

describe('what is missing', () => {
  it.each([
    ['', ['duration', 'category']],
    ['coding', ['duration']],
    ['1h', ['category']],
    [': only a note', ['duration', 'category']],
    ['3 medium coding problems', ['duration', 'category']],
    ['1h coding', []],
  ])('%j lacks %j', (text, missing) => {
    const parse = readerOf()
    const line = parse(text)
    expect(line.missing).toEqual(missing)
    expect(line.session === null).toBe(missing.length > 0)
  })
})

describe('durations', () => {
  it.each([
    '90',
    '1h30',
    '1h 30m',
    '1 h 30 m',
    '1 h 30 min',
    '1h 30',
    '1H30M',
    '1:30',
    '1:30:00',
    '90m',
    '90 minutes',
    '1.5h',
    '1,5 h',
    '1 hour 30 minutes',
    '1 hour and 30 minutes',
    '90m0s',
  ])('reads %j', (typed) => {
    const parse = readerOf()
    for (const text of [`${typed} coding`, `coding ${typed}`, `coding ${typed} 2 hard: x`])
      expect(parse(text).session?.duration).toBe('1h30')
  })

  it.each([
    ['coding 7', 'or 7: 7m | 7h | at 07:00'],
    ['coding 18:30', 'or 18:30: 18h30 | 2026-11-23 18:30'],
    ['coding 7:30', 'or 7:30: 7h30 | at 07:30'],
    ['1:30 coding 2:15', 'or 2:15: 2h15 | at 02:15'],
    ['coding today 20', 'or 20: 20m | 20h'],
    ['coding 1h 1h', '? 1h 1h: “1h 1h” is not a duration. Write 90, 1h30, 1:30, 90m or 1.5h.'],
    ['1h coding 1h', '? 1h: “1h” is a second duration beside the 1 h of the line. Leave one out.'],
    ['coding 1.5', 'or 1.5: 1h30 | 1m30s'],
    ['coding 7.30', 'or 7.30: 7h18 | 7m18s | at 07:30'],
    ['coding 2 hrs 5', 'or 5: at 05:00'],
    ['coding 25h', '? 25h: A session can last 24 h at most; split it over two days.'],
    ['coding 0', '? 0: A duration must be above 0.'],
    ['coding -5', '? -5: A duration must be above 0.'],
    ['coding 1h90', '? 1h90: “1h90” has a part above 59. Write 2h30 for the sum.'],
    [
      'coding 1h 45m 2h',
      '? 1h 45m 2h: “1h 45m 2h” is not a duration. Write 90, 1h30, 1:30, 90m or 1.5h.',
    ],
    [
      '1h coding 30m',
      '? 30m: “30m” is a second duration beside the 1 h of the line. Leave one out.',
    ],
    ['1h coding 90', '? 90: It is not clear what “90” counts. Write a unit, as in 90m.'],
  ])('does not guess in %j', (text, said) => {
    const parse = readerOf()
    const line = parse(text)
    expect(told(line)).toContain(said)
    expect(line.session).toBeNull()
  })

  it('takes a number that is no hour of a clock for minutes', () => {
    const parse = readerOf()
    expect(parse('13 coding').session?.duration).toBe('13m')
    expect(parse('coding 15').session?.duration).toBe('15m')
    expect(parse('coding yesterday 25').session?.duration).toBe('25m')
    expect(parse('coding yesterday 24').session?.duration).toBe('24m')
  })

  it('takes "1h 30m ago" for when, not for how long', () => {
    const line = readerOf()('coding 1h 30m ago')
    expect(told(line)).toContain('time 1h 30m ago = Today, Tue 24 Nov, 09:00')
    expect(line.missing).toEqual(['duration'])
  })

  it('knows a time from a duration by what stands beside it', () => {
    const parse = readerOf()
    expect(parse('1:30 coding yesterday 18:30').session).toMatchObject({
      duration: '1h30',
      time: '18:30',
    })
    expect(parse('coding 09:30 45m').session).toMatchObject({
      duration: '45m',
      time: '09:30',
    })
    expect(parse('coding 1h 2h ago').session).toMatchObject({
      duration: '1h',
      time: '08:30',
    })
  })
})

describe('categories', () => {
  it.each([
    [
      'L6',
      'system-design',
      ['system design', 'System-Design', 'sys design', 'sd', 'design', 'syst'],
    ],
    ['L6', 'coding', ['coding', 'coding practice', 'cod', 'practice', 'cp', 'CODING']],
    [
      'L6',
      'stories',
      ['stories', 'story', 'behavioural', 'behavioral', 'behav stories', 'bs', 'st'],
    ],
    ['L6', 'deep-dives', ['deep dives', 'deep dive', 'dives', 'technical', 'tech', 'dd', 'tdd']],
    ['L7', 'strategic-thinking', ['strategic', 'strategy', 'st', 'strat think', 'thinking']],
    ['L7', 'architecture', ['architecture', 'arch', 'architecture design', 'ad', 'design']],
    ['L7', 'org-leadership', ['org', 'org leadership', 'organisational', 'ol', 'leadership']],
    ['L7', 'credibility', ['credibility', 'technical', 'tech cred', 'tc', 'crédibility']],
  ])('%s: %s by any of %j', (level, slug, phrases) => {
    const parse = readerOf({ level })
    for (const phrase of phrases)
      expect([phrase, parse(`45m ${phrase} yesterday`).session?.category]).toEqual([phrase, slug])
  })

  it.each([
    ['L6', '1h de', 'or de: system-design | deep-dives'],
    ['L7', '1h coding', 'or coding: credibility'],
    ['L7', '1h stories', 'or stories: strategic-thinking | org-leadership'],
    ['L7', '1h system design', 'or system design: architecture'],
    ['L6', '1h c', '? c: “c” is not understood. Put notes after a colon.'],
    ['L6', '1h codng', '? codng: “codng” is not understood. Put notes after a colon.'],
    [
      'L6',
      '1h coding stories',
      '? stories: Behavioural stories is a second category beside Coding practice. Leave one out.',
    ],
  ])('%s: does not guess in %j', (level, text, said) => {
    const parse = readerOf({ level })
    const line = parse(text)
    expect(told(line)).toContain(said)
    expect(line.session).toBeNull()
  })
})

describe('counts', () => {
  it.each([
    ['1 design problem', [['design-problem', 1]]],
    ['2 system design problems', [['design-problem', 2]]],
    ['1 design', [['design-problem', 1]]],
    [
      '3 medium, 1 hard',
      [
        ['coding-medium', 3],
        ['coding-hard', 1],
      ],
    ],
    [
      '3 medium coding problems and 1 easy one',
      [
        ['coding-easy', 1],
        ['coding-medium', 3],
      ],
    ],
    ['two mediums + 2x medium', [['coding-medium', 4]]],
    ['5 hard leetcode questions', [['coding-hard', 5]]],
    ['a paper', [['paper', 1]]],
    ['2 Papers', [['paper', 2]]],
    ['mock', [['mock-interview', 1]]],
    ['2 mock interviews', [['mock-interview', 2]]],
  ])('reads %j', (text, counts) => {
    const parse = readerOf()
    const expected = counts.map(([kind, n]) => ({ kind, n }))
    for (const line of [`sd 90m ${text}`, `${text} sd 90m`, `90m ${text} sd: 7 papers`])
      expect(parse(line).session).toMatchObject({
        counts: expected,
        category: 'system-design',
        duration: '1h30',
      })
  })

  it.each([
    ['medium', 'or medium: 1 medium'],
    ['papers', 'or papers: 1 paper'],
    ['mocks', 'or mocks: 1 mock interview'],
    ['5 coding problems', 'or 5 coding problems: 5 easy | 5 medium | 5 hard'],
    ['5 problems', 'or 5 problems: 5 design problems | 5 easy | 5 medium | 5 hard'],
    ['0 hard', '? 0 hard: Count 1 to 10,000 of a kind.'],
    ['10001 hard', '? 10001 hard: Count 1 to 10,000 of a kind.'],
    ['9999 hard 2 hard', '? 2 hard: Count 1 to 10,000 of a kind.'],
    ['1-2 papers', '? 1-2: “1-2” is not understood. Put notes after a colon.'],
  ])('does not guess in %j', (text, said) => {
    const parse = readerOf()
    const line = parse(`coding 1h ${text}`)
    expect(told(line)).toContain(said)
    expect(line.session).toBeNull()
  })

  it('does not take a duration for one: 45 minutes of design', () => {
    const parse = readerOf()
    expect(parse('45 design').session).toMatchObject({
      category: 'system-design',
      duration: '45m',
      counts: [],
    })
  })
})

describe('notes', () => {
  it.each([
    ['coding 1h: a: b 10:30', 'a: b 10:30'],
    ['coding 1h:x', 'x'],
    ['coding 1h :x', 'x'],
    ['coding 1h:  two spaces ', ' two spaces '],
    ['coding yesterday 19:00 1h: 7pm tomorrow', '7pm tomorrow'],
    ['coding 1h: Überblick 🧠\nsecond line', 'Überblick 🧠\nsecond line'],
    ['coding 1h: ', ''],
  ])('in %j', (text, note) => {
    const parse = readerOf()
    expect(parse(text).session?.note).toBe(note)
  })

  it('are asked for where a line is too long to be anything else', () => {
    const parse = readerOf()
    const text = 'word '.repeat(70)
    expect(parse(text).unknown).toEqual([
      {
        start: 0,
        end: 350,
        text,
        message: 'This is too long to be read. Put notes after a colon.',
      },
    ])
  })
})

it('every choice that is offered answers its question', () => {
  const parse = readerOf()
  const lines = [
    'coding 7',
    'coding 18:30',
    'coding 7.30',
    'coding 1h at 7 yesterday',
    'coding 1h 3/4',
    'coding 1h 12 dec',
    'coding 1h tuesday',
    'coding 1h 11pm',
    'coding 1h last night',
    'coding 1h yesterday midnight',
    'coding monday 7 to 8',
    '1h de',
    'coding 1h medium',
    'coding 1h 5 problems',
    'coding yesterday 20',
  ]
  for (const line of lines) {
    const { ambiguous } = parse(line)
    expect(ambiguous).toHaveLength(1)
    for (const { start, end, choices } of ambiguous) {
      expect(choices.length).toBeGreaterThan(0)
      for (const { replacement } of choices) {
        const answered = parse(line.slice(0, start) + replacement + line.slice(end))
        expect({ line, replacement, ...answered }).toMatchObject({ ambiguous: [], unknown: [] })
        expect(quickAdd.safeParse(answered).success).toBe(true)
      }
    }
  }
})
