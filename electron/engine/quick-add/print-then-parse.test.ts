import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { quickAdd } from '#contract/quick-add.ts'
import type { SessionInput } from '#contract/sessions.ts'
import { type CategoryNames, vocabularyOf } from '#domain/quick-add/categories.ts'
import { COUNT_KINDS, totalCounts } from '#domain/counts.ts'
import { formatDuration } from '#domain/duration.ts'
import { parseQuickAdd } from '#domain/quick-add/parse.ts'
import { printQuickAdd } from '#domain/quick-add/print.ts'
import { asSeconds } from '#domain/units.ts'
import { settableClock } from '../../../tests/support/engine.ts'
import type { Clock } from '../api.ts'
import { contextOf } from './handlers.ts'
import { library } from './lines-under-test.ts'

afterEach(() => vi.unstubAllEnvs())

/** Categories whose names are dates, counts and durations, or begin another's. */
const hostile: CategoryNames = {
  name: 'Hostile',
  plan: {
    categories: [
      'may',
      'friday',
      'paper',
      'mock-interview',
      'hard',
      'today',
      'two',
      'design-problem',
      'noon-talks',
      'noon',
      'last-night',
      'yesterday-2',
      'min',
    ]
      .map((slug) => ({ slug, name: `The ${slug} of it` }))
      // One that is called what another is named by.
      .concat({ slug: 'talks', name: 'Noon talks' }),
  },
  mappings: [],
}
const books: readonly CategoryNames[] = [
  ...['L6', 'L7'].flatMap((id) => library.get(id) ?? []),
  hostile,
].map(({ name, plan: { categories }, mappings }) => ({
  name,
  // Only what a line is read by, so that a counterexample fits on a screen.
  plan: {
    categories: categories.map((category) => ({ slug: category.slug, name: category.name })),
  },
  mappings,
}))

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Pacific/Apia',
  'Africa/Casablanca',
]

const moment = fc.record({
  nowMs: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
  zone: fc.constantFrom(...zones),
  dayStartsAt: fc.integer({ min: 0, max: 6 }),
})

function clockOf({ nowMs, zone }: Readonly<{ nowMs: number; zone: string }>): Clock {
  return settableClock(new Date(nowMs).toISOString(), zone).clock
}

/** A session whose start has come: so far before now that no time zone makes it the future. */
const session = fc
  .record({
    book: fc.constantFrom(...books),
    pick: fc.nat(),
    seconds: fc.oneof(
      fc.integer({ min: 1, max: 86_400 }),
      fc.integer({ min: 1, max: 288 }).map((n) => n * 300),
    ),
    daysAgo: fc.option(fc.integer({ min: 2, max: 800 }), { nil: undefined }),
    time: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
      { nil: undefined },
    ),
    counts: fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom(...COUNT_KINDS),
        n: fc.oneof(fc.constantFrom(1, 2, 10), fc.integer({ min: 1, max: 10_000 })),
      }),
      { selector: ({ kind }) => kind, maxLength: 6 },
    ),
    note: fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        ':',
        '10:30',
        ': at 7',
        '7pm: 2 papers\nsecond line',
        'Überblick 🧠',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    ),
  })
  .map(({ book, pick, seconds, daysAgo, time, ...rest }) => ({
    book,
    daysAgo,
    // A time without a day would be of today, and may not have come.
    time: daysAgo === undefined ? undefined : time,
    input: {
      ...rest,
      duration: formatDuration(asSeconds(seconds)),
      category: book.plan.categories[pick % book.plan.categories.length]?.slug ?? '',
    },
  }))

describe('print, then parse', () => {
  it('gives the same session: at any moment, in any zone, of any playbook', () => {
    fc.assert(
      fc.property(moment, session, (at, { book, daysAgo, time, input }) => {
        const clock = clockOf(at)
        const date =
          daysAgo === undefined
            ? undefined
            : new Date(at.nowMs - daysAgo * 86_400_000).toISOString().slice(0, 10)
        const given: SessionInput = {
          ...input,
          ...(date === undefined ? {} : { date }),
          ...(time === undefined ? {} : { time }),
        }
        const line = printQuickAdd(given)
        const read = parseQuickAdd(line, contextOf(clock, at.dayStartsAt, vocabularyOf(book)))
        expect({ line, unknown: read.unknown, ambiguous: read.ambiguous }).toEqual({
          line,
          unknown: [],
          ambiguous: [],
        })
        expect(read.session).toEqual({
          ...given,
          counts: Array.from(totalCounts(input.counts), ([kind, n]) => ({ kind, n })),
        })
      }),
      { numRuns: 600 },
    )
  })

  it('writes a line that a person would', () => {
    const typed = {
      category: 'system-design',
      duration: '90',
      date: '2026-11-23',
      time: '19:00',
      counts: [
        { kind: 'coding-hard', n: 1 },
        { kind: 'design-problem', n: 2 },
      ],
      note: 'URL shortener',
    } as const
    expect(printQuickAdd({ ...typed, counts: [...typed.counts] })).toBe(
      '1h30 system design 2026-11-23 at 19:00 2 design problems 1 hard: URL shortener',
    )
    expect(printQuickAdd({ category: 'coding', duration: '45m' })).toBe('45m coding')
  })
})

const word = fc.constantFrom(
  ...'coding sd stories deep dive 1h 90 7 1:30 18:30 45m 1.5 yesterday friday 12 nov 2026-11-20 3/4 at 7pm last'.split(
    ' ',
  ),
  ...'night tomorrow 3 medium hard 1 design problem papers mock interview ago and , ; - foo İx ﬁ 🧠 10-12 7-8pm'.split(
    ' ',
  ),
  ...'2h noon midnight week 30/2 99999999999999999999 -5 １９ \t : in a the of UTC 20.11. (2) "x"'.split(
    ' ',
  ),
)
const line = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  fc.array(word, { maxLength: 8 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

describe('whatever is typed', () => {
  it('comes back as parts that are what was typed, share no letter, and leave no word out', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...books), line, (at, book, text) => {
        const read = parseQuickAdd(text, contextOf(clockOf(at), at.dayStartsAt, vocabularyOf(book)))
        expect(quickAdd.safeParse(read).error).toBeUndefined()
        const parts = [...read.chips, ...read.unknown, ...read.ambiguous].toSorted(
          (a, b) => a.start - b.start,
        )
        let end = 0
        let between = ''
        for (const part of parts) {
          expect({ text, part }).toEqual({
            text,
            part: { ...part, text: text.slice(part.start, part.end) },
          })
          expect(part.end).toBeGreaterThan(part.start)
          expect({ text, parts, ok: part.start >= end }).toEqual({ text, parts, ok: true })
          between += ` ${text.slice(end, part.start)} `
          end = part.end
        }
        between += text.slice(end)
        const dropped = between
          .split(/[\s\p{P}\p{S}\p{C}]+/u)
          .filter((left) => !/^(?:and|with|of|for|on|in|plus|)$/i.test(left))
        expect({ text, dropped }).toEqual({ text, dropped: [] })
        expect(read.session === null).toBe(
          read.unknown.length + read.ambiguous.length + read.missing.length > 0,
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('reads the same head whatever the note is', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 10 }),
        fc.string({ unit: 'binary' }),
        (words, note) => {
          const head = words.filter((part) => part !== ':').join(' ')
          const [book] = books
          if (!book) throw new Error('no playbook')
          const clock = clockOf({ nowMs: Date.UTC(2026, 10, 24, 9, 30), zone: 'Europe/Berlin' })
          const read = (text: string) =>
            parseQuickAdd(text, contextOf(clock, 0, vocabularyOf(book)))
          const { chips, session, ...plain } = read(head)
          const noted = read(`${head}: ${note}`)
          expect(noted.chips.filter(({ kind }) => kind !== 'note')).toEqual(chips)
          expect(noted).toMatchObject(plain)
          expect(noted.session).toEqual(session && { ...session, note })
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the time zone of the computer', () => {
  const lines = [
    'coding 1h yesterday 7pm',
    'coding 1h last friday',
    'coding 1h 3 days ago 02:30',
    'coding 1h 5 hours ago',
    'coding 1h now',
    'coding 1h monday at 9:15 am',
    'coding 1h 12 feb 18:30',
    'coding 1h 2026-02-20T10:00:00Z',
    'coding 1h a week ago',
    'coding 1h today 00:05',
  ]
  // Moments around changes of clocks, and in the hours around midnight, where a slip would be a day.
  const moments = [
    '2026-03-29T00:30:00Z',
    '2026-03-29T01:30:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-03-08T07:30:00Z',
    '2026-11-01T05:30:00Z',
    '2026-04-05T03:30:00Z',
    '2026-09-06T04:30:00Z',
    '2026-06-15T23:30:00Z',
    '2026-12-31T22:59:00Z',
  ]

  it.each(zones)('does not matter in %s', (zone) => {
    const [book] = books
    if (!book) throw new Error('no playbook')
    const vocabulary = vocabularyOf(book)
    for (const now of moments) {
      const readIn = (computer: string) => {
        vi.stubEnv('TZ', computer)
        const { clock } = settableClock(now, zone)
        return lines.map((text) => parseQuickAdd(text, contextOf(clock, 0, vocabulary)))
      }
      const expected = readIn('UTC')
      for (const computer of zones)
        expect({ now, computer, read: readIn(computer) }).toEqual({ now, computer, read: expected })
    }
  })
})
