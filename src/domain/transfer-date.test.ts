import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import { formatDay } from './readable.ts'
import {
  ambiguousDate,
  dayByOrder,
  NO_EVIDENCE,
  provenOrder,
  readDate,
  withDate,
} from './transfer-date.ts'
import { asStudyDay } from './units.ts'

const anyDay = fc.nat(20_000).map((days) => addDays(asStudyDay('1990-01-01'), days))
const parts = (day: string) => day.split('-')

describe('a date as written', () => {
  it.each([
    '2026-08-12',
    '2026/8/12',
    '2026.08.12',
    '20260812',
    '12 Aug 2026',
    '12. August 2026',
    'Aug 12, 2026',
    'August 12th 2026',
    '12-Aug-26',
    'Wed, 12 Aug 2026',
    'Wednesday, August 12, 2026',
  ])('is certain where the year leads or the month is a word: %s', (text) => {
    expect(readDate(text)).toEqual({ kind: 'day', day: '2026-08-12' })
  })

  it.each([
    ['08/12/2026', { mdy: '2026-08-12', dmy: '2026-12-08' }],
    ['12.8.2026', { mdy: '2026-12-08', dmy: '2026-08-12' }],
    ['13-08-2026', { dmy: '2026-08-13' }],
    ['08/13/26', { mdy: '2026-08-13' }],
    ['10-11-12', { ymd: '2010-11-12', mdy: '2012-10-11', dmy: '2012-11-10' }],
    ['29.02.2028', { dmy: '2028-02-29' }],
  ])('keeps every order in which %s is a day', (text, days) => {
    expect(readDate(text)).toEqual({ kind: 'by-order', days })
  })

  it.each([
    '',
    'tomorrow',
    '2026-02-29',
    '32/13/2026',
    '1/2',
    '1/2/3',
    '12/08.2026',
    '2026-08-12 - 2026-08-14',
    '46000',
    '12 Foo 2026',
    '0000-01-01',
  ])('is none where it is no day of the calendar: %s', (text) => {
    expect(readDate(text)).toEqual({ kind: 'none' })
  })

  it('is none where a cell is very long', () => {
    expect(readDate('9'.repeat(1_000_000))).toEqual({ kind: 'none' })
  })

  it('reads back whatever day it is written for, in its order', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('/', '.', '-'), (day, sign) => {
        const [year = '', month = '', date = ''] = parts(day)
        const read = (list: string[]) => readDate(list.join(sign))
        expect(dayByOrder(read([year, month, date]), 'ymd')).toBe(day)
        expect(dayByOrder(read([month, date, year]), 'mdy')).toBe(day)
        expect(dayByOrder(read([date, month, year]), 'dmy')).toBe(day)
        expect(readDate(formatDay(day))).toEqual({ kind: 'day', day })
      }),
    )
  })
})

describe('the order of the dates of a file', () => {
  const evidenceOf = (...texts: string[]) =>
    texts.reduce(
      (evidence, text, index) => withDate(evidence, readDate(text), { line: index + 2, text }),
      NO_EVIDENCE,
    )

  it.each([
    [['03/04/2026', '13/04/2026'], 'dmy'],
    [['03/04/2026', '04/13/2026'], 'mdy'],
    [['31.01.26', '26.01.31'], null],
    [['99-10-13', '26-01-02'], 'ymd'],
    [['13/04/2026', '04/13/2026'], null],
  ])('is proven when all of %j fit one order only: %s', (texts, order) => {
    expect(provenOrder(evidenceOf(...texts))).toBe(order)
  })

  it('is asked for, with the first date that can be read in two orders', () => {
    const evidence = evidenceOf('05/05/2026', '03/04/2026', '05/06/2026')
    expect(provenOrder(evidence)).toBeNull()
    expect(ambiguousDate(evidence)).toEqual({ line: 3, text: '03/04/2026' })
  })

  it('does not matter where every date is the same day in each order that is left', () => {
    const evidence = evidenceOf('05/05/2026', '2026-01-13', '12/12/2026')
    expect(provenOrder(evidence)).not.toBeNull()
    expect(ambiguousDate(evidence)).toBeNull()
  })

  it('is never proven wrong: the order that a file is written in is proven or among those asked for', () => {
    fc.assert(
      fc.property(
        fc.array(anyDay, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('mdy' as const, 'dmy' as const),
        (days, order) => {
          const texts = days.map((day) => {
            const [year, month, date] = parts(day)
            return (order === 'mdy' ? [month, date, year] : [date, month, year]).join('/')
          })
          const evidence = evidenceOf(...texts)
          expect(evidence.orders).toContain(order)
          const proven = provenOrder(evidence)
          if (proven === null) return
          expect(texts.map((text) => dayByOrder(readDate(text), proven))).toEqual(days)
        },
      ),
    )
  })
})
