import { requirePlaybook } from '../plan/status.ts'
import { requireProfile } from '../profile/store.ts'
import { planCategories } from '../profile/plan-category.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { wholeStatusOf } from '../readiness/status.ts'
import { notTrashed } from '../sessions/conditions.ts'
import { listRows, sessionsOf } from '../sessions/store.ts'
import type { Paper, ReportData } from './model.ts'
import { buildReportOnThread } from './run.ts'

/** How many of the latest sessions the practice log of a report shows. */
const logged = 30

export const reportHandlers: HandlersFor<'report'> = {
  'report.build': async ({ snapshot, assetsDir }, { paper }, options) => {
    const data = snapshot((context) => reportData(context, paper))
    return buildReportOnThread(data, { assetsDir, ...options })
  },
}

function reportData(context: ReadContext, paper: Paper | undefined): ReportData {
  const { db, clock, library } = context
  const profile = requireProfile(db)
  return {
    status: wholeStatusOf(context),
    playbook: requirePlaybook(library, profile.level),
    profile,
    principles: library.principles,
    generatedAt: wallClockNow(clock, profile.dayStartsAt).startedAt,
    paper: paper ?? profile.paper,
    sessions: sessionsOf(db, listRows(db, notTrashed, 0, logged), planCategories(context)),
  }
}
