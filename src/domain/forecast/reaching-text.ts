import { formatDay, formatPercent } from '../readable.ts'
import type { Reaching } from './reaching.ts'

/** When something is reached, in words: `5 Jan 2027 to 3 Feb 2027`, `Not converging`. */
export function reachingText({ status, earliest, latest }: Reaching): string {
  switch (status) {
    case 'done':
      return 'Reached'
    case 'range':
      return [...new Set([earliest, latest])]
        .flatMap((day) => (day === null ? [] : [formatDay(day)]))
        .join(' to ')
    case 'open-ended':
      return `From ${earliest === null ? 'later on' : formatDay(earliest)}, late end open`
    case 'not-converging':
      return 'Not converging'
    case 'too-little':
      return 'Too little to tell'
    case 'undated':
      return 'No pace to tell from'
  }
}

const WHYS: Readonly<Record<Reaching['status'], string>> = {
  done: 'All that was planned is there.',
  range: 'Eight of ten courses lie between these days; one of ten is earlier, one later.',
  'open-ended': 'More than one of ten courses does not get there within two years.',
  'not-converging': 'Most courses do not get there within two years at this pace.',
  'too-little': 'Three whole weeks have to be logged first.',
  undated: 'It was stated and not counted, so there is no pace to go on.',
}

/** Why it is said so. */
export function reachingWhy({ status }: Reaching): string {
  return WHYS[status]
}

/** How many courses arrive before the interview: `62 % of the courses`; null where it cannot be said. */
export function inTimeText({ inTime }: Reaching): string | null {
  return inTime === null ? null : formatPercent(inTime).replace('.0', '')
}
