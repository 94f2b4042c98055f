import Sqlite from 'better-sqlite3'
import type { Status } from '#contract/plan.ts'
import type { Profile } from '#contract/profile.ts'
import type { Session } from '#contract/sessions.ts'
import { storyParts } from '#contract/story.ts'
import { checklistHandlers } from '../checklist/handlers.ts'
import { evidenceHandlers } from '../evidence/handlers.ts'
import type { WriteContext } from '../handlers.ts'
import { metricsHandlers } from '../metrics/handlers.ts'
import { mockHandlers } from '../mocks/handlers.ts'
import type { PlaybookLibrary } from '../playbooks/load.ts'
import { profileHandlers } from '../profile/handlers.ts'
import { rehearsalHandlers } from '../rehearsals/handlers.ts'
import { scopeHandlers } from '../scope/handlers.ts'
import { writeRow } from '../sessions/store.ts'
import { writable } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { storyHandlers } from '../stories/handlers.ts'
import { reportData } from './data.ts'
import type { ReportData } from './model.ts'

export type Career = Pick<
  ReportData,
  'readiness' | 'checklist' | 'metrics' | 'scope' | 'coverage' | 'due' | 'mocks' | 'stories'
> &
  Readonly<{ following: Pick<Status, 'readiness' | 'next' | 'forecast'> }>

type Wish = Readonly<{
  profile: Profile
  stories: number
  contents: ReportData['contents']
  sessions: readonly Session[]
}>

const titles = [
  'Moved the checkout off the monolith without a freeze',
  'Twelve hours without orders, and what we changed after it',
  'Said no to a rewrite that everybody wanted',
  'Hired a team of nine in a market that had none',
  'Cut the cost of the search cluster by a third',
]
const employers = ['Northwind Traders', 'Blue Heron GmbH']
const sentences =
  'The checkout ran in one process with forty other things, and every release stopped all of them. I wrote down what a release had cost in the last year and took the three worst to the directors. Two of them wanted a freeze of six months. I proposed to move one route a week behind a switch, and to stop whenever an error budget was spent. We moved nineteen routes in five months and stopped twice. Helen Brandt, who had asked for the freeze, later asked for the same plan for billing.'

const known = new Map<string, Career>()

/** What the engine answers about evidence, stories and practice, from its own handlers on a database in memory. */
export function sampleCareer(library: PlaybookLibrary, wish: Wish): Career {
  const { level, interviewDate } = wish.profile
  const key = JSON.stringify([
    level,
    interviewDate,
    wish.stories,
    wish.contents,
    wish.sessions.length,
  ])
  const career = known.get(key) ?? madeCareer(library, wish)
  known.set(key, career)
  return career
}

function madeCareer(library: PlaybookLibrary, wish: Wish): Career {
  const connection = new Sqlite(':memory:')
  migrate(connection, () => {})
  let made = 0
  const context: WriteContext = {
    db: writable(connection),
    clock: { nowMs: () => Date.parse('2026-11-24T09:30:00Z'), timeZone: () => 'Europe/Berlin' },
    library,
    home: { dataDir: '', passphraseWork: 4, viewing: { stop: () => {} } as never, tell: () => {} },
    newId: () => `01930000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`,
    continues: false,
  }
  profileHandlers['profile.save'](context, wish.profile)
  for (const session of wish.sessions)
    writeRow(
      context.db,
      {
        id: session.id,
        playbook: session.playbook,
        category: session.category,
        study_day: session.studyDay,
        started_at: session.startedAt,
        time_zone: session.timeZone,
        duration_s: session.durationS,
        note: session.note,
      },
      session.counts,
      session.startedAt,
    )
  if (wish.stories > 0) fill(context, wish.stories)
  const { status, readiness, checklist, metrics, scope, coverage, due, mocks, stories } =
    reportData(context, wish.contents, undefined)
  connection.close()
  const { readiness: summary, next, forecast } = status
  const following = { readiness: summary, next, forecast }
  return { following, readiness, checklist, metrics, scope, coverage, due, mocks, stories }
}

function fill(context: WriteContext, count: number): void {
  const principles = context.library.principles.map(({ id }) => id)
  const at = (list: readonly string[], index: number) => list[index % list.length] ?? ''
  const ids = Array.from({ length: count }, (_, index) => {
    const { evidence } = evidenceHandlers['evidence.save'](context, {
      figure: {
        metric: 'Releases that had to be rolled back',
        baseline: 18,
        achieved: 4,
        target: 6,
        unit: '%',
        period: 'Q2 2026',
        source: 'Release board, July review',
      },
    })
    const { story } = storyHandlers['stories.create'](context, {
      content: {
        title: index < titles.length ? at(titles, index) : `${at(titles, index)}, part ${index}`,
        level: 'L6',
        primaryPrinciple: at(principles, index * 3),
        secondaryPrinciples: [at(principles, index * 3 + 1), at(principles, index * 3 + 2)],
        archetype: 'transformation',
        when: { from: '2025-03', to: '2025-11' },
        employer: at(employers, index),
        role: 'Engineering manager',
        peopleLed: 24,
        peopleAffected: 140,
        teams: 3,
        budgetUsd: 1_200_000,
        durationMonths: 9,
        highestStakeholder: 'director',
        results: [evidence.id],
        parts: Object.fromEntries(storyParts.map((part) => [part, sentences])),
        formats: index % 3 === 2 ? {} : { '2min': `${sentences}\n\n${sentences}` },
      },
    })
    if (index % 4 !== 3)
      storyHandlers['stories.setStatus'](context, { id: story.id, status: 'ready' })
    return story.id
  })
  const { groups } = checklistHandlers['checklist.get'](context, {})
  groups
    .flatMap(({ items }) => items)
    .forEach(({ item }, index) => {
      if (index % 3 === 0) return
      checklistHandlers['checklist.update'](context, {
        item,
        state: index % 3 === 1 ? 'partial' : 'shown',
        ...(index % 4 === 1 ? { confidence: 4 } : {}),
        ...(index % 3 === 2
          ? {
              proofs: [
                index % 2 === 0
                  ? { kind: 'story', story: at(ids, index % 3) }
                  : { kind: 'text', text: 'Promotion paper of 2025, page 3' },
              ],
            }
          : {}),
      })
    })
  metricsHandlers['metrics.get'](context, {}).groups.forEach(({ indicators }) =>
    indicators.forEach((row, index) => {
      if (index % 2 === 0 && row.kind === 'numeric')
        metricsHandlers['metrics.save'](context, {
          indicator: row.id,
          value: String(row.threshold),
          period: 'First half of 2026',
          source: 'Operations review of Blue Heron GmbH',
        })
    }),
  )
  scopeHandlers['scope.save'](context, {
    figures: scopeHandlers['scope.get'](context, {})
      .dimensions.flatMap(({ figures }) => figures)
      .slice(0, 3)
      .map(({ quantity, bands }) => ({ quantity, value: bands[0]?.min ?? 1 })),
  })
  for (const [index, story] of ids.slice(0, 3).entries())
    if (index !== 3)
      rehearsalHandlers['rehearsals.save'](context, {
        story,
        format: '2min',
        startedAt: '2026-11-20T18:00:00Z' as never,
        parts: storyParts.map((part) => ({ part, ms: 18_000 + index * 1000 })),
      })
  mockHandlers['mocks.save'](context, {
    mock: {
      type: 'bar-raiser',
      date: '2026-11-18' as never,
      interviewer: 'Helen Brandt',
      overall: 4,
      selfOverall: 3,
      principles: [
        { principle: at(principles, 0), rating: 4, selfRating: 3, evidence: '' },
        { principle: at(principles, 3), rating: 2, selfRating: 3, evidence: '' },
      ],
      technical: { problemSolving: null, code: null, design: 4, communication: 4 },
      questions: [],
      strengths: '',
      improvements: '',
      nextFocus: 'Say the result first, and leave out how the meeting went.',
    },
  })
}
