import { useCall } from '../../bridge/queries.ts'
import { calendarDate, type WallClock } from './wall-clock.ts'

/** How often the start on show follows the clock, in milliseconds. */
const followsEveryMs = 20_000

/** What the engine takes as now; undefined until it is read. */
export function useNow(): WallClock | undefined {
  const { data } = useCall('profile.get', {}, { everyMs: followsEveryMs })
  if (data === undefined) return undefined
  return {
    date: calendarDate(data.today, data.time, data.profile?.dayStartsAt ?? 0),
    time: data.time,
  }
}
