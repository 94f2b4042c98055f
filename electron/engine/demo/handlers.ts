import type { Playbook } from '#contract/playbooks.ts'
import type { Profile } from '#contract/profile.ts'
import { demoProfile, demoSessions, demoStatedCounts } from '#domain/demo.ts'
import type { HandlersFor, WriteContext } from '../handlers.ts'
import { wallClockAt, wallClockNow } from '../local-time.ts'
import { requirePlaybook } from '../plan/status.ts'
import { milestoneChoices, writeMilestoneChoice } from '../plan/store.ts'
import { profileHandlers } from '../profile/handlers.ts'
import { findProfile } from '../profile/store.ts'
import { refuse } from '../refusal.ts'
import { notTrashed } from '../sessions/conditions.ts'
import { listRows, writeRow } from '../sessions/store.ts'

/** The sample data is the same for everybody, so that what is said about it can be looked up. */
const seed = 6

/** The level of the sample profile. */
const sampleLevel = 'L6'

export const demoHandlers: HandlersFor<'demo'> = {
  'demo.fill': (context) => {
    const { db, library } = context
    if (listRows(db, notTrashed, 0, 1).length > 0)
      refuse({
        code: 'conflict',
        message: 'There are sessions here already, and sample data would mix with them.',
        hint: 'Fill another, empty data folder.',
      })
    const profile = findProfile(db) ?? sampleProfile(context)
    const playbook = requirePlaybook(library, profile.level)
    stateCounts(context, playbook)
    return { sessions: writeSessions(context, playbook, profile) }
  },
}

function sampleProfile(context: WriteContext): Profile {
  const playbook = requirePlaybook(context.library, sampleLevel)
  const { studyDay: today } = wallClockNow(context.clock, 0)
  return profileHandlers['profile.save'](context, demoProfile({ playbook, today }))
}

/** What was set for a milestone before stays as it is. */
function stateCounts({ db }: WriteContext, playbook: Playbook): void {
  const chosen = new Set(milestoneChoices(db, playbook.id).map(({ milestone }) => milestone))
  for (const { milestone, stated } of demoStatedCounts(playbook))
    if (!chosen.has(milestone))
      writeMilestoneChoice(db, playbook.id, { milestone, target: null, stated })
}

function writeSessions(
  { db, clock, newId }: WriteContext,
  playbook: Playbook,
  { dayStartsAt }: Profile,
): number {
  const now = wallClockNow(clock, dayStartsAt)
  const made = demoSessions({ playbook, today: now.studyDay, seed })
  for (const { category, date, time, durationS, counts, note } of made) {
    const { startedAt, studyDay, timeZone } = wallClockAt(date, time, now.timeZone, dayStartsAt)
    const row = {
      id: newId(),
      playbook: playbook.id,
      category,
      study_day: studyDay,
      started_at: startedAt,
      time_zone: timeZone,
      duration_s: durationS,
      note,
    }
    writeRow(db, row, counts, now.startedAt)
  }
  return made.length
}
