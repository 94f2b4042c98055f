import { describe, expect, it } from 'vitest'
import { opened, readerOf, told } from './lines-under-test.ts'

describe('days and times', () => {
  it.each([
    ['yesterday 7pm', '2026-11-23', '19:00'],
    ['7pm yesterday', '2026-11-23', '19:00'],
    ['yesterday, 7:15 pm,', '2026-11-23', '19:15'],
    ['yesterday at noon', '2026-11-23', '12:00'],
    ['yesterday 18:30', '2026-11-23', '18:30'],
    ['yesterday 07:30', '2026-11-23', '07:30'],
    ['yesterday 0:30', '2026-11-23', '00:30'],
    ['last friday', '2026-11-20', undefined],
    ['friday', '2026-11-20', undefined],
    ['on monday at 19:00', '2026-11-23', '19:00'],
    ['last tuesday', '2026-11-17', undefined],
    ['12 nov 18:30', '2026-11-12', '18:30'],
    ['nov 12', '2026-11-12', undefined],
    ['12th of november', '2026-11-12', undefined],
    ['fri 20 nov', '2026-11-20', undefined],
    ['20 nov 2025', '2025-11-20', undefined],
    ['1 may', '2026-05-01', undefined],
    ['2026-11-20', '2026-11-20', undefined],
    ['2026-11-20 19:00', '2026-11-20', '19:00'],
    ['2026-11-20T19:00', '2026-11-20', '19:00'],
    ['2026-11-20T19:00:00Z', '2026-11-20', '20:00'],
    ['20.11.2026', '2026-11-20', undefined],
    ['13/11', '2026-11-13', undefined],
    ['11/13', '2026-11-13', undefined],
    ['3 days ago', '2026-11-21', undefined],
    ['3 days ago 7pm', '2026-11-21', '19:00'],
    ['2h ago', '2026-11-24', '08:30'],
    ['half an hour ago', '2026-11-24', '10:00'],
    ['now', '2026-11-24', '10:30'],
    // 19:00 has not come yet, so only the morning is left.
    ['at 7', '2026-11-24', '07:00'],
    ['09:15', '2026-11-24', '09:15'],
    ['last night at 11', '2026-11-23', '23:00'],
    ['yesterday evening 7', '2026-11-23', '19:00'],
    ['this morning at 8', '2026-11-24', '08:00'],
  ])('%j is %s %s', (text, date, time) => {
    const parse = readerOf()
    const { session, unknown, ambiguous } = parse(`coding 1h ${text}`)
    expect({ unknown, ambiguous }).toEqual({ unknown: [], ambiguous: [] })
    expect([session?.date, session?.time]).toEqual([date, time])
  })

  it.each([
    ['at 7 yesterday', 'or at 7: at 07:00 | at 19:00'],
    ['yesterday 7', 'or 7: at 07:00 | at 19:00'],
    ['yesterday 7:30', 'or 7:30: at 07:30 | at 19:30'],
    ['7', 'or 7: at 07:00'],
    ['3/4', 'or 3/4: 2026-04-03 | 2026-03-04'],
    ['1/2/26', 'or 1/2/26: 2026-02-01 | 2026-01-02'],
    ['12 dec', 'or 12 dec: 2025-12-12'],
    ['29 feb', 'or 29 feb: 2024-02-29'],
    ['tuesday', 'or tuesday: 2026-11-24 | 2026-11-17'],
    ['at 11', 'or at 11: 2026-11-23 11:00 | 2026-11-23 23:00'],
    ['11pm', 'or 11pm: 2026-11-23 23:00'],
    ['18:30', 'or 18:30: 2026-11-23 18:30'],
    ['yesterday evening', 'or evening: at 18:00 | at 19:00 | at 20:00'],
    ['last night', 'or last night: 2026-11-23 21:00 | 2026-11-23 22:00 | 2026-11-23 23:00'],
    ['yesterday midnight', 'or midnight: at 00:00'],
    ['monday 7 to 8', 'or 7 to 8: 07:00-08:00 | 19:00-20:00'],
  ])('asks about %j', (text, question) => {
    const parse = readerOf()
    const line = parse(`coding 1h ${text}`)
    expect(told(line)).toContain(question)
    expect(line.session).toBeNull()
  })

  it.each([
    ['tomorrow', 'Wed 25 Nov is in the future. Log a session once it has begun.'],
    ['next friday', 'Fri 4 Dec is in the future. Log a session once it has begun.'],
    ['this friday', 'Fri 27 Nov is in the future. Log a session once it has begun.'],
    ['2026-11-25', 'Wed 25 Nov is in the future. Log a session once it has begun.'],
    ['today 7pm', 'Today, Tue 24 Nov, 19:00 is in the future. Log a session once it has begun.'],
    ['last week', '“last week” names no single day. Name one.'],
    ['november', '“november” names no single day. Name one.'],
    ['2026-02-30', '“2026-02-30” is no day of the calendar.'],
    ['31 nov', '“31 nov” is no day of the calendar.'],
    ['30/2', '“30/2” is no day of the calendar.'],
    ['99999999999h ago', '“99999999999h ago” is not understood. Put notes after a colon.'],
    ['800h ago', '“800h ago” names no single day. Name one.'],
    ['thu 20 nov', 'Fri 20 Nov is not a Thursday. Leave one of them out.'],
    ['yesterday 2026-11-20', '“2026-11-20” is a second date. Leave one out.'],
    ['yesterday 7pm 8pm', '“8pm” is a second time. Leave one out.'],
    ['yesterday morning 7pm', '“morning” does not go with 19:00.'],
    ['19:00 UTC yesterday', '“UTC” is not understood. Put notes after a colon.'],
    ['the day before yesterday', '“the day before” is not understood. Put notes after a colon.'],
    ['a few hours ago', '“a few hours ago” is not understood. Put notes after a colon.'],
  ])('says what is wrong with %j', (text, message) => {
    const parse = readerOf()
    const line = parse(`coding 1h ${text}`)
    expect(line.unknown.map((part) => part.message)).toContain(message)
    expect(line.session).toBeNull()
  })

  it.each([
    ['7-8:30pm yesterday', '19:00', '1h30'],
    ['from 7pm to 8pm yesterday', '19:00', '1h'],
    ['yesterday 9-5pm', '09:00', '8h'],
    ['yesterday 11pm-1am', '23:00', '2h'],
    ['yesterday 10:30-1:15', '10:30', '2h45'],
    ['yesterday 19:00-20:00 1h', '19:00', '1h'],
  ])('takes the duration from %j', (text, time, duration) => {
    const parse = readerOf()
    expect(parse(`coding ${text}`).session).toMatchObject({ time, duration })
  })

  it('asks which day "yesterday" is while the study day still runs after midnight', () => {
    const parse = readerOf({ at: '2026-11-24T00:30:00Z', dayStartsAt: 4 })
    expect(told(parse('coding 1h yesterday 7pm'))).toContain(
      'or yesterday: 2026-11-22 | 2026-11-23',
    )
    expect(parse('coding 1h monday 7pm').session?.date).toBe('2026-11-23')
    // Nor does a label say which of the two "yesterday" is.
    expect(told(parse('coding 1h monday 7pm'))).toContain('date monday = Mon 23 Nov')
  })
})

it('takes the nearer year around New Year', () => {
  const parse = readerOf({ at: '2027-01-02T09:30:00Z' })
  expect(told(parse('coding 1h 28 dec'))).toContain('date 28 dec = Mon 28 Dec 2026')
  expect(told(parse('coding 1h 1 may'))).toContain('or 1 may: 2026-05-01')
})

it('does not call a time the future while the day is open', () => {
  const line = readerOf()('coding 1h 3/4 7pm')
  expect(told(line)).toEqual([
    'category coding = Coding practice',
    'duration 1h = 1 h',
    'or 3/4: 2026-04-03 | 2026-03-04',
    'time 7pm = 19:00',
  ])
})

describe('changes of the clocks', () => {
  it('shows where a time in the missing hour goes, and logs it there', async () => {
    const { ask, parse } = await opened({ at: '2026-03-29T08:00:00Z' })
    const { chips, session } = await parse('coding 1h today 02:30')
    expect(chips.at(-1)?.label).toBe('03:30 (the clock skips 02:30)')
    if (!session) throw new Error('not understood')
    expect((await ask('sessions.log', session)).session.time).toBe('03:30')
  })

  it('takes the first of an hour that comes twice, as logging does', async () => {
    // 02:15 for the second time: 02:45 has been once.
    const { ask, parse } = await opened({ at: '2026-10-25T01:15:00Z' })
    const { session } = await parse('coding 1h 02:45')
    if (!session) throw new Error('not understood')
    expect((await ask('sessions.log', session)).session.startedAt).toBe('2026-10-25T00:45:00Z')
  })

  it.each([
    ['2026-03-29T08:00:00Z', 'today 01:00-04:00', '2h'],
    ['2026-10-25T08:00:00Z', 'today 01:00-04:00', '4h'],
    ['2026-10-24T08:00:00Z', 'today 01:00-04:00', '3h'],
  ])('at %s, %s lasts %s', (at, text, duration) => {
    const parse = readerOf({ at })
    expect(parse(`coding ${text}`).session?.duration).toBe(duration)
  })

  it.each([
    ['2026-03-29T08:00:00Z', '10 hours ago', '2026-03-28', '23:00'],
    ['2026-10-25T08:00:00Z', '10 hours ago', '2026-10-25', '00:00'],
    ['2026-03-29T08:00:00Z', 'yesterday 02:30', '2026-03-28', '02:30'],
  ])('at %s, %s is %s %s', (at, text, date, time) => {
    const parse = readerOf({ at })
    expect(parse(`coding 1h ${text}`).session).toMatchObject({ date, time })
  })
})

it('rests on the zone of the clock: the same moment is another day elsewhere', () => {
  const at = '2026-11-24T09:30:00Z'
  const dayIn = (zone: string) => readerOf({ at, zone })('coding 1h yesterday 7pm').session?.date
  expect(dayIn('Pacific/Kiritimati')).toBe('2026-11-23')
  expect(dayIn('Pacific/Pago_Pago')).toBe('2026-11-22')
})
