import { decimals, formatDay, formatLongDay, formatPercent } from '#domain/readable.ts'
import type { Profile } from '#contract/profile.ts'
import type { Cover, ReportData } from '../model.ts'
import { timeLeft } from './time-left.ts'

/** The first page: who prepares for which level, between which dates, and how fresh the data is. */
export function coverOf({ status, playbook, profile }: ReportData): Cover {
  const name = personName(profile)
  const { interviewDate } = status.profile
  return {
    overline: 'Readiness report',
    title: name === '' ? `Level ${status.level}` : name,
    subtitle:
      name === ''
        ? 'Preparation for an Amazon-style engineering-manager loop'
        : `Preparation for an Amazon-style loop at level ${status.level}`,
    facts: [
      { label: 'Target level', value: status.level },
      { label: 'Playbook', value: playbook.name, detail: `Version ${status.playbook.version}` },
      { label: 'Data as of', value: formatDay(status.today), detail: status.timeZone },
      { label: 'Start', value: formatDay(status.profile.startDate) },
      {
        label: 'Interview',
        value: interviewDate === null ? 'Not set' : formatDay(interviewDate),
        ...(interviewDate === null ? {} : { detail: weekday(formatLongDay(interviewDate)) }),
      },
      timeLeftFact(status),
    ],
    strip: status.allocation.map((row, category) => ({ share: row.plannedShare, category })),
    stripCaption: `The plan by share of study time: ${status.allocation.map((row) => `${row.name} ${formatPercent(row.plannedShare)}`).join(', ')}`,
    contentsTitle: 'Contents',
    note: disclaimer,
  }
}

/** The name on one line; empty where none is given. */
export function personName(profile: Profile): string {
  return profile.name.replaceAll(/\s+/g, ' ').trim()
}

/** Stands on the cover and in the appendix. */
export const disclaimer =
  'Loopready is not affiliated with Amazon. Shares, hours and targets are those of the playbook or your own; no company has set or confirmed them.'

function weekday(longDay: string): string {
  return longDay.split(',')[0] ?? longDay
}

/** The interview date stands beside it: days are told in weeks instead. */
function timeLeftFact(status: ReportData['status']): Cover['facts'][number] {
  const { value, detail } = timeLeft(status)
  const days = status.pace.daysLeft ?? 0
  return { label: 'Time left', value, detail: days > 0 ? `${decimals(days / 7, 1)} weeks` : detail }
}
