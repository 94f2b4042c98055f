import type { Profile } from '#contract/profile.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { refuse } from '../refusal.ts'
import { sumsByCategory } from '../sessions/sums.ts'
import { findProfile, mappingsTo, requireProfile, writeMapping, writeProfile } from './store.ts'

const defaults = {
  theme: 'system',
  paper: 'A4',
  dayStartsAt: 0,
  weekStartsOn: 1,
  idleAfterMinutes: 5,
  focusWorkMinutes: 0,
  focusBreakMinutes: 0,
  streaks: true,
} as const

export const profileHandlers: HandlersFor<'profile'> = {
  'profile.get': ({ db, clock }) => {
    const profile = findProfile(db) ?? null
    const now = wallClockNow(clock, profile?.dayStartsAt ?? 0)
    return { profile, today: now.studyDay, time: now.time, timeZone: now.timeZone }
  },

  'profile.save': ({ db, library }, input) => {
    const current = findProfile(db)
    requireLevel(library, input.level)
    if (current && current.level !== input.level)
      refuse({
        code: 'conflict',
        field: 'level',
        message: `The target level is ${current.level}.`,
        hint: 'Switch the level by itself, so that you can choose where logged time counts.',
      })
    if (input.interviewDate !== null && input.interviewDate <= input.startDate)
      refuse({
        code: 'invalid-input',
        field: 'interviewDate',
        message: 'The interview date must be after the start date.',
      })
    const kept = current ?? defaults
    // What is left out stays as it is.
    const profile: Profile = {
      ...input,
      theme: input.theme ?? kept.theme,
      paper: input.paper ?? kept.paper,
      dayStartsAt: input.dayStartsAt ?? kept.dayStartsAt,
      weekStartsOn: input.weekStartsOn ?? kept.weekStartsOn,
      idleAfterMinutes: input.idleAfterMinutes ?? kept.idleAfterMinutes,
      focusWorkMinutes: input.focusWorkMinutes ?? kept.focusWorkMinutes,
      focusBreakMinutes: input.focusBreakMinutes ?? kept.focusBreakMinutes,
      streaks: input.streaks ?? kept.streaks,
    }
    writeProfile(db, profile)
    return profile
  },

  'profile.previewSwitch': ({ db, library }, { level }) => {
    const playbook = requireLevel(library, level)
    const inForce = new Map(
      mappingsTo(db, level).map((row) => [`${row.fromPlaybook}/${row.from}`, row.to]),
    )
    const rows = sumsByCategory(db)
      .filter((row) => row.playbook !== level)
      .map((row) => {
        const current = inForce.get(`${row.playbook}/${row.category}`)
        return {
          fromPlaybook: row.playbook,
          from: row.category,
          name: library.categoryOf(row.playbook, row.category)?.name ?? row.category,
          sessions: row.sessions,
          seconds: row.seconds,
          candidates:
            playbook.mappings.find(
              (mapping) => mapping.from === row.playbook && mapping.category === row.category,
            )?.to ?? [],
          ...(current === undefined ? {} : { current }),
        }
      })
    return { level, rows }
  },

  'profile.switchLevel': ({ db, library }, { level, mapping }) => {
    const profile = requireProfile(db)
    const playbook = requireLevel(library, level)
    const slugs = new Set(playbook.plan.categories.map((category) => category.slug))
    for (const [index, row] of mapping.entries()) {
      if (row.to !== null && !slugs.has(row.to))
        refuse({
          code: 'invalid-input',
          field: `mapping.${index}.to`,
          message: `${level} has no category “${row.to}”.`,
          hint: `Choose one of ${[...slugs].join(', ')}, or leave it unmapped.`,
        })
      writeMapping(db, level, row)
    }
    const switched = { ...profile, level }
    writeProfile(db, switched)
    return switched
  },
}

function requireLevel(library: ReadContext['library'], level: string) {
  return (
    library.get(level) ??
    refuse({
      code: 'invalid-input',
      field: 'level',
      message: `There is no playbook “${level}”.`,
      hint: `Choose one of ${library
        .list()
        .map((playbook) => playbook.id)
        .join(', ')}.`,
    })
  )
}
