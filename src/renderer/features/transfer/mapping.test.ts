import { describe, expect, it } from 'vitest'
import type { TransferMapping, TransferQuestion } from '#contract/transfer.ts'
import {
  askedAlso,
  hasAnswers,
  namePlaces,
  nothingAsked,
  openAnswers,
  rowsToWrite,
  withColumn,
  withName,
  type Preview,
} from './mapping.ts'

const mapping: TransferMapping = {
  columns: ['date', 'duration', 'category'],
  dateOrder: 'dmy',
  durationUnit: 'hours',
  timeZone: null,
  categories: [],
}

const preview: Preview = {
  ready: false,
  questions: [],
  categories: [
    { value: 'Coding', rows: 9, category: 'coding', known: true },
    { value: 'Deep', rows: 2, category: null, known: false },
    { value: '', rows: 5, category: null, known: false },
    { value: 'Lunch', rows: 1, category: null, known: true },
  ],
  counts: { rows: 17, new: 9, changed: 3, duplicate: 0, skipped: 1, rejected: 0, open: 7 },
  sessions: 9,
  seconds: 3600,
  overlaps: { rows: 0, examples: [] },
  importedBefore: null,
  total: 0,
  rows: [],
}

const questions: readonly TransferQuestion[] = [
  { kind: 'date-order', message: 'Which?', orders: [] },
  { kind: 'category', message: 'Where?', value: 'Deep', rows: 2, suggestion: 'deep-dives' },
  { kind: 'category', message: 'Where?', value: '', rows: 5, suggestion: null },
]

describe('the columns of a mapping', () => {
  it('forget the order of the dates with the date column, and the unit with the durations', () => {
    expect(withColumn(mapping, 0, 'ignore')).toMatchObject({
      dateOrder: null,
      durationUnit: 'hours',
    })
    expect(withColumn(mapping, 2, 'duration')).toMatchObject({
      dateOrder: 'dmy',
      durationUnit: null,
    })
    expect(withColumn(mapping, 2, 'note')).toEqual({
      ...mapping,
      columns: ['date', 'duration', 'note'],
    })
  })
})

describe('questions', () => {
  const asked = askedAlso(nothingAsked, questions)

  it('stay in sight once they are answered', () => {
    const later = askedAlso(asked, [])
    expect(later).toEqual(asked)
    expect(hasAnswers({ ...preview, categories: [] }, later)).toBe(true)
    expect(hasAnswers({ ...preview, categories: [] }, nothingAsked)).toBe(false)
  })

  it('are never answered by the suggestion', () => {
    expect(namePlaces(mapping, preview, asked)).toEqual([
      { value: '', rows: 5, place: undefined, suggestion: null },
      { value: 'Deep', rows: 2, place: undefined, suggestion: 'deep-dives' },
      { value: 'Coding', rows: 9, place: 'coding', suggestion: null },
      { value: 'Lunch', rows: 1, place: null, suggestion: null },
    ])
    expect(openAnswers({ ...mapping, dateOrder: null }, preview, asked)).toEqual({
      order: true,
      unit: false,
      names: new Set(['', 'Deep']),
    })
  })

  it('are closed by an answer, also by leaving rows out', () => {
    const answered = withName(withName(mapping, 'Deep', 'deep-dives'), '', null)
    expect(openAnswers(answered, preview, asked).names).toEqual(new Set())
    expect(withName(answered, 'Deep', null).categories).toEqual([
      { value: '', category: null },
      { value: 'Deep', category: null },
    ])
  })
})

describe('the rows that are written', () => {
  it('are the new ones, and the changed ones where they replace', () => {
    expect([rowsToWrite(preview, 'keep'), rowsToWrite(preview, 'replace')]).toEqual([9, 12])
  })
})
