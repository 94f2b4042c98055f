import type { ProfileInput } from '#contract/profile.ts'
import type { Count } from '#contract/sessions.ts'
import type { Seconds, StudyDay } from '#contract/units.ts'
import { addDays } from './days.ts'
import { DEMO_ILL_WEEK, DEMO_WEEKS, demoSlots, demoStart } from './demo-calendar.ts'
import { demoCounts, demoJournal } from './demo-journal.ts'
import type { DemoPlaybook } from './demo-material.ts'
import { demoMix } from './demo-mix.ts'
import { demoNotesOf } from './demo-notes.ts'
import { seededRandom } from './seeded-random.ts'
import { asSeconds, SECONDS_PER_MINUTE } from './units.ts'

/** One session of the sample data, with its start by the wall clock. */
export type DemoSession = Readonly<{
  /** Slug of a category of the playbook. */
  category: string
  date: StudyDay
  /** `HH:MM` */
  time: string
  durationS: Seconds
  counts: readonly Count[]
  note: string
}>

/** What sample data follows from; the same input gives the same data. The seed is any whole number. */
export type DemoInput = Readonly<{ playbook: DemoPlaybook; today: StudyDay; seed: number }>

const DAYS_TO_INTERVIEW = 63
/** The part of the sessions that have no note, as people skip it now and then. */
const SILENT_SHARE = 0.08

/** The profile that goes with the sample sessions: begun twelve weeks ago, the interview nine weeks ahead. */
export function demoProfile({ playbook, today }: Pick<DemoInput, 'playbook' | 'today'>) {
  return {
    name: 'Robin Vale',
    level: playbook.id,
    startDate: demoStart(today),
    interviewDate: addDays(today, DAYS_TO_INTERVIEW),
    weeklyHours: 15,
  } satisfies ProfileInput
}

/** What such a person would have stated where nothing is counted: 6 stories, 11 principles, half of the rest. */
export function demoStatedCounts(
  playbook: DemoPlaybook,
): readonly Readonly<{ milestone: string; stated: number }>[] {
  return playbook.milestones.flatMap(({ id, measure, target }) => {
    if (measure.kind === 'counts') return []
    const figures = { stories: 6, principles: 11, stated: Math.ceil((target?.min ?? 2) / 2) }
    return [{ milestone: id, stated: figures[measure.kind] }]
  })
}

/**
 * Twelve weeks of study that end the day before `today`, oldest first: 150 to 170 h of evenings and weekend blocks
 * with days of rest and a week of illness; too much of a favourite category early on and too little of one that is put
 * off; counts that grow and get harder. No two sessions overlap, and none runs past midnight.
 *
 * Works for any playbook: where a category's slug is unknown, its place in the plan decides and its tasks give the
 * notes.
 */
export function demoSessions({ playbook, today, seed }: DemoInput): readonly DemoSession[] {
  const random = seededRandom(seed)
  const slots = demoSlots(today, random)
  const mix = demoMix(slots, playbook.plan.categories, random)
  const journals = new Map(
    playbook.plan.categories.map((category) => [
      category.slug,
      demoJournal(demoNotesOf(category, playbook), random),
    ]),
  )
  const backAgain = slots.find(({ week }) => week > DEMO_ILL_WEEK)
  const weeksWithMock = new Set<number>()

  return slots.map((slot, index) => {
    const { week, minutes, isWeekend } = slot
    const category = mix[index] ?? ''
    const wantsMock = week > DEMO_ILL_WEEK && isWeekend && !weeksWithMock.has(week)
    const next = journals.get(category)
    const { work, text } = next?.(minutes, wantsMock) ?? { work: 'study', text: '' }
    if (work === 'mock') weeksWithMock.add(week)
    const isSilent = work !== 'mock' && random() < SILENT_SHARE
    return {
      category,
      date: slot.day,
      time: clockOf(slot.startMinute),
      durationS: asSeconds(minutes * SECONDS_PER_MINUTE),
      counts: demoCounts(work, minutes, week / (DEMO_WEEKS - 1), random),
      note: slot === backAgain ? `First session after the flu. ${text}` : isSilent ? '' : text,
    }
  })
}

function clockOf(minute: number): string {
  const digits = (value: number) => String(value).padStart(2, '0')
  return `${digits(Math.floor(minute / 60))}:${digits(minute % 60)}`
}
