import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StudyDay } from '#contract/units.ts'
import { backupsToDrop, retention, type KeptBackup } from './backup-retention.ts'
import { addDays, startOfWeek } from './days.ts'

const first = '2026-01-01' as StudyDay

function daily(offset: number, time = '090000'): KeptBackup {
  const day = addDays(first, offset)
  return { id: `loopready-${day.replaceAll('-', '')}T${time}Z-daily.sqlite`, kind: 'daily', day }
}

/** By the newest day there is, where none is named. */
function kept(
  backups: readonly KeptBackup[],
  today = backups.reduce((day, one) => (one.day > day ? one.day : day), first),
) {
  const dropped = new Set(backupsToDrop(backups, today))
  return backups.filter(({ id }) => !dropped.has(id))
}

describe('which backups are kept', () => {
  it('keeps of a year of daily ones the last 7 days, 4 weeks and 12 months', () => {
    const days = kept(Array.from({ length: 365 }, (_, offset) => daily(offset))).map(
      ({ day }) => day,
    )
    expect(days.slice(-7)).toEqual(Array.from({ length: 7 }, (_, n) => addDays(first, 358 + n)))
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(12)
    // Of the weeks before this one their Sundays, of the months their last days.
    expect(days).toEqual(expect.arrayContaining(['2026-12-13', '2026-12-20', '2026-12-27']))
    expect(days).toContain('2026-11-30')
    expect(days.length).toBeLessThanOrEqual(retention.days + retention.weeks + retention.months)
  })

  it('drops nothing after a long pause: periods without a backup do not count', () => {
    const backups = [0, 100, 200, 300].map((offset) => daily(offset))
    expect(kept(backups)).toEqual(backups)
  })

  it('keeps all that were made by hand, and ten of each other kind', () => {
    const made = (kind: KeptBackup['kind'], n: number): KeptBackup => ({
      ...daily(n),
      id: `loopready-${String(n).padStart(4, '0')}-${kind}.sqlite`,
      kind,
    })
    const numbers = Array.from({ length: 25 }, (_, n) => n)
    expect(kept(numbers.map((n) => made('manual', n)))).toHaveLength(25)
    const imports = kept(numbers.map((n) => made('before-import', n)))
    expect(imports.map(({ id }) => id)).toEqual(
      numbers.slice(-10).map((n) => made('before-import', n).id),
    )
  })

  /** What there is after one daily backup on each of these days, in the order that they were made. */
  const after = (offsets: readonly number[]) =>
    offsets.reduce<readonly KeptBackup[]>((have, offset) => {
      const made = daily(offset)
      return kept([...have, made], made.day)
    }, [])
  const run = (from: number, days: number) => Array.from({ length: days }, (_, n) => from + n)
  const daysOf = (backups: readonly KeptBackup[]) => backups.map(({ day }) => day)

  it('fills the last days again where the clock was set back a year, and drops none that was there', () => {
    const before = after(run(400, 60))
    const left = after([...run(400, 60), ...run(34, 10)])
    expect(left).toEqual(expect.arrayContaining([...before]))
    expect(daysOf(left)).toEqual(
      expect.arrayContaining(run(37, 7).map((offset) => daily(offset).day)),
    )
  })

  it('keeps what it should after a week of a clock that was ten years ahead', () => {
    const ahead = run(4000, 7)
    const left = after([...run(0, 60), ...ahead, ...run(60, 30)])
    const usual = after(run(0, 90))
    expect(new Set(daysOf(left))).toEqual(
      new Set(daysOf([...usual, ...ahead.map((offset) => daily(offset))])),
    )
  })

  it('neither counts nor drops what is later than today', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 800 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 800 }),
        (offsets, now) => {
          const today = addDays(first, now)
          const backups = offsets.map((offset) => daily(offset))
          const past = backups.filter(({ day }) => day <= today)
          expect(new Set(backupsToDrop(backups, today))).toEqual(
            new Set(backupsToDrop(past, today)),
          )
        },
      ),
    )
  })

  it('never drops the newest of a day, week or month that is kept, and settles: a second look drops no more', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 9 })), {
          selector: String,
          maxLength: 60,
        }),
        (moments) => {
          const backups = moments.map(([offset, hour]) => daily(offset, `0${hour}0000`))
          const left = kept(backups)
          expect(kept(left)).toEqual(left)
          const newest = backups.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
          if (newest) expect(left).toContain(newest)
          const weeks = [...new Set(backups.map(({ day }) => startOfWeek(day)))]
            .toSorted()
            .slice(-4)
          for (const week of weeks)
            expect(left.some(({ day }) => startOfWeek(day) === week)).toBe(true)
        },
      ),
    )
  })
})
