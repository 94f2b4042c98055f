import type { ReportContents } from '#contract/report.ts'
import { openFindings } from '#domain/level-check/check.ts'
import { checklistHandlers } from '../checklist/handlers.ts'
import { coverageHandlers } from '../coverage/handlers.ts'
import { readEvidence } from '../evidence/store.ts'
import type { ReadContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { metricsHandlers } from '../metrics/handlers.ts'
import { mockHandlers } from '../mocks/handlers.ts'
import { requirePlaybook } from '../plan/status.ts'
import { planCategories } from '../profile/plan-category.ts'
import { requireProfile } from '../profile/store.ts'
import { readinessHandlers } from '../readiness/handlers.ts'
import { wholeStatusOf } from '../readiness/status.ts'
import { rehearsalHandlers } from '../rehearsals/handlers.ts'
import { scopeHandlers } from '../scope/handlers.ts'
import { notTrashed } from '../sessions/conditions.ts'
import { listRows, sessionsOf } from '../sessions/store.ts'
import { levelCheckHandlers } from '../stories/check.ts'
import { readStorySettings } from '../stories/settings.ts'
import { readStories } from '../stories/store.ts'
import { replacedNames } from './aliases.ts'
import type { Paper, ReportData, ReportStory } from './model.ts'

/** How many of the latest sessions the practice log of a report shows. */
const logged = 30

/** All that the report says, as the engine's own calls answer it at one moment. */
export function reportData(
  context: ReadContext,
  contents: ReportContents,
  paper: Paper | undefined,
): ReportData {
  const { db, clock, library } = context
  const profile = requireProfile(db)
  const { sections } = contents
  return {
    status: wholeStatusOf(context),
    playbook: requirePlaybook(library, profile.level),
    playbookIsOwn: library.fileOf(profile.level) !== undefined,
    profile,
    principles: library.principles,
    generatedAt: wallClockNow(clock, profile.dayStartsAt).startedAt,
    paper: paper ?? profile.paper,
    contents,
    readiness: readinessHandlers['readiness.get'](context, {}),
    checklist: checklistHandlers['checklist.get'](context, {}),
    metrics: metricsHandlers['metrics.get'](context, {}),
    scope: scopeHandlers['scope.get'](context, {}),
    coverage: coverageHandlers['coverage.get'](context, {}),
    due: rehearsalHandlers['rehearsals.due'](context, {}),
    mocks: mockHandlers['mocks.list'](context, {}),
    stories: sections.includes('stories') ? storiesOf(context, contents) : [],
    sessions: sections.includes('practice-log')
      ? sessionsOf(db, listRows(db, notTrashed, 0, logged), planCategories(context))
      : [],
    names: contents.aliases
      ? replacedNames(context).map(({ name, alias }) => ({ name, alias }))
      : [],
  }
}

const byStatus = { rehearsed: 0, ready: 1, draft: 2, retired: 3 } as const

/** The stories that are not retired: those that can be told first, each group by title. */
function storiesOf(context: ReadContext, { findings }: ReportContents): readonly ReportStory[] {
  const { db } = context
  const figures = new Map(
    readEvidence(db).flatMap(({ deletedAt, ...figure }) =>
      deletedAt === null ? [[figure.id, figure] as const] : [],
    ),
  )
  const checks = new Map(
    findings
      ? levelCheckHandlers['stories.checkAll'](context, {}).map((check) => [check.id, check])
      : [],
  )
  const { wordsPerMinute } = readStorySettings(db)
  return readStories(db)
    .filter(({ status }) => status !== 'retired')
    .toSorted(
      (a, b) =>
        byStatus[a.status] - byStatus[b.status] ||
        compare(a.title.toLowerCase(), b.title.toLowerCase()) ||
        compare(a.id, b.id),
    )
    .map((story) => {
      const check = checks.get(story.id)
      return {
        story,
        figures: story.results.flatMap((id) => figures.get(id) ?? []),
        findings: check === undefined ? [] : openFindings(check),
        wordsPerMinute,
      }
    })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
