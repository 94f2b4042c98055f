import { addDays } from '#domain/days.ts'
import { asStudyDay, isStudyDay } from '#domain/units.ts'

/** A moment as a clock on the wall shows it: `YYYY-MM-DD` and `HH:MM`. */
export type WallClock = Readonly<{ date: string; time: string }>

const minutesPerDay = 24 * 60

/** Minutes since midnight of `HH:MM`. */
function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** The moment so many whole minutes earlier on the same wall clock. */
export function minutesBefore(moment: WallClock, minutes: number): WallClock {
  if (!isStudyDay(moment.date)) return moment
  const total = minutesOf(moment.time) - minutes
  const days = Math.floor(total / minutesPerDay)
  const rest = total - days * minutesPerDay
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    date: addDays(moment.date, days),
    time: `${two(Math.floor(rest / 60))}:${two(rest % 60)}`,
  }
}

/**
 * The calendar date now. The study day lags behind it between midnight and the hour at which the study day starts.
 */
export function calendarDate(today: string, time: string, dayStartsAt: number): string {
  return minutesOf(time) < dayStartsAt * 60 ? addDays(asStudyDay(today), 1) : today
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The wall-clock time of an instant in a time zone, `HH:MM`; right across a change of clocks. */
export function timeAt(instantMs: number, timeZone: string): string {
  let clock = clocks.get(timeZone)
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    clocks.set(timeZone, clock)
  }
  return clock.format(instantMs)
}
