import { describe, expect, it } from 'vitest'
import { suggestColumns } from './transfer-presets.ts'
import { OWN_COLUMNS } from './transfer-own.ts'

const suggestedFor = (headings: string) => {
  const { preset, columns, durationUnit } = suggestColumns(headings.split(','))
  return { preset: preset?.id ?? null, columns: columns.join(), durationUnit }
}

describe('the columns of a file', () => {
  it('of our own are known by their headings, whatever their case', () => {
    const headings = OWN_COLUMNS.map(({ heading }) => heading.toUpperCase())
    expect(suggestColumns(headings)).toEqual({
      preset: { id: 'loopready', name: 'Loopready' },
      columns: OWN_COLUMNS.map(({ field }) => field),
      durationUnit: null,
    })
  })

  it.each([
    [
      'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (USD)',
      'toggl',
      'ignore,ignore,ignore,category,note,note,ignore,date,time,end-date,end-time,duration,note,ignore',
    ],
    [
      'Description,Billable,Duration,Member,Email,Project,Client,Tags,Start date,Start time,Stop date,Stop time',
      'toggl',
      'note,ignore,duration,ignore,ignore,category,ignore,note,date,time,end-date,end-time',
    ],
    [
      'Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (EUR)',
      'clockify',
      'category,ignore,note,note,ignore,ignore,ignore,note,ignore,date,time,end-date,end-time,duration,ignore,ignore',
    ],
    [
      'Date,Start,End,Worked,Titles,Projects',
      'super-productivity',
      'date,time,ignore,duration,note,category',
    ],
    ['Day,Hours,Topic,Notes', 'spreadsheet', 'date,duration,category,note'],
    ['Datum,Von,Bis,Thema', 'spreadsheet', 'date,time,end-time,category'],
    ['Start,End,Project', 'spreadsheet', 'date,end-time,category'],
    ['Name,Phone', null, 'ignore,ignore'],
    ['Date,Notes', null, 'date,note'],
    ['Date,Date,Minutes,Minutes', 'spreadsheet', 'date,ignore,duration,ignore'],
  ])('%s: %s', (headings, preset, columns) => {
    expect(suggestedFor(headings)).toMatchObject({ preset, columns })
  })

  it.each([
    ['Date,Hours', 'hours'],
    ['Date,Minutes', 'minutes'],
    ['Date,Duration (min)', 'minutes'],
    ['Date,Duration', null],
  ])('%s: bare numbers are %s', (headings, durationUnit) => {
    expect(suggestedFor(headings).durationUnit).toBe(durationUnit)
  })
})
