import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CountKind } from '#contract/playbooks.ts'
import type { Session } from '#contract/sessions.ts'
import type { Instant } from '#contract/units.ts'
import { allocationDistanceOf, allocationOf } from '#domain/allocation.ts'
import { budgetOf } from '#domain/budget.ts'
import { addDays } from '#domain/days.ts'
import { elapsedOf } from '#domain/elapsed.ts'
import { milestoneRowOf } from '#domain/milestones.ts'
import { paceOf } from '#domain/pace.ts'
import { lastWeeks, streakOf } from '#domain/streaks.ts'
import { asSeconds, asStudyDay, secondsToHours } from '#domain/units.ts'
import { checklistProgressOf } from '#domain/checklist.ts'
import { metricsSummaryOf } from '#domain/metrics.ts'
import { loadPlaybooks } from '../playbooks/load.ts'
import { reportSectionOrder } from '#domain/report-contents.ts'
import type { ReportContents } from '#contract/report.ts'
import type { Profile } from '#contract/profile.ts'
import type { ReportData } from './model.ts'
import { sampleCareer } from './sample-career.ts'

/** The project's root, where `data/` and `resources/` are. */
export const assetsDir = path.resolve(fileURLToPath(import.meta.url), '../../../..')

export type Sample = Readonly<{
  level?: string
  name?: string
  interviewDate?: string | null
  /** How many sessions were logged before today, one a day at most. */
  sessions?: number
  /** How many stories there are, and all that hangs on them; none without. */
  stories?: number
  contents?: Partial<ReportContents>
  names?: ReportData['names']
  paper?: ReportData['paper']
}>

const today = asStudyDay('2026-11-24')
const notes = [
  'Rate limiter for a public API. Forgot hot keys; redo with a token bucket per shard.',
  'Two mediums on graphs, one hard on intervals.',
  '',
  'Rehearsed the migration story at two minutes; result still has no baseline.',
]

/** Report data made by the domain's own rules from the built-in playbooks: for tests and for looking at pages. */
export function sampleData({
  level = 'L6',
  name = 'Ada Lovelace',
  interviewDate = '2026-12-15',
  sessions: count = 84,
  stories: told = 0,
  contents: given = {},
  names = [],
  paper = 'A4',
}: Sample = {}): ReportData {
  const library = loadPlaybooks({
    builtInDir: path.join(assetsDir, 'data'),
    userDir: path.join(assetsDir, 'no-such-folder'),
  })
  const playbook = library.get(level)
  if (!playbook) throw new Error(`no playbook ${level}`)
  const slugs = playbook.plan.categories.map((category) => category.slug)
  const sessions = Array.from({ length: count }, (_, index) => sessionOf(index, level, slugs))
  const dates = {
    startDate: asStudyDay('2026-09-01'),
    interviewDate: interviewDate === null ? null : asStudyDay(interviewDate),
    today,
    weeklyHours: 15,
  }
  const plan = budgetOf(playbook.plan.categories, new Map())
  const elapsed = elapsedOf(
    dates,
    plan.reduce((sum, category) => sum + category.hours, 0),
  )
  const allocation = allocationOf(
    plan,
    sessions.map((session) => ({
      category: session.category,
      seconds: session.durationS,
      sessions: 1,
    })),
    elapsed,
  )
  const counts = new Map<CountKind, number>()
  for (const { kind, n } of sessions.flatMap((session) => session.counts))
    counts.set(kind, (counts.get(kind) ?? 0) + n)
  const seconds = sessions.reduce((sum, session) => sum + session.durationS, 0)
  const facts = {
    counts,
    ownTargets: new Map([['mock-interviews', 6]]),
    stated: new Map(count > 0 ? [['languages', 2]] : []),
  }
  const studied = sessions.map(({ studyDay, durationS }) => ({ day: studyDay, seconds: durationS }))
  const rules = { today, weeklyHours: dates.weeklyHours, weekStartsOn: 1 }
  const hoursOn = (day: string) =>
    secondsToHours(
      asSeconds(
        sessions
          .filter((session) => session.studyDay === day)
          .reduce((sum, session) => sum + session.durationS, 0),
      ),
    )
  const profile: Profile = {
    name,
    level,
    startDate: dates.startDate,
    interviewDate: dates.interviewDate,
    weeklyHours: dates.weeklyHours,
    theme: 'system',
    paper,
    dayStartsAt: 0,
    weekStartsOn: 1,
    idleAfterMinutes: 5,
    focusWorkMinutes: 0,
    focusBreakMinutes: 0,
    streaks: true,
  }
  const contents: ReportContents = {
    sections: [...reportSectionOrder],
    storyFormat: '2min',
    findings: false,
    aliases: names.length > 0,
    ...given,
  }
  const { following, ...career } = sampleCareer(library, {
    profile,
    stories: told,
    contents,
    sessions,
  })
  return {
    ...career,
    contents,
    names,
    playbookIsOwn: false,
    status: {
      level,
      playbook: { name: playbook.name, version: playbook.version },
      today,
      timeZone: 'Europe/Berlin',
      profile: {
        name,
        startDate: dates.startDate,
        interviewDate: dates.interviewDate,
        weeklyHours: dates.weeklyHours,
      },
      totals: {
        sessions: sessions.length,
        seconds,
        studyDays: new Set(sessions.map((session) => session.studyDay)).size,
        mappedSeconds: seconds,
      },
      allocation,
      allocationDistance: allocationDistanceOf(allocation),
      unmapped: [],
      pace: paceOf(allocation, dates),
      milestones: playbook.milestones.map((milestone) => milestoneRowOf(milestone, facts)),
      counts: [...counts].map(([kind, total]) => ({ kind, total })),
      week: Array.from({ length: 7 }, (_, index) => addDays(today, index - 6)).map((day) => ({
        day,
        hours: hoursOn(day),
      })),
      weeks: [...lastWeeks(studied, 12, rules)],
      checklist: checklistProgressOf([]),
      metrics: metricsSummaryOf([]),
      streak: streakOf(studied, rules),
      ...following,
    },
    playbook,
    profile,
    principles: library.principles,
    generatedAt: '2026-11-24T09:30:00Z',
    paper,
    sessions: sessions.slice(0, 30),
  }
}

/** The newest session has index 0. Lengths and categories follow from the index alone. */
function sessionOf(index: number, level: string, slugs: readonly string[]): Session {
  const place = [0, 1, 0, 2, 1, 0, 3, 1][index % 8] ?? 0
  const category = slugs[place % slugs.length] ?? ''
  const day = addDays(today, -index)
  const kinds: readonly (readonly Session['counts'][number][])[] = [
    [{ kind: 'design-problem', n: 1 }],
    [
      { kind: 'coding-medium', n: 3 },
      { kind: 'coding-hard', n: 1 },
    ],
    [],
    [{ kind: 'paper', n: 1 }],
  ]
  return {
    id: `0193${String(index).padStart(4, '0')}-0000-7000-8000-000000000000`,
    playbook: level,
    category,
    planCategory: category,
    studyDay: day,
    startedAt: `${day}T18:00:00Z` as Instant,
    timeZone: 'Europe/Berlin',
    date: day,
    time: '19:00',
    durationS: asSeconds(60 * (75 + ((index * 37) % 6) * 15)),
    counts: [...(kinds[place] ?? [])],
    note: notes[index % notes.length] ?? '',
  }
}
